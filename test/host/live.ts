import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createServer } from 'vite'
import type { Live } from './server.ts'

const root = join(import.meta.dirname, '..', '..')

/** The page from its sources, changed while it is open. Vite's own script element is let in by the response's nonce. */
export async function createLive(server: Server): Promise<Live> {
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    mode: 'renderer',
    appType: 'custom',
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server }, watch: { ignored: ['**/out/**', '**/test/**'] } },
    html: { cspNonce: placeholder },
  })
  const index = join(root, 'renderer', 'index.html')
  return {
    middleware: vite.middlewares,
    html: async (path, nonce) => {
      if (path !== '/') return null
      const html = await vite.transformIndexHtml('/', await readFile(index, 'utf8'))
      return html.replaceAll(placeholder, nonce)
    },
  }
}

const placeholder = 'LINEKEEPER-NONCE'
