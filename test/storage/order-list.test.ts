import { describe, expect, it } from 'vitest'
import type { OrderRow, OrdersQuery } from '../../shared/model/purchase.ts'
import { moved, ordersQuery, providerOrder, purchase, usd, utcMonth } from './purchases.ts'
import { begin, day, noon, open, temporaryFolder } from './support.ts'

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `+1${2065550100 + from + at}`)
const part = (ordered: number, fulfilled: readonly string[], unitCost: string | null = null) => ({
  ordered,
  fulfilled,
  unitCost: unitCost === null ? null : usd(unitCost),
})

function stocked() {
  const storage = open(temporaryFolder())
  const { orders, lists } = storage
  const rows = (change: Partial<OrdersQuery> = {}) => orders.query(ordersQuery(change), utcMonth).rows
  const row = (id: string): OrderRow => {
    const found = rows({ limit: 500 }).find((one) => one.id === id)
    if (!found) throw new Error(`${id} is not listed`)
    return found
  }
  return { storage, orders, lists, rows, row }
}

describe('a purchase in the list of orders', () => {
  it('says what it is about in plain words', () => {
    const { orders, row } = stocked()
    const ask = { local: 5, tollFree: 0, prefix: '', city: '', state: '', zip: '' }
    const asks = [
      [{ ...ask, city: 'Seattle', state: 'WA' }, '5 local numbers in Seattle, WA'],
      [{ ...ask, local: 1, zip: '98101' }, '1 local number near 98101'],
      [{ ...ask, prefix: '206', tollFree: 2 }, '5 local numbers that start with 206 and 2 toll-free numbers'],
      [{ ...ask, local: 0, tollFree: 1 }, '1 toll-free number'],
    ] as const
    const cases = [
      [purchase('a', numbers(3)), '3 numbers'],
      [purchase('b', numbers(1, 43)), '(206) 555-0143'],
      [purchase('c', ['CAKE'], { kind: 'keywords' }), 'Keyword CAKE'],
      [purchase('d', ['PIE', 'BREAD'], { kind: 'keywords' }), '2 keywords'],
      [purchase('e', numbers(1, 44), { kind: 'release' }), 'Release of (206) 555-0144'],
      [purchase('f', numbers(2, 50), { kind: 'release' }), 'Release of 2 numbers'],
      ...asks.map(([count, words], at) => [purchase(`n${at}`, [null], { kind: 'count', count }), words] as const),
    ] as const
    for (const [begun, words] of cases) {
      orders.begin(begun)
      expect(row(begun.id).what).toBe(words)
    }
  })

  it('has the state of its items', () => {
    const { orders, row } = stocked()
    orders.begin(purchase('p', numbers(3)))
    const settled = { settledAt: noon + 61_000 }
    const states = [
      [{}, 'checking'],
      [moved('sending', 'planned', 'planned'), 'checking'],
      [moved('done', 'refused', 'planned'), 'checking'],
      [moved('done', 'refused', 'checking'), 'checking'],
      [{ ...moved('done', 'refused', 'checking'), ...settled }, 'checking'],
      [moved('done', 'done', 'done'), 'done'],
      [moved('done', 'refused', 'notSent'), 'partly'],
      [moved('done', 'notSent', 'notSent'), 'partly'],
      [moved('refused', 'refused', 'refused'), 'refused'],
      [moved('refused', 'notSent', 'notSent'), 'refused'],
      [moved('notSent', 'notSent', 'notSent'), 'notSent'],
      [moved('planned', 'planned', 'planned'), 'notSent'],
    ] as const
    for (const [change, state] of states) {
      orders.change('p', change)
      expect([change, row('p').state]).toEqual([change, state])
      expect(row('p').counts).toEqual(orders.get('p')?.counts)
    }
    expect(row('p').settledAfterMs).toBe(61_000)
  })

  it('tells what it cost: what the provider said, else what was not refused, and nothing where no price is known', () => {
    const { orders, row } = stocked()
    const item = { state: 'planned', setup: usd('1.10'), monthly: usd('2.20') } as const
    const items = numbers(3).map((thing, slot) => ({ ...item, slot, thing }))
    orders.begin(purchase('p', [], { items }))
    expect(row('p').cost).toEqual(usd('9.9'))
    orders.change('p', moved('done', 'checking', 'refused'))
    expect(row('p').cost).toEqual(usd('6.6'))
    orders.change('p', moved('refused', 'refused', 'refused'))
    expect(row('p').cost).toEqual(usd('0'))
    orders.change('p', { total: usd('7.123') })
    expect(row('p').cost).toEqual(usd('7.123'))
    orders.begin(purchase('unpriced', numbers(2, 10)))
    expect(row('unpriced').cost).toBeNull()
    orders.begin(purchase('release', numbers(1, 20), { kind: 'release' }))
    expect(row('release').cost).toEqual(usd('0'))
  })
})

