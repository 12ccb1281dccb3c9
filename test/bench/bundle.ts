import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const built = join(import.meta.dirname, '../../out/renderer')
const script =
  /<script[^>]+type="module"[^>]+src="\.?\/?([^"]+\.js)"|<link[^>]+rel="modulepreload"[^>]+href="\.?\/?([^"]+\.js)"/g
/** Static imports only: what `import()` names is loaded later, on purpose. */
const staticImport = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"()]*?from\s*)?["'](\.\/[^"']+\.js)["']/g

/** The scripts that the browser must have before the page can run: the entries of index.html and all they import statically. */
function firstLoadScripts(): readonly string[] {
  const page = readFileSync(join(built, 'index.html'), 'utf8')
  const waiting = [...page.matchAll(script)].map(([, entry, preload]) => entry ?? preload ?? '')
  const found = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    found.add(file)
    const folder = file.split('/').slice(0, -1).join('/')
    for (const [, target = ''] of readFileSync(join(built, file), 'utf8').matchAll(staticImport))
      waiting.push(join(folder, target))
  }
  return [...found]
}

/** First-load JavaScript of the built renderer, gzipped as a server would send it, in bytes. */
export function measureBundle(): { readonly firstLoadGzipBytes: number; readonly scripts: number } {
  const scripts = firstLoadScripts()
  if (scripts.length === 0) throw new Error('out/renderer/index.html names no script: run `npm run build` first')
  const bytes = scripts.map((file) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length)
  return { firstLoadGzipBytes: bytes.reduce((sum, size) => sum + size, 0), scripts: scripts.length }
}
