import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export type StartArgs = {
  readonly dataFolder: string
  /** True when it was named, and not only what Electron would choose as well. */
  readonly isNamed: boolean
  readonly port: number
  readonly browser: boolean
  readonly dev: boolean
}

/** Reads `--data DIR`, `--port N`, `--browser` and `--dev`. Throws a sentence for anything else. */
export function toStartArgs(args: readonly string[], env: NodeJS.ProcessEnv = process.env): StartArgs {
  let read: StartArgs = { dataFolder: usualFolder(env), isNamed: false, port: 0, browser: false, dev: false }
  const rest = args.flatMap((arg) => (/^--\w+=/.test(arg) ? arg.split(/=(.*)/s).slice(0, 2) : [arg]))
  while (rest.length > 0) read = { ...read, ...take(rest, rest.shift() ?? '') }
  return read
}

function take(rest: string[], name: string): Partial<StartArgs> {
  switch (name) {
    case '--browser':
      return { browser: true }
    case '--dev':
      return { dev: true, browser: true }
    case '--data':
      return { dataFolder: resolve(value(rest, name)), isNamed: true }
    case '--port':
      return { port: toPort(value(rest, name)) }
    default:
      throw new Error(`There is no ${name}. Linekeeper knows --data DIR, --port N and --browser.`)
  }
}

function value(rest: string[], name: string): string {
  const next = rest.shift()
  if (next === undefined || next === '' || next.startsWith('--')) throw new Error(`${name} needs a value after it.`)
  return next
}

function toPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Error(`--port takes a number from 0 to 65535, not ${text}.`)
}

/** Where Electron keeps an app's data on each system, so that both ways to start find the same. */
function usualFolder(env: NodeJS.ProcessEnv): string {
  const places: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
    darwin: join(homedir(), 'Library', 'Application Support'),
    win32: env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'),
  }
  return join(places[process.platform] ?? env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Linekeeper')
}
