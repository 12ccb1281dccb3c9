import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endChild } from './demo.ts'
import type { Ground } from './ground.ts'

const root = join(import.meta.dirname, '../..')

export type PageHost = { readonly url: string; readonly stop: () => Promise<void> }

/** `online`: accounts can be asked. Left out: there is no way out, so that nothing is asked of anybody. */
export type PageHostChoice = { readonly online?: boolean }

/** The built app in the browser host, on a data folder of its own. */
export async function startPageHost(
  ground: Ground,
  dataFolder: string,
  { online = false }: PageHostChoice = {},
): Promise<PageHost> {
  const args = [join(root, 'test/host/start.ts'), '--browser', '--port', '0', '--data', dataFolder]
  // While the file that it names exists, the host is offline: nothing but what is stored can reach the page.
  const unplugged = online ? '' : join(root, 'package.json')
  const env = { ...process.env, NODE_OPTIONS: '', LINEKEEPER_HOST_OFFLINE: unplugged }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = ground.onEnd(() => endChild(child, 'SIGINT'))
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const address = /^Linekeeper: (http\S+)$/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error(`The browser host did not start.\n${complaints}`)))
  })
  return { url, stop }
}
