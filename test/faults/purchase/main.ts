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
  },
})
const [runs, seed, side] = [Number(values.runs), Number(values.seed), Number(values.side)]
if (![runs, seed, side].every((value) => Number.isSafeInteger(value) && value >= 0) || side < 1) {
  throw new Error('npm run faults -- [--runs N] [--seed N] [--side N] [--no-matrix]: whole numbers, please.')
}

const tell = (done: number, all: number) => {
  if (done % 50 === 0 || done === all) process.stderr.write(`${done} of ${all}\n`)
}

function report(title: string, tally: Tally): void {
  process.stdout.write(`\n${title}\n${tally.toText()}\n`)
  if (tally.broken.length > 0) process.exitCode = 1
}

if (!values['no-matrix']) report('The matrix', await playAll(matrix(), { seed, side, tell }))
const cases = Array.from({ length: runs }, (_, run) => randomCase(seed, run))
report(`Random runs, seed ${seed}`, await playAll(cases, { seed: seed + 1000, side, tell }))