describe('an order made elsewhere', () => {
  it('is listed with what its provider says of it', () => {
    const { storage, lists, row } = stocked()
    const two = numbers(2)
    const cases = [
      [providerOrder('1', { local: part(2, two), total: usd('3.00') }), 'done', 'numbers', '2 local numbers'],
      [providerOrder('2', { local: part(3, two) }), 'partly', 'numbers', '3 local numbers'],
      [providerOrder('3', { local: part(1, numbers(1, 43)) }), 'done', 'numbers', '(206) 555-0143'],
      [providerOrder('4', { keywords: part(1, ['CAKE']) }), 'done', 'keywords', 'Keyword CAKE'],
      [providerOrder('5', { state: 'failed', tollFree: part(1, []) }), 'refused', 'numbers', '1 toll-free number'],
      [providerOrder('6', { state: 'failed', local: part(3, two) }), 'partly', 'numbers', '3 local numbers'],
      [providerOrder('7', { state: 'running', local: part(2, []) }), 'waiting', 'numbers', '2 local numbers'],
      [providerOrder('8', { state: 'waiting', local: part(2, []) }), 'waiting', 'numbers', '2 local numbers'],
      [providerOrder('9', { state: 'unknown', local: part(1, []) }), 'unknown', 'numbers', '1 local number'],
      [providerOrder('10', { state: 'finished', local: part(2, []) }), 'refused', 'numbers', '2 local numbers'],
      [
        providerOrder('11', { local: part(1, numbers(1)), tollFree: part(2, []), keywords: part(1, []) }),
        'partly',
        'mixed',
        '1 local number and 2 toll-free numbers and 1 keyword',
      ],
      [providerOrder('12'), 'done', 'mixed', 'Not told'],
    ] as const
    lists.saveOrders(
      begin(storage),
      cases.map(([order]) => order),
    )
    for (const [order, state, kind, what] of cases) {
      const found = row(order.id)
      expect(found).toMatchObject({ source: 'elsewhere', accountId: 'bakery', orderId: order.id, state, kind, what })
      const { asked, done, refused, checking } = found.counts
      expect(asked).toBe(done + refused + checking)
    }
    expect(row('1').cost).toEqual(usd('3.00'))
    expect(row('6').counts).toEqual({ asked: 3, done: 2, refused: 1, checking: 0, notSent: 0 })
    expect(row('7').counts).toEqual({ asked: 2, done: 0, refused: 0, checking: 2, notSent: 0 })
  })

  it('is told as new as it was read last', () => {
    const { storage, lists, rows, row } = stocked()
    const running = providerOrder('1', { state: 'running', local: part(2, []), created: null })
    lists.saveOrders(begin(storage), [running])
    lists.saveOrders(begin(storage), [{ ...running, state: 'finished', local: part(2, numbers(2)), created: noon }])
    expect(rows()).toHaveLength(1)
    expect(row('1')).toMatchObject({ state: 'done', createdAt: noon })
  })

  it('is not listed beside the purchase that made it, whichever is known first', () => {
    const { storage, orders, lists, rows } = stocked()
    orders.begin(purchase('p1', numbers(1)))
    orders.change('p1', { orderId: '1' })
    orders.begin(purchase('p2', numbers(1, 1)))
    lists.saveOrders(begin(storage), [providerOrder('1'), providerOrder('2')])
    expect(rows().map(({ id }) => id)).toEqual(['p2', 'p1', '2'])
    orders.change('p2', { orderId: '2' })
    lists.saveOrders(begin(storage), [providerOrder('1'), providerOrder('2')])
    expect(rows().map(({ id }) => id)).toEqual(['p2', 'p1'])
    lists.saveOrders(begin(storage, 'clinic'), [providerOrder('1')])
    expect(rows().map(({ id, accountId }) => `${accountId} ${id}`)).toEqual(['bakery p2', 'bakery p1', 'clinic 1'])
  })
})

