import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { project } from '../../electron/core/inventory/project.ts'
import type { Storage, SyncRun } from '../../electron/core/ports.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { type NumberFilter, type NumberQuery, numberSorts } from '../../shared/model/number.ts'
import { accountIds, numberAt, ownedAt, routes, routingAt } from './query-numbers.ts'
import { ownWork } from './stalls.ts'

/** All in milliseconds of main's thread, with 100,000 numbers of two accounts stored. */
export type QueryFigures = {
  readonly numbers: number
  readonly windowP99Ms: number
  readonly searchP99Ms: number
  readonly countsP99Ms: number
  /** The same three as far as this thread itself held a processor: other programs slow down the rest. */
  readonly ownWorkP99Ms: { readonly window: number; readonly search: number; readonly counts: number }
  /** Opening the file, and then the first window and counts of a process that has loaded nothing yet. */
  readonly openMs: number
  readonly firstWindowMs: number
  readonly firstSearchMs: number
  /** The longest time for which one call, or the loop as a timer sees it, stood still while 100,000 rows were saved. */
  readonly saveLongestCallMs: number
  readonly saveLongestStallMs: number
  readonly saveTotalMs: number
  /** The same sync once more, with nothing changed. */
  readonly saveAgainLongestStallMs: number
  readonly saveAgainTotalMs: number
  /** Windows asked while rows were saved. */
  readonly windowWhileSavingP99Ms: number
}

const everything: NumberFilter = {
  search: '',
  accountIds: [],
  kinds: [],
  states: [],
  autoRenew: null,
  rings: null,
  endsBy: null,
}
const filters: readonly Partial<NumberFilter>[] = [
  {},
  { kinds: ['tollFree'] },
  { accountIds: ['flowroute'] },
  { autoRenew: 'off', endsBy: '2026-12-14' },
  { states: ['active', 'pending'], rings: 'somewhere' },
  {
    accountIds: [...accountIds],
    kinds: ['local'],
    states: ['active'],
    rings: 'somewhere',
    autoRenew: 'on',
    endsBy: '2026-12-31',
  },
]
/** As they are typed, key by key, and pasted. */
const typed = [
  '206 555',
  '(206) 555-01',
  '+1206',
  'CAKE',
  'seattle',
  'wa',
  'spring flyer',
  'desk 7',
  'pbx-3.example',
  'callfire 20',
  '5',
  'zzzz',
  'front desk 12',
]

const clock = () => performance.now()

function timed(work: () => unknown): number {
  const started = clock()
  work()
  return clock() - started
}

type Cost = { readonly ms: number; readonly ownMs: number }

function costOf(work: () => unknown): Cost {
  const own = ownWork()
  const ms = timed(work)
  return { ms, ownMs: ownWork() - own }
}

const p99 = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0)
}
const longest = (times: readonly number[]): number => round(Math.max(0, ...times))
const round = (ms: number): number => Math.round(ms * 100) / 100

const windowAt = (at: number, filter: Partial<NumberFilter>, total: number): NumberQuery => ({
  filter: { ...everything, ...filter },
  sort: numberSorts[at % numberSorts.length] ?? 'number',
  direction: at % 2 === 0 ? 'ascending' : 'descending',
  offset: (at * 7919) % Math.max(1, total),
  limit: 100,
})

/** Stands still for as long as a timer of one millisecond is late. */
function watchLoop() {
  const late: number[] = []
  let last = clock()
  const timer = setInterval(() => {
    const now = clock()
    late.push(now - last - 1)
    last = now
  }, 1)
  return { late, stop: () => clearInterval(timer) }
}

