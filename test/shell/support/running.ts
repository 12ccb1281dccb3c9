import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

export type Running = {
  readonly child: ChildProcess
  readonly said: () => { readonly out: string; readonly err: string }
  /** Resolves when the process has written text that fits. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Its exit code. */
  readonly ended: Promise<number | null>
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** A process of Node, under another command when one is given, with what it says kept; ended with the test that started it. */
export function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, under: readonly string[] = []): Running {
  const [command = process.execPath, ...rest] = [...under, process.execPath, ...args]
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    while (true) {
      const found = pattern.exec(out) ?? pattern.exec(err)
      if (found !== null) return found
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`ended without ${pattern}: ${out}${err}`)
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended])
    }
  }
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { child, said: () => ({ out, err }), says, ended, end }
}

/** A folder that is like the built app, with a page of a few lines. */
export function createTinyApp(): { readonly folder: string; readonly data: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'linekeeper-shell-'))
  const data = join(folder, 'data')
  for (const part of ['out/preload', 'out/renderer', 'data']) mkdirSync(join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}')
  const preload = stripTypeScriptTypes(readFileSync(join(root, 'electron/preload.ts'), 'utf8'))
  writeFileSync(
    join(folder, 'out/preload/preload.cjs'),
    preload.replace(/^import (\{.*\}) from ('electron')$/m, 'const $1 = require($2)'),
  )
  writeFileSync(join(folder, 'out/renderer/index.html'), page)
  writeFileSync(join(folder, 'out/renderer/page.js'), "document.title = 'scripted'\n")
  return { folder, data, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Tiny</title><script type="module" src="/page.js"></script></head>
<body><h1>Tiny page</h1><a href="https://example.com/">away</a></body></html>
`

export const tinyHost = (
  app: { readonly folder: string; readonly data: string },
  env: NodeJS.ProcessEnv = {},
  more: readonly string[] = [],
): Running => run([join(import.meta.dirname, 'tiny-host.ts'), app.folder, '--data', app.data, ...more], env)

export type Opened = Running & { readonly origin: string; readonly key: string; readonly cookie: string }

/** Starts the tiny host and goes in by the printed address, as a browser would. */
export async function openTinyHost(
  app: { readonly folder: string; readonly data: string },
  env: NodeJS.ProcessEnv = {},
): Promise<Opened> {
  const running = tinyHost(app, env)
  const [, origin = '', key = ''] = await running.says(/Linekeeper: (http:\/\/127\.0\.0\.1:\d+)\/\?key=(\S+)/)
  const entered = await fetch(`${origin}/?key=${key}`, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { ...running, origin, key, cookie }
}
