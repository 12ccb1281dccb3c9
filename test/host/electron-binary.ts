import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'node_modules', 'electron')
const executables: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Electron's executable when it is there, whole and of our version. Never imports `electron`: that would fetch it. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const executable = executables[process.platform] ?? 'electron'
  const given = env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return existsSync(join(given, executable)) ? join(given, executable) : null
  const dist = join(folder, 'dist')
  if (!existsSync(join(dist, executable)) || !existsSync(join(dist, 'version'))) return null
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  return version === electronVersion() ? join(dist, executable) : null
}

const electronVersion = (): string => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** A reason why no Electron window can be shown on this computer, whatever is installed; null when none is known. */
export function toObstacle(env: NodeJS.ProcessEnv = process.env): string | null {
  if (process.platform !== 'linux') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'this computer has no display'
  return process.getuid?.() === 0 ? 'its sandbox does not work for the root user' : null
}

export type Fetching = {
  /** Electron's own installer. */
  readonly script: string
  readonly limitMs: number
  /** Where a failure is remembered. */
  readonly memory: string
  readonly now: number
}

const usual = (): Fetching => ({
  script: join(folder, 'install.js'),
  limitMs: 60_000,
  memory: join(root, 'node_modules', '.cache', 'linekeeper', 'electron-download.json'),
  now: Date.now(),
})

const rememberMs = 6 * 3_600_000

/** Fetches the executable, for a minute at most. One that took long and failed is remembered: the next starts do not wait again. */
export async function fetchElectron(instead: Partial<Fetching> = {}): Promise<string | null> {
  const fetching = { ...usual(), ...instead }
  const version = electronVersion()
  if (failedLately(fetching, version)) return null
  const began = performance.now()
  await install(fetching)
  const found = findElectron()
  const tookLong = performance.now() - began > fetching.limitMs / 6
  if (found === null && tookLong) remember(fetching, version)
  return found
}

function failedLately({ memory, now }: Fetching, version: string): boolean {
  if (!existsSync(memory)) return false
  const failed: { version?: string; at?: number } = JSON.parse(readFileSync(memory, 'utf8'))
  const age = now - (failed.at ?? 0)
  return failed.version === version && age >= 0 && age < rememberMs
}

function remember({ memory, now }: Fetching, version: string): void {
  mkdirSync(join(memory, '..'), { recursive: true })
  writeFileSync(memory, JSON.stringify({ version, at: now }))
}

/** The installer has no time limit of its own, and may start others: all of them are ended together. */
async function install({ script, limitMs }: Fetching): Promise<void> {
  const installer = spawn(process.execPath, [script], { stdio: 'ignore', detached: process.platform !== 'win32' })
  const ended = new Promise<void>((resolve) => {
    installer.once('exit', () => resolve())
    installer.once('error', () => resolve())
  })
  const end = () => endGroup(installer.pid)
  const stop = () => {
    end()
    process.exit(0)
  }
  const timer = setTimeout(end, limitMs)
  for (const signal of signals) process.once(signal, stop)
  await ended
  clearTimeout(timer)
  for (const signal of signals) process.removeListener(signal, stop)
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
