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

const limitMs = 60_000
const rememberMs = 6 * 3_600_000
const memory = join(root, 'node_modules', '.cache', 'linekeeper', 'electron-download.json')

/** Fetches the executable, for a minute at most. A failure is remembered, so that the next starts do not wait again. */
export async function fetchElectron(now: number): Promise<string | null> {
  const version = electronVersion()
  if (failedLately(version, now)) return null
  console.error(`Fetching Electron ${version}, for at most a minute.`)
  await install()
  const found = findElectron()
  if (found === null) remember(version, now)
  return found
}

function failedLately(version: string, now: number): boolean {
  if (!existsSync(memory)) return false
  const failed: { version?: string; at?: number } = JSON.parse(readFileSync(memory, 'utf8'))
  const age = now - (failed.at ?? 0)
  return failed.version === version && age >= 0 && age < rememberMs
}

function remember(version: string, now: number): void {
  mkdirSync(join(memory, '..'), { recursive: true })
  writeFileSync(memory, JSON.stringify({ version, at: now }))
}

/** The installer has no time limit of its own, and starts others: all of them are ended together. */
async function install(): Promise<void> {
  const script = join(folder, 'install.js')
  const installer = spawn(process.execPath, [script], { stdio: 'ignore', detached: process.platform !== 'win32' })
  const ended = new Promise<void>((resolve) => {
    installer.once('exit', () => resolve())
    installer.once('error', () => resolve())
  })
  const end = () => endGroup(installer.pid)
  const timer = setTimeout(end, limitMs)
  process.once('exit', end)
  await ended
  clearTimeout(timer)
  process.removeListener('exit', end)
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
