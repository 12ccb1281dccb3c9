import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const root = join(import.meta.dirname, '..', '..')
const out = join(root, 'out')
const cache = join(root, 'node_modules', '.cache', 'linekeeper')

const everyPart = ['main', 'preload', 'renderer'] as const
type Part = (typeof everyPart)[number]

/** What each part is made from. The lock file stands for every package. */
const sources: Readonly<Record<Part, readonly string[]>> = {
  main: ['electron', 'shared'],
  preload: ['electron/preload.ts', 'shared'],
  renderer: ['renderer', 'shared'],
}
const common = ['package.json', 'package-lock.json', 'vite.config.ts']

/** Builds the parts whose sources have changed since, or all of them; returns those that were built. */
export async function buildStale({ all = false }: { readonly all?: boolean } = {}): Promise<readonly Part[]> {
  if (!all && stale().length === 0) return []
  const lock = takeTurn()
  try {
    const parts = all ? everyPart : stale()
    for (const part of parts) await build(part)
    return parts
  } finally {
    lock.close()
  }
}

const stale = (): readonly Part[] => everyPart.filter((part) => readStamp(part) !== toStamp(part))

/** Others may be building the same: one after another, and who comes later finds it built. Ends with its process. */
function takeTurn(): DatabaseSync {
  mkdirSync(cache, { recursive: true })
  const lock = new DatabaseSync(join(cache, 'build-lock'), { timeout: 120_000 })
  lock.exec('BEGIN EXCLUSIVE')
  return lock
}

const stampFile = (part: Part): string => join(out, '.stamps', part)
const made: Readonly<Record<Part, string>> = {
  main: 'main/main.js',
  preload: 'preload/preload.cjs',
  renderer: 'renderer/index.html',
}

const readStamp = (part: Part): string | null =>
  existsSync(join(out, made[part])) && existsSync(stampFile(part)) ? readFileSync(stampFile(part), 'utf8') : null

function toStamp(part: Part): string {
  const hash = createHash('sha256')
  for (const source of [...common, ...sources[part]]) {
    for (const file of toFiles(source)) hash.update(file.split(sep).join('/')).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function toFiles(source: string): readonly string[] {
  if (/\.\w+$/.test(source)) return [source]
  const entries = readdirSync(join(root, source), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => file.slice(root.length + 1)).toSorted()
}

/** Built beside its place and moved there whole, so that nobody who reads meanwhile finds half of it. */
async function build(part: Part): Promise<void> {
  const stamp = toStamp(part)
  const workshop = join(cache, `build-${process.pid}`)
  process.env.LINEKEEPER_OUT = workshop
  // What is built is what ships, whoever asks: under a test runner React would else come in its slow development form.
  process.env.NODE_ENV = 'production'
  // Loaded when there is something to build: a start without is quicker.
  const vite = await import('vite')
  await vite.build({ configFile: join(root, 'vite.config.ts'), mode: part, logLevel: 'warn' })
  mkdirSync(join(out, '.stamps'), { recursive: true })
  rmSync(join(out, part), { recursive: true, force: true })
  renameSync(join(workshop, part), join(out, part))
  rmSync(workshop, { recursive: true, force: true })
  writeFileSync(stampFile(part), stamp)
}

if (import.meta.main) {
  const built = await buildStale({ all: process.argv.includes('--all') })
  console.log(built.length === 0 ? 'Everything is built.' : `Built ${built.join(', ')}.`)
}
