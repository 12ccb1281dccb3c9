import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import type { StartArgs } from './args.ts'
import { buildStale } from './build.ts'
import { createKey } from './guard.ts'

const root = join(import.meta.dirname, '..', '..')

/** Waits until an editor has written all its files. */
const settleMs = 150

/** Hot reload: the page by Vite, main by building it again and starting its process again at the same address. */
export async function develop({ dataFolder, port }: StartArgs): Promise<void> {
  const key = createKey()
  let own = port
  let child = await run()
  let timer: NodeJS.Timeout | null = null
  for (const folder of ['electron', 'shared']) {
    watch(join(root, folder), { recursive: true }, () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void again(), settleMs)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(child).then(() => process.exit(0)))
  }

  async function run(): Promise<ChildProcess> {
    await buildStale()
    const args = [join(root, 'test/host/dev-window.ts'), '--data', dataFolder, '--port', String(own)]
    const env = { ...process.env, LINEKEEPER_HOST_KEY: key }
    const started = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    started.stdout.on('data', (chunk: Buffer) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(chunk.toString())?.[1]
      if (own === 0 || port === own) process.stdout.write(chunk)
      own = found === undefined ? own : Number(found)
    })
    return started
  }

  async function again(): Promise<void> {
    try {
      await end(child)
      child = await run()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
