import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { RestorePoint } from '../../shared/model/lease.ts'
import { noPlace, ownedNumber, ownedNumbers, route } from '../support/builders.ts'
import { moved, ordersQuery, providerOrder, purchase, usd, utcMonth } from './purchases.ts'
import { begin, day, noon, numbersOf, open, query, readAll, rowsOf, temporaryFolder } from './support.ts'

const [first, second, third] = ['+12065550100', '+12065550101', '+12065550102']

const point = (id: string, change: Partial<RestorePoint> = {}): RestorePoint => ({
  id,
  accountId: 'bakery',
  number: first,
  takenAt: noon,
  why: 'release',
  snapshot: ownedNumber(first, { alias: 'van', monthly: usd('1.25') }),
  routing: { kind: 'routes', primary: '7', failover: null },
  routes: [route('7')],
  ...change,
})

describe('settings of a number that was given up', () => {
  it('are kept as they were, newest first, of whatever account', () => {
    const folder = temporaryFolder()
    const { restorePoints, close } = open(folder)
    const points = [
      point('a'),
      point('b', { takenAt: noon - 5, accountId: 'clinic' }),
      point('c', { takenAt: noon + 5 }),
    ]
    for (const one of [...points, point('other', { number: second })]) restorePoints.save(one)
    close()
    const again = open(folder).restorePoints
    expect(again.of(first)).toEqual([points[2], points[0], points[1]])
    expect(again.get('b')).toEqual(points[1])
    expect(again.get('d')).toBeNull()
    expect(again.of(third)).toEqual([])
  })
})

describe('who owns numbers', () => {
  it('is told of what is still listed, in whatever account', () => {
    const storage = open(temporaryFolder())
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)), { accountId: 'clinic' })
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(1, 1)))
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(1, 2)))
    storage.numbers.saveRoutings(begin(storage), [
      { number: '+12065550199', routing: { kind: 'routes', primary: null, failover: null } },
    ])
    const owners = storage.numbers.owners([first, second, third, '+12065550199', '+12065550777'])
    expect([...owners]).toEqual([
      [first, 'clinic'],
      [second, 'clinic'],
      [third, 'bakery'],
    ])
    expect(storage.numbers.owners([])).toEqual(new Map())
  })
})

describe('numbers that were given up', () => {
  it('are gone at once, and only they', () => {
    const storage = open(temporaryFolder())
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(3)))
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(3)), { accountId: 'clinic' })
    storage.numbers.query(query())
    storage.numbers.markGone('bakery', [first, '+12065550777'], '2026-11-21')
    storage.numbers.markGone('nobody', [second], '2026-11-21')
    const gone = rowsOf(storage, { states: ['gone'] })
    expect(gone).toMatchObject([{ accountId: 'bakery', number: first, goneOn: '2026-11-21', state: 'gone' }])
    expect(numbersOf(storage, { states: [], accountIds: ['bakery'] })).toEqual([second, third])
    storage.numbers.markGone('bakery', [first], '2026-11-25')
    expect(rowsOf(storage, { states: ['gone'] })).toMatchObject([{ goneOn: '2026-11-21' }])
  })

  it('do not come back by a sync that began before, and do by one that begins later', () => {
    const storage = open(temporaryFolder(), noon + 60_000)
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)))
    const { run } = storage.sync.begin('bakery', noon + 30_000)
    storage.numbers.markGone('bakery', [first], '2026-11-21')
    storage.numbers.saveNumbers(run, ownedNumbers(2))
    expect(numbersOf(storage, { states: [], accountIds: ['bakery'] })).toEqual([second])
    storage.sync.end(run)
    const later = storage.sync.begin('bakery', noon + 90_000).run
    storage.numbers.saveNumbers(later, ownedNumbers(2))
    expect(numbersOf(storage, { states: [], accountIds: ['bakery'] })).toEqual([first, second])
  })
})

describe('what is read outside of a sync', () => {
  const read = (storage: ReturnType<typeof open>, number: string) =>
    storage.numbers.saveDetails(storage.sync.current('bakery', noon + 1), [
      { number: ownedNumber(number), routing: { kind: 'routes', primary: null, failover: null } },
    ])

  it('is not taken for gone by the sync that runs at that moment, and is by the next one that misses it', () => {
    const storage = open(temporaryFolder())
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(1)))
    const running = begin(storage)
    storage.numbers.saveNumbers(running, ownedNumbers(1))
    read(storage, second)
    while (storage.sync.finishPart(running, 'numbers', '2026-11-21', 10).left);
    storage.sync.end(running)
    expect(numbersOf(storage, { states: [] })).toEqual([first, second])
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(1)))
    expect(numbersOf(storage, { states: [] })).toEqual([first])
  })

  it('can be kept before the first sync', () => {
    const storage = open(temporaryFolder())
    read(storage, second)
    expect(rowsOf(storage)).toMatchObject([{ number: second, readAt: noon + 1 }])
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(1)))
    expect(numbersOf(storage, { states: [] })).toEqual([first])
  })
})

