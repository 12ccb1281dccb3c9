import { execFile } from 'node:child_process'
import { parseArgs, promisify } from 'node:util'
import type { Figures } from './figure.ts'
import { Ground, tell } from './ground.ts'
import { type PartName, partNames, parts } from './parts.ts'
import { type Report, toReport } from './report.ts'
import { toTable } from './table.ts'

const usage = `npm run bench -- [--json] [--only NAME]…   NAME is one of ${partNames.join(', ')}`

const isPart = (name: string): name is PartName => partNames.some((part) => part === name)

function readArgs(): { readonly json: boolean; readonly only: readonly PartName[] } {
  const { json, only } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
  }).values
  const stranger = only.find((name) => !isPart(name))
  if (stranger !== undefined) throw new Error(`There is no part "${stranger}".`)
  return { json, only: only.length === 0 ? partNames : only.filter(isPart) }
}

/** What fails from here on fails because its ground is taken away: nobody needs to hear of it. */
function interrupt(ground: Ground): void {
  process.on('unhandledRejection', () => undefined)
  process.on('uncaughtException', () => undefined)
  void ground.end().finally(() => process.exit(130))
}

/** In a process of its own, as the app is: what another part left in memory would be collected while this one is timed. */
async function apart(name: PartName, ground: Ground): Promise<Figures> {
  const args = [import.meta.filename, '--json', '--only', name]
  const running = promisify(execFile)(process.execPath, args, { maxBuffer: 16 * 1_048_576 })
  ground.onEnd(() => {
    running.child.kill('SIGTERM')
  })
  running.child.stderr?.pipe(process.stderr, { end: false })
  const { stdout } = await running
  // Its own report, as printed below.
  return (JSON.parse(stdout) as Report).figures
}

/** A figure that misses its limit is told, and is no error: computers are busy. What cannot be measured is one. */
async function run(): Promise<void> {
  const { json, only } = readArgs()
  const ground = new Ground()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => interrupt(ground))
  }
  // Whatever is laid down for a while, by the browser too, lies in one folder that goes at the end.
  const folder = ground.folder()
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  const began = performance.now()
  const figures: Record<string, Figures[string]> = {}
  try {
    const measure =
      only.length === 1 ? (name: PartName) => parts[name](ground) : (name: PartName) => apart(name, ground)
    for (const name of only) Object.assign(figures, await measure(name))
  } finally {
    await ground.end()
  }
  const report = toReport(figures, performance.now() - began)
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : toTable(figures)}\n`)
}

try {
  await run()
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  tell(usage)
  process.exitCode = 1
}
