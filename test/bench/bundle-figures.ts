import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildStale } from '../host/build.ts'
import { measureBundle } from './bundle.ts'
import { type Figures, toFigure } from './figure.ts'
import { tell } from './ground.ts'

const built = join(import.meta.dirname, '../../out/renderer')

/** First-load JavaScript of the page as it is built, beside all of its JavaScript. */
export async function toBundleFigures(): Promise<Figures> {
  tell('bundle: the built page')
  await buildStale()
  const { firstLoadGzipBytes, scripts } = measureBundle()
  return {
    'bundle.firstLoad': toFigure({
      what: 'JavaScript that the page needs before it can show anything, gzipped, fonts apart',
      value: firstLoadGzipBytes,
      unit: 'bytes',
      limit: { atMost: 250_000 },
      reference: { what: 'all JavaScript of the page, what is loaded later included, gzipped', value: allGzipBytes() },
      details: { scripts },
    }),
  }
}

function allGzipBytes(): number {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length, 0)
}
