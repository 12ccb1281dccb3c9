import { expect, it } from 'vitest'
import { type Case, isLie, matrix } from './cases.ts'
import { playAll } from './plays.ts'
import { randomCase } from './random.ts'
import { zeros } from './tally.ts'

const nothing = Object.fromEntries(Object.values(zeros).map((what) => [what, 0]))
const quietly = { seed: 7, side: 2, tell: () => undefined }

/** A few of each kind of kill and shape, the same every time; `npm run faults` plays them all. */
const some = (cases: readonly Case[], every: number) => cases.filter((_, at) => at % every === 3)

it('buys and gives up whatever befalls it: a part of the matrix', { timeout: 240_000 }, async () => {
  const cases = some(matrix(), 31)
  expect(new Set(cases.map(({ kill }) => String(kill))).size).toBeGreaterThan(6)
  expect(cases.some(({ spend }) => isLie(spend))).toBe(true)
  const tally = await playAll(cases, quietly)
  expect(tally.broken).toEqual([])
  expect(tally.mustBeZero).toEqual(nothing)
  expect(tally).toMatchObject({ runs: cases.length, asked: tally.done + tally.refused + tally.checking })
  expect(tally.kills).toBeGreaterThan(cases.length / 4)
  expect(tally.done).toBeGreaterThan(cases.length / 4)
})

it('buys and gives up whatever befalls it: random runs', { timeout: 240_000 }, async () => {
  const cases = Array.from({ length: 40 }, (_, run) => randomCase(20261121, run))
  const tally = await playAll(cases, quietly)
  expect(tally.broken).toEqual([])
  expect(tally.mustBeZero).toEqual(nothing)
  expect(tally.kills).toBeGreaterThan(3)
  expect(tally.done).toBeGreaterThan(10)
})