async function saveAll(storage: Storage, count: number) {
  const runs: readonly SyncRun[] = accountIds.map((accountId) => storage.sync.begin(accountId, Date.now()).run)
  const [calls, windows]: [number[], number[]] = [[], []]
  const chunk = storage.numbers.maxChunk
  const loop = watchLoop()
  const started = clock()
  for (const run of runs) calls.push(timed(() => storage.numbers.saveRoutes(run, routes, [])))
  for (let from = 0; from < count; from += chunk) {
    const ats = Array.from({ length: Math.min(chunk, count - from) }, (_, at) => from + at)
    for (const [side, run] of runs.entries()) {
      const mine = ats.filter((at) => at % 2 === side)
      calls.push(timed(() => storage.numbers.saveNumbers(run, mine.map(ownedAt))))
      const routings = mine.map((at) => ({ number: numberAt(at), routing: routingAt(at) }))
      calls.push(timed(() => storage.numbers.saveRoutings(run, routings)))
      await new Promise(setImmediate)
    }
    if ((from / chunk) % 7 === 0) windows.push(timed(() => storage.numbers.query(windowAt(from / chunk, {}, 1))))
  }
  for (const run of runs) {
    let left = true
    while (left) {
      calls.push(timed(() => ({ left } = storage.sync.finishPart(run, 'numbers', '2026-11-21', chunk))))
      await new Promise(setImmediate)
    }
    storage.sync.end(run)
  }
  const total = clock() - started
  loop.stop()
  return { calls, windows, late: loop.late, total }
}

/** Loads nothing ahead: the first questions come in the same turn of the loop. */
function measureStart(folder: string) {
  const started = clock()
  const storage = open(folder)
  const openMs = clock() - started
  const firstWindowMs = timed(() => {
    storage.numbers.query(windowAt(0, {}, 1))
    storage.numbers.counts({ filter: everything, soon: '2026-12-14' })
  })
  const firstSearchMs = timed(() => storage.numbers.query(windowAt(0, { search: 'seattle' }, 1)))
  storage.close()
  return { openMs: round(openMs), firstWindowMs: round(firstWindowMs), firstSearchMs: round(firstSearchMs) }
}

function open(folder: string): Storage {
  const storage = openStorage({ folder, project, now: Date.now, log: () => undefined })
  storage.numbers.nameAccounts(accountIds.map((accountId) => ({ accountId, name: `${accountId} account` })))
  return storage
}

async function measureAsking(storage: Storage, count: number) {
  const [windows, searches, counts]: [Cost[], Cost[], Cost[]] = [[], [], []]
  // What a start costs is a figure of its own.
  for (const sort of numberSorts) storage.numbers.query({ ...windowAt(0, { search: 'seattle' }, 1), sort })
  for (let at = 0; at < 1320; at++) {
    const filter = filters[at % filters.length] ?? {}
    // No search twice in a row of a hundred, so that each is looked for anew.
    const search = `${typed[at % typed.length] ?? ''}${at % 3 === 0 ? '' : ` ${at % 97}`}`
    windows.push(costOf(() => storage.numbers.query(windowAt(at, filter, count))))
    searches.push(costOf(() => storage.numbers.query(windowAt(at, { ...filter, search }, 300))))
    counts.push(
      costOf(() => storage.numbers.counts({ filter: { ...everything, ...filter, search }, soon: '2026-12-14' })),
    )
    if (at % 10 === 0) await new Promise(setImmediate)
  }
  const wall = (costs: readonly Cost[]) => p99(costs.map(({ ms }) => ms))
  const own = (costs: readonly Cost[]) => p99(costs.map(({ ownMs }) => ownMs))
  const ownWorkP99Ms = { window: own(windows), search: own(searches), counts: own(counts) }
  return { windowP99Ms: wall(windows), searchP99Ms: wall(searches), countsP99Ms: wall(counts), ownWorkP99Ms }
}

export async function measureQueries(numbers = 100_000): Promise<QueryFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'linekeeper-bench-'))
  try {
    const first = open(folder)
    const saved = await saveAll(first, numbers)
    const again = await saveAll(first, numbers)
    first.close()
    const start = measureStart(folder)
    const storage = open(folder)
    const asked = await measureAsking(storage, numbers)
    storage.close()
    return {
      numbers,
      ...asked,
      ...start,
      saveLongestCallMs: longest(saved.calls),
      saveLongestStallMs: longest(saved.late),
      saveTotalMs: round(saved.total),
      saveAgainLongestStallMs: longest(again.late),
      saveAgainTotalMs: round(again.total),
      windowWhileSavingP99Ms: p99(saved.windows),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measureQueries(), null, 2)}\n`)
