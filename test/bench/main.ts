import { parseArgs } from 'node:util'
import type { Figures } from './figure.ts'
import { Ground, tell } from './ground.ts'
import { type PartName, partNames, parts } from './parts.ts'
import { toReport } from './report.ts'
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
    for (const name of only) Object.assign(figures, await parts[name](ground))
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