describe('the list of orders', () => {
  const at = (text: string) => Date.parse(text)

  it('is answered as a plain list in memory would be', () => {
    const { storage, orders, lists } = stocked()
    for (let index = 0; index < 60; index++) {
      const id = `p${index}`
      const accountId = index % 3 === 0 ? 'clinic' : 'bakery'
      orders.begin(purchase(id, numbers(1, index), { accountId, createdAt: noon - ((index * 7) % 60) * day }))
      const state = (['done', 'refused', 'checking'] as const)[index % 3] ?? 'done'
      orders.change(id, { ...moved(state), settledAt: state === 'checking' ? null : noon })
    }
    for (const accountId of ['bakery', 'clinic']) {
      const states = ['finished', 'failed', 'running'] as const
      const said = Array.from({ length: 50 }, (_, index) =>
        providerOrder(`${accountId}${index}`, {
          created: index % 10 === 9 ? null : noon - ((index * 11) % 50) * day - 5,
          state: states[index % 3] ?? 'finished',
          local: part(1, index % 2 ? numbers(1) : []),
        }),
      )
      lists.saveOrders(begin(storage, accountId), said)
    }
    const all = orders.query(ordersQuery({ limit: 500 }), utcMonth).rows
    expect(all).toHaveLength(160)
    const times = all.map(({ createdAt }) => createdAt ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const filters = [
      { states: ['checking', 'waiting'] },
      { accountIds: ['clinic'] },
      { accountIds: ['nobody'] },
      { month: '2026-10' },
      { month: '2026-13' },
      { month: '1999-01' },
      { states: ['done'], accountIds: ['bakery', 'clinic'], month: '2026-11' },
    ] as const satisfies readonly Partial<OrdersQuery>[]
    for (const filter of filters) {
      const { states, accountIds, month } = ordersQuery({ ...filter } as Partial<OrdersQuery>)
      const expected = all
        .filter((row) => states.length === 0 || states.includes(row.state))
        .filter((row) => accountIds.length === 0 || accountIds.includes(row.accountId))
        .filter((row) => month === null || (row.createdAt !== null && utcMonth(row.createdAt) === month))
      const query = ordersQuery({ states, accountIds, month, offset: 3, limit: 7 })
      const window = orders.query(query, utcMonth)
      expect(window).toMatchObject({
        offset: 3,
        total: expected.length,
        open: 20,
        months: ['2026-11', '2026-10', '2026-09'],
      })
      expect(window.rows).toEqual(expected.slice(3, 10))
    }
  })

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'])(
    'knows the months of %s',
    (timeZone) => {
      const { orders, rows } = stocked()
      const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
      const monthOf = (epochMs: number) => format.format(epochMs)
      const times = [
        '2025-12-31T23:59:59.999Z',
        '2026-01-01T00:00:00Z',
        '2026-03-31T18:14:59Z',
        '2026-11-01T07:59:59.999Z',
      ].flatMap((text) => [at(text), at(text) + 1, at(text) + 14 * 3_600_000, at(text) - 14 * 3_600_000])
      times.forEach((createdAt, index) => void orders.begin(purchase(`p${index}`, numbers(1, index), { createdAt })))
      const months = [...new Set(times.map(monthOf))].sort().reverse()
      expect(orders.query(ordersQuery(), monthOf).months).toEqual(months)
      for (const month of months) {
        const found = orders.query(ordersQuery({ month }), monthOf)
        expect(found.total).toBe(times.filter((time) => monthOf(time) === month).length)
        expect(new Set(found.rows.map(({ createdAt }) => monthOf(createdAt ?? 0)))).toEqual(new Set([month]))
      }
      expect(rows()).toHaveLength(times.length)
    },
  )

  it('follows a computer that moves to another zone', () => {
    const { orders } = stocked()
    orders.begin(purchase('p', numbers(1), { createdAt: at('2026-11-01T03:00:00Z') }))
    const here = (timeZone: string) => (epochMs: number) =>
      new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }).format(epochMs)
    for (const [zone, month] of [
      ['UTC', '2026-11'],
      ['America/Los_Angeles', '2026-10'],
      ['UTC', '2026-11'],
    ] as const) {
      const window = orders.query(ordersQuery({ month }), here(zone))
      expect([window.months, window.total]).toEqual([[month], 1])
    }
  })
})
