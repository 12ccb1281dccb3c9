import { type DemoCarriers, startDemoCarriers } from './carriers.ts'
import { readCommandLine, UsageError, usage } from './command-line.ts'
import { JournalError } from './kit/journal.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

const keysOf = ({ callfireV2, flowrouteV2 }: DemoCarriers) => ({
  callfireV2: { url: callfireV2.url, login: callfireV2.login, password: callfireV2.password },
  flowrouteV2: { url: flowrouteV2.url, accessKey: flowrouteV2.accessKey, secretKey: flowrouteV2.secretKey },
})

const isPortTrouble = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    return true
  }
}

/**
 * npm starts a shell that starts this, and the shell does not pass a signal on; without a look at the parent the
 * carriers would go on serving, unseen, after `npm run demo` was stopped.
 */
function whenParentIsGone(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  // Where the parent's number changes it tells; on Windows it stays, and only asking for the process does.
  setInterval(() => (process.ppid !== parent || !isAlive(parent)) && stop(), 250).unref()
}

const untilStopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    whenParentIsGone(resolve)
  })

/** The process ends by itself when everything is closed. */
async function run(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2))
  if (options === 'help') return void print(usage)
  const carriers = await startDemoCarriers(options)
  const aside = carriers.journal?.setAside
  if (aside) process.stderr.write(`The journal could not be read. It is now ${aside}; a fresh one was begun.\n`)
  const stopped = untilStopped()
  print(JSON.stringify(keysOf(carriers)))
  await stopped
  await carriers.close()
}

try {
  await run()
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof JournalError || isPortTrouble(error)
  if (!isExpected) throw error
  const sentence = isPortTrouble(error) ? 'The port is taken or not allowed; --port 0 finds a free one.' : error.message
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 2
}
