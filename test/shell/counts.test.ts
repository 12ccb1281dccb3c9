import { expect, it } from 'vitest'
import { e2eCounts, total, unitCounts } from '../support/counts.ts'

it('adds what both runners counted', () => {
  const unit = unitCounts({ numPassedTests: 40, numFailedTests: 2, numFailedTestSuites: 1 })
  const e2e = e2eCounts({ stats: { expected: 8, unexpected: 1, flaky: 0 }, errors: [] })
  expect(total([unit, e2e], 1)).toEqual({ passed: 48, failed: 3 })
})

it('never calls a run clean that ended with an error', () => {
  expect(total([null, null], 2)).toEqual({ passed: 0, failed: 1 })
  expect(total([unitCounts({ numPassedTests: 4 }), null], 1)).toEqual({ passed: 4, failed: 1 })
  expect(unitCounts({ numPassedTests: 4, numFailedTestSuites: 1 })).toEqual({ passed: 4, failed: 1 })
  expect(e2eCounts({ stats: {}, errors: [{}] })).toEqual({ passed: 0, failed: 1 })
})

it('says what is so when all went well', () => {
  expect(
    total(
      [
        { passed: 4, failed: 0 },
        { passed: 1, failed: 0 },
      ],
      0,
    ),
  ).toEqual({ passed: 5, failed: 0 })
})