describe('a number that was bought from this computer', () => {
  it('says when, for thirty days, in the account that bought it', () => {
    let now = noon
    const storage = open(temporaryFolder(), () => now)
    for (const accountId of ['bakery', 'clinic']) {
      readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(3)), { accountId })
    }
    const bought = () => rowsOf(storage, { accountIds: ['bakery'] }).map(({ boughtAt }) => boughtAt)
    storage.orders.begin(purchase('p1', [first]))
    storage.orders.begin(purchase('p2', [null], { kind: 'count', createdAt: noon + 5 }))
    storage.orders.begin(purchase('p3', [third], { kind: 'release' }))
    storage.orders.change('p3', moved('done'))
    expect(bought()).toEqual([null, null, null])
    storage.orders.change('p1', moved('done'))
    storage.orders.change('p2', { items: [{ slot: 0, at: noon + 9, thing: second, state: 'done' }] })
    expect(bought()).toEqual([noon, noon + 5, null])
    expect(rowsOf(storage, { accountIds: ['clinic'] }).map(({ boughtAt }) => boughtAt)).toEqual([null, null, null])
    expect(storage.numbers.get({ accountId: 'bakery', number: first })?.row.boughtAt).toBe(noon)
    now = noon + 30 * day + 1
    expect(bought()).toEqual([null, noon + 5, null])
  })
})

describe('an account that is removed', () => {
  function stocked(folder = temporaryFolder()) {
    const storage = open(folder)
    const { orders, lists, market, restorePoints } = storage
    const offer = { number: first, kind: 'local', place: noPlace, setup: null, monthly: null, seenAt: noon } as const
    for (const accountId of ['bakery', 'clinic']) {
      const at = accountId === 'bakery' ? 0 : 50
      for (let index = 0; index < 8; index++) {
        const id = `${accountId}${index}`
        orders.begin(
          purchase(id, [`+1${2065550200 + at + index}`], {
            accountId,
            events: [{ at: noon, kind: 'intended', text: 'Written down.', answer: null }],
          }),
        )
        if (index > 0) orders.change(id, { ...moved('done'), settledAt: noon })
      }
      lists.saveOrders(begin(storage, accountId), [providerOrder(`${accountId} elsewhere`)])
      market.addToBasket([{ ...offer, accountId }], noon)
      restorePoints.save(point(accountId, { accountId }))
    }
    const both = ['bakery', 'clinic'].map((accountId) => ({ ...offer, accountId }))
    const query = {
      kind: 'local',
      city: '',
      state: '',
      zip: '',
      prefix: '',
      rateCenter: '',
      pattern: '',
      count: 1,
      accountIds: [],
    } as const
    market.saveSearch(
      { searchId: 's', query: { ...query, accountIds: [] }, askedAt: noon, parts: [], watched: false, found: 2 },
      both,
    )
    return storage
  }

  it('takes with it what is settled, its basket and what it kept; what is open stays, and stays locked', () => {
    const folder = temporaryFolder()
    const storage = stocked(folder)
    expect(storage.holdings('bakery')).toMatchObject({ numbers: 0, orders: 7, openOrders: 1 })
    let steps = 1
    while (storage.forget('bakery', 3)) steps++
    expect(steps).toBeGreaterThan(5)
    expect(storage.holdings('bakery')).toMatchObject({ orders: 0, openOrders: 1 })
    const { orders, market, restorePoints } = storage
    expect(orders.get('bakery1')).toBeNull()
    expect(orders.events('bakery1')).toEqual([])
    expect(orders.get('bakery0')).toMatchObject({ accountId: 'bakery', settledAt: null })
    expect(orders.events('bakery0')).toHaveLength(1)
    expect(orders.open().map(({ id }) => id)).toEqual(['bakery0', 'clinic0'])
    expect(orders.locked(['+12065550200'])).toHaveLength(1)
    const listed = orders.query(ordersQuery(), utcMonth)
    expect(listed.rows.filter(({ accountId }) => accountId === 'bakery').map(({ id }) => id)).toEqual(['bakery0'])
    expect(listed.total).toBe(10)
    const sql = new DatabaseSync(join(folder, 'linekeeper.db'))
    const rowsOf = (table: string) => sql.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows
    expect(['purchases', 'purchase_items', 'purchase_events'].map(rowsOf)).toEqual([9, 9, 9])
    sql.close()
    expect(market.basket().map(({ accountId }) => accountId)).toEqual(['clinic'])
    expect(market.offers('s').map(({ accountId }) => accountId)).toEqual(['clinic'])
    expect(restorePoints.of(first).map(({ accountId }) => accountId)).toEqual(['clinic'])
  })

  it('takes what was open with it when that is said to be over', () => {
    const storage = stocked()
    while (storage.forget('bakery', 100));
    storage.orders.change('bakery0', { settledAt: noon })
    expect(storage.orders.locked(['+12065550200'])).toEqual([])
    while (storage.forget('bakery', 100));
    expect(storage.orders.get('bakery0')).toBeNull()
    expect(storage.orders.query(ordersQuery(), utcMonth).total).toBe(9)
  })
})
