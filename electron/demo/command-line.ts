import { parseArgs } from 'node:util'
import type { DemoOptions } from './carriers.ts'
import { FaultSyntaxError, faultUsage, parseFault } from './kit/fault-words.ts'

/** The message is one sentence for the person who typed the command. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `Serves the sample carriers on this computer until it is stopped, and prints one line of JSON with their
addresses and keys. Nothing leaves the computer, nothing costs anything.

npm run --silent demo -- [options]
  --port N       port of CallFire; Flowroute gets N + 1. 0 takes free ones (0)
  --numbers N    numbers that each account holds (200)
  --latency MS   waiting time before every answer (0)
  --seed N       another seed gives other numbers and keys (1)
  --journal FILE keeps in this file what is changed, and goes on from there the next time; --numbers and --seed count
                 only for a new one. A file that cannot be read is set aside, not written over.
  --fault RULE   makes things go wrong; may be given several times. A request may also carry the header
                 "x-demo-fault: FAULT" for itself alone (several joined by ;).
  --help         this text

RULE is ${faultUsage}
`

const noFaults: string[] = []

const options = {
  port: { type: 'string', default: '0' },
  numbers: { type: 'string', default: '200' },
  latency: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  journal: { type: 'string' },
  fault: { type: 'string', multiple: true, default: noFaults },
  help: { type: 'boolean', default: false },
} as const

function whole(name: string, text: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (value <= most) return value
  throw new UsageError(`--${name} takes a whole number from 0 to ${most}, not "${text}".`)
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [sentence = ''] = error.message.split('. ')
    throw new UsageError(`${sentence.replace(/\.$/, '')}; --help lists the options.`)
  }
}

function fileName(text: string): string {
  if (text !== '') return text
  throw new UsageError('--journal takes the name of a file.')
}

const rule = (text: string) => {
  try {
    return parseFault(text)
  } catch (error) {
    if (error instanceof FaultSyntaxError) throw new UsageError(`--fault ${error.message}`)
    throw error
  }
}

/** `help` when the text was asked for; throws a `UsageError`. */
export function readCommandLine(args: readonly string[]): DemoOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  return {
    // The second carrier takes the next port, so the last one of all cannot be the first.
    port: whole('port', values.port, 65_534),
    numbers: whole('numbers', values.numbers, 1_000_000),
    latencyMs: whole('latency', values.latency, 600_000),
    seed: whole('seed', values.seed, 0xffff_ffff),
    faults: values.fault.map(rule),
    ...(values.journal !== undefined && { journal: fileName(values.journal) }),
  }
}
