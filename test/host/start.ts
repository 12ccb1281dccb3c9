import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { makeDataFolder } from '../../electron/shell/data-folder.ts'
import { type StartArgs, toStartArgs } from './args.ts'
import { buildStale } from './build.ts'
import { fetchElectron, findElectron, toObstacle } from './electron-binary.ts'
import { knock } from './lock.ts'
import { endWithParent } from './orphan.ts'

const root = join(import.meta.dirname, '..', '..')

/** `npm start`: builds what is stale, then opens the window, in Electron where it can be had and else in a browser. */
async function start(args: StartArgs): Promise<void> {
  makeDataFolder(args.dataFolder)
  if (args.dev) return (await import('./dev.ts')).develop(args)
  await buildStale()
  if (!args.browser) {
    const reason = await tryElectron(args)
    if (reason === null) return
    console.error(
      `Electron cannot be used here (${reason}), so Linekeeper is shown in your browser: open this address.`,
    )
  }
  await startHost(args)
}

/** Null when Electron ran and has been closed, else why it did not. */
async function tryElectron(args: StartArgs): Promise<string | null> {
  const obstacle = toObstacle()
  if (obstacle !== null) return obstacle
  const electron = findElectron() ?? (await fetchElectron())
  if (electron === null) return 'it is not installed and could not be fetched'
  return runElectron(electron, args)
}

/** An Electron that ends with an error in its first moments could not open a window at all. */
const momentsMs = 5_000

function runElectron(electron: string, { dataFolder, isNamed }: StartArgs): Promise<string | null> {
  const began = performance.now()
  const child = spawn(electron, [root, ...(isNamed ? ['--data', dataFolder] : [])], { stdio: 'inherit' })
  let stopped = false
  const stop = (signal: NodeJS.Signals) => {
    stopped = true
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code) => {
      if (code !== 0 && !stopped && performance.now() - began < momentsMs) return resolve('it ended at once')
      process.exitCode = stopped ? 0 : (code ?? 1)
      resolve(null)
    })
  })
}

async function startHost({ dataFolder, port }: StartArgs): Promise<void> {
  const first = await knock(dataFolder)
  if (first !== null) {
    console.log(`Linekeeper is already open with this data folder: ${first}`)
    return
  }
  const { runHost } = await import('./run.ts')
  const main = join(root, 'out', 'main', 'main.js')
  const key = process.env.LINEKEEPER_HOST_KEY
  const url = await runHost({ appFolder: root, main, userData: dataFolder, port, ...(key ? { key } : {}) })
  console.log(`Linekeeper: ${url}`)
}

/** An older Node on the path has neither what the host needs nor, from npm, any reason to be used. */
function isNodeTooOld(): boolean {
  return Number(process.versions.node.split('.')[0]) < 24
}

if (isNodeTooOld()) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  process.exit(spawnSync(node, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1)
}

endWithParent()
try {
  await start(toStartArgs(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
