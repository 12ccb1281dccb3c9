import { parseArgs } from 'node:util'
import { matrix } from './cases.ts'
import { playAll } from './plays.ts'
import { randomCase } from './random.ts'
import type { Tally } from './tally.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    side: { type: 'string', default: '2' },
    'no-matrix': { type: 'boolean', default: false },
    /** Plays only each nth case of the matrix. */
    every: { type: 'string', default: '1' },
  },
})
const numbers = {
  runs: Number(values.runs),
  seed: Number(values.seed),
  side: Number(values.side),
  every: Number(values.every),
}
const { runs, seed, side, every } = numbers
if (!Object.values(numbers).every((value) => Number.isSafeInteger(value) && value >= 0) || side < 1 || every < 1) {
  throw new Error(
    'npm run faults -- [--runs N] [--seed N] [--side N] [--every N] [--no-matrix]: whole numbers, please.',
  )
}

const tell = (done: number, all: number) => {
  if (done % 50 === 0 || done === all) process.stderr.write(`${done} of ${all}\n`)
}

function report(title: string, tally: Tally): void {
  process.stdout.write(`\n${title}\n${tally.toText()}\n`)
  if (tally.broken.length > 0) process.exitCode = 1
}

if (!values['no-matrix']) {
  const all = matrix()
  const some = all.filter((_, at) => at % every === 0)
  report(`The matrix, ${some.length} of ${all.length} cases`, await playAll(some, { seed, side, tell }))
}
const cases = Array.from({ length: runs }, (_, run) => randomCase(seed, run))
report(`Random runs, seed ${seed}`, await playAll(cases, { seed: seed + 1000, side, tell }))
