import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { AccountDraft, ApiId } from '../../shared/model/account.ts'
import { accountDraft } from '../support/builders.ts'
import type { Ground } from './ground.ts'

const entry = join(import.meta.dirname, '../../electron/demo/main.ts')

const printed = z.object({
  callfireV2: z.object({ url: z.string(), login: z.string(), password: z.string() }),
  flowrouteV2: z.object({ url: z.string(), accessKey: z.string(), secretKey: z.string() }),
})

type Line = { readonly address: string; readonly login: string; readonly secret: string }

/** The demo carriers in a process of their own, as far from the app as a provider can be on one computer. */
export type Demo = {
  readonly line: (api: ApiId) => Line
  readonly draft: (api: ApiId) => AccountDraft
  readonly stop: () => Promise<void>
}

export type DemoSize = { readonly numbers: number; readonly latencyMs: number }

export async function startDemo(ground: Ground, { numbers, latencyMs }: DemoSize): Promise<Demo> {
  const args = [entry, '--port', '0', '--numbers', String(numbers), '--latency', String(latencyMs), '--seed', '1']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const stop = ground.onEnd(() => endChild(child))
  const lines = toLines(printed.parse(JSON.parse(await firstLine(child))))
  const line = (api: ApiId) => lines[api]
  return { line, draft: (api) => accountDraft(api, { ...line(api), keeping: 'session' }), stop }
}

function toLines({ callfireV2, flowrouteV2 }: z.infer<typeof printed>): Readonly<Record<ApiId, Line>> {
  return {
    'callfire-v2': { address: callfireV2.url, login: callfireV2.login, secret: callfireV2.password },
    'flowroute-v2': { address: flowrouteV2.url, login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  if (child.stdout) createInterface(child.stdout).once('line', resolve)
  child.once('error', reject)
  child.once('exit', (code) => reject(new Error(`The demo carriers ended with ${code} before they served.`)))
  return promise
}

/** Asks first; a process that does not listen is ended. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exited = once(child, 'exit')
  const hard = setTimeout(() => child.kill('SIGKILL'), 5000)
  child.kill(signal)
  await exited
  clearTimeout(hard)
}
