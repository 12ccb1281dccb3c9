import { setImmediate } from 'node:timers/promises'
import { toWish } from '../../electron/core/market/ask.ts'
import { fitsDigits } from '../../electron/providers/asked.ts'
import { anything } from '../../renderer/stores/market/form.ts'
import { apiIds } from '../../shared/model/account.ts'
import { type OfferRow, offerSorts, type ResultsQuery } from '../../shared/model/market.ts'
import { startDemo } from './demo.ts'
import { type Figures, median, percentile99, rounded, toFigure } from './figure.ts'
import { type Ground, tell } from './ground.ts'
import { type LineApp, openLineApp } from './line-app.ts'
import { sortPlainly } from './plain-sort.ts'
import { ownWork } from './stalls.ts'

export type SortingSize = {
  /** All results, half of each account. */
  readonly results: number
  /** Searches for each of the six orders. */
  readonly rounds: number
  readonly warm: number
}
export const fullSorting: SortingSize = { results: 5000, rounds: 8, warm: 600 }

type Order = Pick<ResultsQuery, 'sort' | 'direction'>
const orders: readonly Order[] = offerSorts.flatMap((sort) =>
  (['ascending', 'descending'] as const).map((direction) => ({ sort, direction })),
)

/** What main needs to give the screen a window of many results, in whatever order, and to look through them for a pattern. */
export async function measureSorting(ground: Ground, size: SortingSize = fullSorting): Promise<Figures> {
  tell(`market: ${size.results} results in every order`)
  const demo = await startDemo(ground, { numbers: 50, latencyMs: 0 })
  const app = openLineApp(ground)
  for (const api of apiIds) await app.addAndRead(demo.draft(api))
  const first = await costsAfterArrival(app, size)
  const again: Cost[] = []
  for (let at = 0; at < size.warm; at++) {
    again.push(await costOfWindow(app, orderAt(at), { ...size, offset: (at * 7919) % size.results }))
  }
  const rows = await readAll(app, size.results)
  const filters = Array.from({ length: 60 }, () => costOf(() => filterAll(rows))).slice(10)
  const plainMs: number[] = []
  for (const order of orders) plainMs.push(await timePlainSort(app, rows, order))
  await Promise.all([app.close(), demo.stop()])
  return toFigures(size, { first, again, filters, plainMs })
}

const orderAt = (at: number): Order => orders[at % orders.length] ?? { sort: 'number', direction: 'ascending' }

type Cost = { readonly ms: number; readonly ownMs: number }

function costOf(work: () => unknown): Cost {
  const [began, own] = [performance.now(), ownWork()]
  work()
  return { ms: performance.now() - began, ownMs: ownWork() - own }
}

/** Each order is the first one that is asked for after a search of its own, so that nothing of it was ever sorted. */
async function costsAfterArrival(app: LineApp, size: SortingSize): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  // One round more than is counted: the first one warms up what a running app has compiled long since.
  for (let at = 0; at < (size.rounds + 1) * orders.length; at++) {
    await searchAnew(app, size.results)
    costs.push(await costOfWindow(app, orderAt(at), { ...size, offset: 0 }))
  }
  return costs.slice(orders.length)
}

async function searchAnew(app: LineApp, results: number): Promise<void> {
  // The same search would begin with what it had found before.
  for (const { searchId } of await app.ask('market.recent', null)) await app.ask('market.forget', { searchId })
  const query = { ...anything, state: 'CA', count: results / apiIds.length }
  const { searchId } = await app.ask('market.search', query)
  await app.until({
    topic: 'market',
    name: 'market.recent',
    input: null,
    isWanted: (recent) => recent.some((search) => search.searchId === searchId && search.found === results),
  })
  // What has come is stored in the same turn.
  await setImmediate()
}

/** From the question to the text that would leave for the page. */
async function costOfWindow(
  app: LineApp,
  order: Order,
  { offset, results }: { readonly offset: number; readonly results: number },
): Promise<Cost> {
  const [began, own] = [performance.now(), ownWork()]
  const answer = await app.ask('market.results', { searchId: null, ...order, offset, limit: 100 })
  JSON.stringify(answer)
  const cost = { ms: performance.now() - began, ownMs: ownWork() - own }
  if (answer?.total !== results) throw new Error(`The search has ${answer?.total} results instead of ${results}.`)
  return cost
}

/** Throws when the app gives another order: only the same one can be compared. */
async function timePlainSort(app: LineApp, rows: readonly OfferRow[], order: Order): Promise<number> {
  const began = performance.now()
  const sorted = sortPlainly(rows, order)
  const took = performance.now() - began
  const answer = await app.ask('market.results', { searchId: null, ...order, offset: 0, limit: 500 })
  const isSame = answer?.rows.every(({ number }, at) => number === sorted[at]?.number) ?? false
  if (!isSame) throw new Error(`The app sorts by ${order.sort}, ${order.direction}, in another way.`)
  return took
}

/** In no order, as they come. */
async function readAll(app: LineApp, results: number): Promise<readonly OfferRow[]> {
  const rows: OfferRow[] = []
  for (let offset = 0; offset < results; offset += 500) {
    const query = { searchId: null, sort: 'number', direction: 'ascending', offset, limit: 500 } as const
    rows.push(...((await app.ask('market.results', query))?.rows ?? []))
  }
  return rows.map((row, at) => rows[(at * 7919) % rows.length] ?? row)
}

const { ask: wanted } = toWish({ ...anything, pattern: '*2**' })

/** As a page of a catalogue is filtered that could not be asked for the pattern. */
const filterAll = (rows: readonly OfferRow[]) => rows.filter((row) => fitsDigits(row, wanted, ''))

type Costs = {
  readonly first: readonly Cost[]
  readonly again: readonly Cost[]
  readonly filters: readonly Cost[]
  readonly plainMs: readonly number[]
}

function toFigures({ results, rounds }: SortingSize, { first, again, filters, plainMs }: Costs): Figures {
  const p99 = (costs: readonly Cost[], of: keyof Cost = 'ms') => percentile99(costs.map((cost) => cost[of]))
  const worst = (costs: readonly Cost[]) => rounded(Math.max(...costs.map(({ ms }) => ms)))
  const filterMs = p99(filters)
  return {
    'market.sorting': toFigure({
      what: `${results} results filtered by a pattern, and 100 of them given in an order that was not asked for before, 99th percentile`,
      value: filterMs + Math.max(p99(first), p99(again)),
      unit: 'ms',
      limit: { atMost: 16 },
      reference: {
        what: 'a plain sort with the same comparison, which prepares nothing, the slowest of the orders',
        value: Math.max(...plainMs),
        orders: plainMs.map(rounded),
      },
      details: {
        filterP99Ms: rounded(filterMs),
        filterOwnWorkP99Ms: rounded(p99(filters, 'ownMs')),
        firstP99Ms: rounded(p99(first)),
        firstWorstMs: worst(first),
        firstMedianMs: rounded(median(first.map(({ ms }) => ms))),
        firstOwnWorkP99Ms: rounded(p99(first, 'ownMs')),
        firstAsked: first.length,
        rounds,
        warmP99Ms: rounded(p99(again)),
        warmWorstMs: worst(again),
        warmOwnWorkP99Ms: rounded(p99(again, 'ownMs')),
        warmAsked: again.length,
      },
    }),
  }
}
