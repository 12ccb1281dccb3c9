import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const root = import.meta.dirname
const out = (part: string): string => join(process.env.LINEKEEPER_OUT ?? join(root, 'out'), part)

const small = {
  minify: true,
  sourcemap: false,
  emptyOutDir: true,
  reportCompressedSize: false,
  chunkSizeWarningLimit: 2_000,
} as const

/** The page. Fonts stay files: the page's policy lets no `data:` font in. */
const renderer: UserConfig = {
  root: join(root, 'renderer'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    ...small,
    outDir: out('renderer'),
    target: 'chrome146',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: join(root, 'renderer/index.html') },
  },
}

/** Everything that main needs, but Electron itself, goes into the bundle; the package then holds no `node_modules`. */
const main: UserConfig = {
  root,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  // What only the demo's command line and the tests may do is not part of the app.
  define: { 'process.env.LINEKEEPER_BUILD': '"app"' },
  build: {
    ...small,
    ssr: join(root, 'electron/main.ts'),
    outDir: out('main'),
    target: 'node24',
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}

/** A sandboxed preload is one CommonJS file. */
const preload: UserConfig = {
  root,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ...small,
    ssr: join(root, 'electron/preload.ts'),
    outDir: out('preload'),
    target: 'chrome146',
    rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
}

/** One part at a time: `vite build --mode main`. Without a mode of ours it is the page. */
export default defineConfig(({ mode }) => ({ main, preload, renderer })[mode] ?? renderer)
