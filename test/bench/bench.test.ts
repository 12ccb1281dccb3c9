import { existsSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { type Figures, isWithin, median, toFigure } from './figure.ts'
import { Ground } from './ground.ts'
import { toLoadFigures, toUseFigures } from './page-figures.ts'
import { measureAnswers } from './queries.ts'
import { toReport } from './report.ts'
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

it('gives every figure with its unit, its limit, whether it holds and what was measured beside it', async () => {
  const ground = newGround()
  const figures: Figures = {
    ...(await measureSync(ground, { numbers: 30, latencyMs: 1, rounds: 1, pages: 1, details: 3 })),
    ...(await measureStall(ground, 30)),
    ...(await measureAnswers(ground, 30)),
    ...page(),
  }
  const names = ['sync.time', 'sync.overBound', 'sync.speedUp', 'sync.longestStall', 'queries.window', 'queries.search']
  expect(Object.keys(figures)).toEqual([...names, 'queries.counts', 'page.firstRow', 'page.longTasks', 'page.heap'])
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
  const figure = { what: 'x', unit: 'ms', reference: { what: 'y', value: 1 } } as const
  expect(toFigure({ ...figure, value: 16, limit: { atMost: 16 } }).holds).toBe(true)
  expect(toFigure({ ...figure, value: 16.01, limit: { atMost: 16 } }).holds).toBe(false)
  expect(toFigure({ ...figure, value: 3.99, limit: { atLeast: 4 } }).holds).toBe(false)
})
