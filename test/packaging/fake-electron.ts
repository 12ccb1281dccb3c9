import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The least that a packager takes for Electron: a file with a fuse wire of nine, as Electron ships it, and what lies around it. */
export function writeFakeElectron(folder: string, version: string): void {
  for (const part of ['locales', 'resources']) mkdirSync(join(folder, part), { recursive: true })
  const shipped = Buffer.from('101100011')
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, shipped.length]), shipped])
  const padding = Buffer.alloc(4096, 'electron ')
  writeFileSync(join(folder, 'electron'), Buffer.concat([padding, wire, padding]), { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'licence')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'licences')
  for (const locale of ['en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
}
