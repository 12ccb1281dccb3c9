import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

export type HostProcess = {
  /** The printed address, key included. */
  readonly url: string
  /** What it has written to standard error so far. */
  readonly complaints: () => string
  /** Ctrl+C: everything is written first. Resolves with the exit code. */
  readonly stop: () => Promise<number | null>
  /** The plug is pulled. */
  readonly kill: () => Promise<void>
}

/** `npm run start:browser` on a free port. */
export async function startHost(dataFolder: string, env: Readonly<Record<string, string>>): Promise<HostProcess> {
  const args = [join(root, 'test/host/start.ts'), '--browser', '--port', '0', '--data', dataFolder]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk
  })
  const url = await readAddress(child, () => complaints)
  return {
    url,
    complaints: () => complaints,
    stop: () => end(child, 'SIGINT'),
    kill: async () => {
      await end(child, 'SIGKILL')
    },
  }
}

async function readAddress(child: ChildProcess, complaints: () => string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk
    const address = /^Linekeeper: (http\S+)$/m.exec(said)?.[1]
    if (address !== undefined) resolve(address)
  })
  child.once('close', () => reject(new Error(`The host did not start.\n${said}${complaints()}`)))
  return promise
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
  }
  return child.exitCode
}
