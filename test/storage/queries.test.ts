import { describe, expect, it } from 'vitest'
import type { Storage } from '../../electron/core/ports.ts'
import {
  type FeatureState,
  type NumberFilter,
  type NumberRouting,
  numberKinds,
  numberSorts,
  numberStates,
  type OwnedNumber,
} from '../../shared/model/number.ts'
import type { Route } from '../../shared/model/route.ts'
import { noPlace, ownedNumber, ownedNumbers, route } from '../support/builders.ts'
import { type Book, type Held, modelCounts, modelQuery } from './model.ts'
import { begin, everything, noon, open, query, temporaryFolder } from './support.ts'

/** mulberry32: the same numbers for the same seed, so that a failure can be played again. */
function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (count: number) => Math.floor(next() * count)
  const pick = <Item>(items: readonly Item[]): Item => items[upTo(items.length)] as Item
  return { upTo, pick, maybe: (chance: number) => next() < chance }
}
type Dice = ReturnType<typeof dice>

const accountIds = ['a1', 'b2', 'c3']
const featureStates: readonly (FeatureState | null)[] = ['on', 'pending', 'off', 'unsupported', 'unknown', null]
const days = ['2026-11-21', '2026-12-01', '2027-02-28', null]

function someNumber({ upTo, pick, maybe }: Dice, number: string): OwnedNumber {
  const priced = maybe(0.6)
  return ownedNumber(number, {
    alias: pick([null, 'Front desk', 'Café', 'VAN', '🎂']),
    kind: pick(numberKinds),
    place: { ...noPlace, city: pick([null, 'Seattle', 'Portland', 'élan']), state: pick([null, 'WA', 'OR']) },
    lease: maybe(0.3) ? null : { begin: null, end: pick(days), autoRenew: pick([true, false, null]) },
    calls: pick(featureStates),
    texts: pick(featureStates),
    state: pick(numberStates.filter((state) => state !== 'gone')),
    monthly: priced ? { amount: pick(['1.25', '2', '0.004', '10', '1.250']), currency: 'USD' } : null,
    setup: priced ? { amount: `${upTo(3)}`, currency: 'USD' } : null,
    labels: maybe(0.3) ? ['spring flyer'] : [],
  })
}

const someRouting = ({ pick, maybe }: Dice): NumberRouting =>
  maybe(0.7)
    ? { kind: 'routes', primary: pick([null, '0', '7', '8', '9']), failover: pick([null, null, '8']) }
    : { kind: 'config', config: { kind: 'unconfigured', texts: null } }

const someFilter = ({ pick, maybe }: Dice): NumberFilter => ({
  search: maybe(0.4)
    ? ''
    : pick(['206', '(206) 555', 'cafe', 'desk 20', 'sea wa', 'CAKE', '0', 'one', 'example', '🎂', 'zz', '(']),
  accountIds: maybe(0.7) ? [] : [pick(accountIds), pick([...accountIds, 'nobody'])],
  kinds: maybe(0.7) ? [] : [pick(numberKinds)],
  states: maybe(0.7) ? [] : [pick(numberStates), pick(numberStates)],
  autoRenew: maybe(0.7) ? null : pick(['on', 'off', 'untold']),
  rings: maybe(0.7) ? null : pick(['somewhere', 'nowhere', 'unread']),
  endsBy: maybe(0.8) ? null : pick(['2026-11-21', '2026-12-31']),
})

/** A book that is kept by hand beside the storage. */
class Keeper {
  readonly rows = new Map<string, Held>()
  readonly routings = new Map<string, NumberRouting>()
  readonly routes = new Map<string, Route>()
  names = new Map<string, string>()

  book(): Book {
    return { rows: [...this.rows.values()], routes: this.routes, names: this.names }
  }

  save(accountId: string, number: OwnedNumber, readAt: number): void {
    const key = `${accountId} ${number.number}`
    const before = this.rows.get(key)?.number
    const listed = number.monthly === null && number.setup === null
    const known =
      listed && before ? { monthly: before.monthly, setup: before.setup, note: number.note ?? before.note } : {}
    this.rows.set(key, {
      accountId,
      number: { ...number, ...known },
      routing: this.routings.get(key) ?? null,
      readAt,
      goneOn: null,
    })
  }

  route(accountId: string, number: string, routing: NumberRouting): void {
    const key = `${accountId} ${number}`
    this.routings.set(key, routing)
    const held = this.rows.get(key)
    if (held) this.rows.set(key, { ...held, routing })
  }
}

const pool = [
  ...ownedNumbers(30).map(({ number }) => number),
  '+12062253000',
  '+1206',
  '+12060',
  '+442079460018',
  '+123456789012345',
  '+1234567890123456789',
  '+1234567890123456780',
]

