import { existsSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { type Figures, isWithin, median, percentile99, toFigure } from './figure.ts'
import { type SearchTimes, toFirstResultsFigures } from './first-results.ts'
import { Ground } from './ground.ts'
import { measureOrderWrites, toWriteFigures } from './order-writes.ts'
import { toLoadFigures, toUseFigures } from './page-figures.ts'
import { measureAnswers } from './queries.ts'
import { toReport } from './report.ts'
import { measureSorting } from './sorting.ts'
import { measureStall } from './stall.ts'
import { measureSync } from './sync.ts'
import { toTable } from './table.ts'

/** A ground that goes with its test. */
function newGround(): Ground {
  const ground = new Ground()
  onTestFinished(() => ground.end())
  return ground
}

const page = (): Figures => {
  const tasks = { longestMs: 61.2, longestOwnWorkMs: 40 }
  const use = { scrolled: { longTasks: [61.2], tasks, rowsSeen: 500, reached: 1000 }, heapBytes: 9_000_000 }
  const empty = { scrolled: { ...use.scrolled, longTasks: [] }, heapBytes: 5_000_000 }
  return {
    ...toLoadFigures({ firstRow: [300, 200, 900], frame: [100, 150, 120] }, 1000),
    ...toUseFigures({ full: use, empty }, 1000),
  }
}

const search = (pageMs: number, flowrouteMs: number): SearchTimes => ({
  alone: { 'callfire-v2': 400, 'flowroute-v2': flowrouteMs },
  mainMs: 405,
  pageMs,
})

it('gives every figure with its unit, its limit, whether it holds and what was measured beside it', async () => {
  const ground = newGround()
  const figures: Figures = {
    ...(await measureSync(ground, { numbers: 30, latencyMs: 1, rounds: 1, pages: 1, details: 3 })),
    ...(await measureStall(ground, 30)),
    ...(await measureAnswers(ground, 30)),
    ...page(),
    ...(await measureSorting(ground, { results: 60, rounds: 1, warm: 6 })),
    ...toFirstResultsFigures([search(450, 410)], { latencyMs: 400 }),
  }
  const names = ['sync.time', 'sync.overBound', 'sync.speedUp', 'sync.longestStall', 'queries.window', 'queries.search']
  const seen = ['queries.counts', 'page.firstRow', 'page.longTasks', 'page.heap', 'market.sorting']
  expect(Object.keys(figures)).toEqual([...names, ...seen, 'market.firstResults'])
  for (const [name, { what, unit, value, limit, holds, reference }] of Object.entries(figures)) {
    expect([what, unit, reference.what], name).not.toContain('')
    expect(Number.isFinite(reference.value), name).toBe(true)
    expect(Number.isFinite(value), name).toBe(true)
    expect(holds, name).toBe(limit === null ? null : isWithin(value, limit))
  }
  expect(figures['sync.speedUp']?.reference).toMatchObject({ measured: 8, scaledTo: 62 })
  expect(JSON.parse(JSON.stringify(toReport(figures, 12.5)))).toMatchObject({ holds: false, tookMs: 13 })
})

it('says in the table which figures missed their limit', () => {
  const lines = toTable(page()).split('\n')
  const starts = lines.filter((line) => line.includes('page.')).map((line) => line.trim().split(/\s+/).slice(0, 3))
  expect(starts).toEqual([
    ['holds', 'page.firstRow', '2.5'],
    ['MISSED', 'page.longTasks', '1'],
    ['holds', 'page.heap', '9'],
  ])
})

it('waits for the disk once for each request that spends, as storage counts it', { timeout: 30_000 }, async () => {
  const writes = (await measureOrderWrites(newGround()))['orders.writes']
  expect(writes).toMatchObject({ value: 1, unit: 'writes', holds: true, details: { requests: [1, 1, 1, 3] } })
  expect(writes?.reference.value).toBeGreaterThan(1)
})

it('misses where an order waits for the disk three times before a request, and where no request was seen at all', () => {
  const purchase = { api: 'flowroute-v2', numbers: 3, untilSettled: 6 } as const
  const figure = (...beforeRequests: readonly number[]) =>
    toWriteFigures([
      { ...purchase, beforeRequests: [2, 2] },
      { ...purchase, beforeRequests },
    ])['orders.writes']
  expect(figure(1, 2)).toMatchObject({ value: 2, holds: true })
  expect(figure(1, 3)).toMatchObject({ value: 3, holds: false })
  expect(figure()?.holds).toBe(false)
})

it('holds a search against the slower provider, by the middle of several', () => {
  const figure = (...times: readonly SearchTimes[]) =>
    toFirstResultsFigures(times, { latencyMs: 400 })['market.firstResults']
  expect(figure(search(500, 380), search(480, 390), search(900, 400))).toMatchObject({ value: 1.25, holds: true })
  expect(figure(search(900, 600))).toMatchObject({ value: 1.5, holds: false, reference: { ms: 600 } })
})

it('ends everything that it started, the last first, also when one of them will not end', async () => {
  const ground = new Ground()
  const folder = ground.folder()
  const ended: string[] = []
  ground.onEnd(() => void ended.push('first'))
  ground.onEnd(async () => Promise.reject(new Error('will not end')))
  const early = ground.onEnd(() => void ended.push('early'))
  await early()
  await Promise.all([ground.end(), ground.end()])
  expect(ended).toEqual(['early', 'first'])
  ground.onEnd(() => void ended.push('late'))
  expect(ended).toEqual(['early', 'first', 'late'])
  expect(existsSync(folder)).toBe(false)
})

it('takes the middle of several values, and holds a limit that is just reached', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 9])).toBe(3)
  expect(percentile99([3, 9, 1])).toBe(9)
  expect(percentile99(Array.from({ length: 200 }, (_, at) => at))).toBe(197)
  const figure = { what: 'x', unit: 'ms', reference: { what: 'y', value: 1 } } as const
  expect(toFigure({ ...figure, value: 16, limit: { atMost: 16 } }).holds).toBe(true)
  expect(toFigure({ ...figure, value: 16.01, limit: { atMost: 16 } }).holds).toBe(false)
  expect(toFigure({ ...figure, value: 3.99, limit: { atLeast: 4 } }).holds).toBe(false)
})
