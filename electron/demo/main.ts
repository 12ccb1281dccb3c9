import { type DemoCarriers, startDemoCarriers } from './carriers.ts'
import { readCommandLine, UsageError, usage } from './command-line.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

const keysOf = ({ callfireV2, flowrouteV2 }: DemoCarriers) => ({
  callfireV2: { url: callfireV2.url, login: callfireV2.login, password: callfireV2.password },
  flowrouteV2: { url: flowrouteV2.url, accessKey: flowrouteV2.accessKey, secretKey: flowrouteV2.secretKey },
})

const isPortTrouble = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

/** Serves until it is interrupted; the process ends by itself when everything is closed. */
async function run(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2))
  if (options === 'help') return void print(usage)
  const carriers = await startDemoCarriers(options)
  print(JSON.stringify(keysOf(carriers)))
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await carriers.close()
}

try {
  await run()
} catch (error) {
  if (!(error instanceof UsageError) && !isPortTrouble(error)) throw error
  const sentence = isPortTrouble(error) ? 'The port is taken or not allowed; --port 0 finds a free one.' : error.message
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 2
}