/** One sync of one account with whatever happens in it. */
function playRound(storage: Storage, keeper: Keeper, chance: Dice, now: number): void {
  const { pick, maybe } = chance
  const accountId = pick(accountIds)
  const run = begin(storage, accountId, now)
  if (maybe(0.5)) {
    const routes = ['0', '7', '8'].map((id) =>
      route(id, { kind: id === '0' ? 'sipRegistration' : 'host', name: pick([null, 'One', 'two']) }),
    )
    storage.numbers.saveRoutes(run, routes, [])
    for (const one of routes) keeper.routes.set(`${accountId} ${one.id}`, one)
    while (storage.numbers.reproject(accountId, 4));
  }
  const seen = pool.filter(() => maybe(0.5))
  const saveRoutings = () => {
    const routings = pool.filter(() => maybe(0.3)).map((number) => ({ number, routing: someRouting(chance) }))
    storage.numbers.saveRoutings(run, routings)
    for (const { number, routing } of routings) keeper.route(accountId, number, routing)
  }
  if (maybe(0.3)) saveRoutings()
  const numbers = seen.map((number) => someNumber(chance, number))
  storage.numbers.saveNumbers(run, numbers)
  for (const number of numbers) keeper.save(accountId, number, now)
  saveRoutings()
  if (maybe(0.5)) {
    while (storage.sync.finishPart(run, 'numbers', '2026-11-21', 3).left);
    for (const [key, held] of keeper.rows) {
      const missed = held.accountId === accountId && !seen.includes(held.number.number) && held.goneOn === null
      if (missed) keeper.rows.set(key, { ...held, goneOn: '2026-11-21' })
    }
  }
  storage.sync.end(run)
}

function compare(storage: Storage, book: Book, chance: Dice): void {
  const filter = someFilter(chance)
  const asked = query(filter, {
    sort: chance.pick(numberSorts),
    direction: chance.pick(['ascending', 'descending']),
    offset: chance.pick([0, 0, 5, 60]),
    limit: chance.pick([3, 20, 500]),
  })
  expect(storage.numbers.query(asked), JSON.stringify(asked)).toEqual(modelQuery(book, asked))
  const soon = '2026-12-15'
  const counts = storage.numbers.counts({ filter, soon })
  expect({ ...counts, byAccount: {} }, JSON.stringify(filter)).toEqual({
    ...modelCounts(book, filter, soon),
    byAccount: {},
  })
  const byAccount = modelCounts(book, filter, soon).byAccount
  for (const [accountId, count] of Object.entries(byAccount)) expect(counts.byAccount[accountId]).toBe(count)
}

describe('what is saved and asked at random', () => {
  it.each([1, 2, 3, 4])('is answered as a plain list in memory would (%d)', (seed) => {
    const chance = dice(seed)
    const keeper = new Keeper()
    const folder = temporaryFolder()
    let storage = open(folder)
    const name = () => {
      keeper.names = new Map(accountIds.map((id) => [id, chance.pick(['Bakery', 'Zoë', 'one'])]))
      storage.numbers.nameAccounts([...keeper.names].map(([accountId, name]) => ({ accountId, name })))
    }
    name()
    for (let round = 0; round < 25; round++) {
      playRound(storage, keeper, chance, noon + round * 1000)
      if (chance.maybe(0.2)) name()
      if (chance.maybe(0.1)) {
        const accountId = chance.pick(accountIds)
        while (storage.forget(accountId, 7));
        for (const map of [keeper.rows, keeper.routings, keeper.routes]) {
          for (const key of map.keys()) if (key.startsWith(`${accountId} `)) map.delete(key)
        }
      }
      if (chance.maybe(0.2)) {
        storage.close()
        storage = open(folder)
        storage.numbers.nameAccounts([...keeper.names].map(([accountId, name]) => ({ accountId, name })))
      }
      for (let asked = 0; asked < 8; asked++) compare(storage, keeper.book(), chance)
    }
  })
})

it('pages through every sort without a row twice or missing, nulls last both ways', () => {
  const storage = open(temporaryFolder())
  const chance = dice(99)
  for (const accountId of accountIds) {
    const run = begin(storage, accountId)
    storage.numbers.saveNumbers(
      run,
      pool.map((number) => someNumber(chance, number)),
    )
  }
  for (const sort of numberSorts) {
    for (const direction of ['ascending', 'descending'] as const) {
      const pages = Array.from({ length: 12 }, (_, page) =>
        storage.numbers.query(query({}, { sort, direction, offset: page * 10, limit: 10 })),
      )
      const rows = pages.flatMap((page) => page.rows)
      expect(new Set(rows.map((row) => row.accountId + row.number)).size).toBe(3 * pool.length)
      if (sort === 'monthly') {
        const unknown = rows.findIndex(({ monthly }) => monthly === null)
        expect(rows.slice(unknown).every(({ monthly }) => monthly === null)).toBe(true)
      }
    }
  }
})

it('sees what another connection wrote meanwhile', () => {
  const folder = temporaryFolder()
  const [here, there] = [open(folder), open(folder)]
  expect(here.numbers.query(query()).total).toBe(0)
  there.numbers.saveNumbers(begin(there, 'other'), ownedNumbers(3))
  expect(here.numbers.query(query({ accountIds: ['other'] })).total).toBe(3)
  expect(here.numbers.counts({ filter: everything, soon: '2026-12-01' }).all).toBe(3)
})
