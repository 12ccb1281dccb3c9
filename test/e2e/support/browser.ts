import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export type TestBrowser = {
  readonly executablePath: string
  readonly args: readonly string[]
  /** Where its libraries and fonts lie, when the system has none. */
  readonly env: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..', '..', '..')
const cache = join(root, 'node_modules', '.cache', 'linekeeper')

/** A Chrome or Chromium that runs here: an installed one, else the one inside an npm package. Throws a sentence. */
export async function findBrowser(): Promise<TestBrowser> {
  const tried: string[] = []
  for (const executablePath of installed()) {
    const problem = runs(executablePath, {})
    if (problem === null) return { executablePath, args: toArgs(), env: {} }
    tried.push(`${executablePath}: ${problem}`)
  }
  const packed = await unpack()
  if (typeof packed !== 'string') return packed
  const why = [...tried, packed].join('\n  ')
  throw new Error(
    `No browser for the end-to-end tests was found. Install Chrome or Chromium, or name one in LINEKEEPER_BROWSER.\n  ${why}`,
  )
}

/** Chromium refuses its sandbox to root; tests of ours load no page but our own. */
function toArgs(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function installed(): readonly string[] {
  const named = process.env.LINEKEEPER_BROWSER
  if (named) return [named]
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...usualPlaces(), chromium.executablePath()].filter((file) => file !== '' && existsSync(file))
}

function usualPlaces(): readonly string[] {
  const applications = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  const { PROGRAMFILES, LOCALAPPDATA } = process.env
  const drives = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((folder) => folder !== undefined)
  return [...applications, ...drives.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))]
}

/** Null when it starts, else what it says. Windows opens a window for `--version`, so there it is taken at its word. */
function runs(executablePath: string, env: Readonly<Record<string, string>>): string | null {
  if (process.platform === 'win32') return null
  try {
    const options = { env: { ...process.env, ...env }, timeout: 20_000, encoding: 'utf8', stdio: 'pipe' } as const
    execFileSync(executablePath, ['--version', '--no-sandbox'], options)
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error)
  }
}

/** The npm package's browser, unpacked once; with its own libraries where the system lacks them. A sentence when it cannot run. */
async function unpack(): Promise<TestBrowser | string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'The packed browser is for Linux on x64 alone.'
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder)
  const executablePath = join(folder, 'chromium')
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts') }
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  const plain = runs(executablePath, fonts)
  if (plain === null) return { executablePath, args: toArgs(), env: existsSync('/etc/fonts/fonts.conf') ? {} : fonts }
  const withOwn = runs(executablePath, libraries)
  return withOwn === null
    ? { executablePath, args: toArgs(), env: libraries }
    : `${executablePath}: ${plain}; ${withOwn}`
}

/** The package unpacks into the folder for temporary files, and believes whatever it finds there: it gets one of its own. */
async function unpackInto(folder: string): Promise<void> {
  const workshop = `${folder}.${process.pid}`
  mkdirSync(workshop, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = workshop
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    await packed.executablePath()
    await inflate(join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  if (existsSync(folder)) rmSync(workshop, { recursive: true })
  else renameSync(workshop, folder)
}
