import { describe, expect, it } from 'vitest'
import { countWords, itemSign } from '../../renderer/screens/item-words.ts'
import { askWords, monthWords, stateOf, sumOf, sumWords, titleOf } from '../../renderer/screens/orders/order-words.ts'
import { thingWords } from '../../renderer/screens/thing-words.ts'
import { createOrderStore } from '../../renderer/stores/order.ts'
import { createOrdersStore } from '../../renderer/stores/orders.ts'
import { failureSince } from '../../renderer/stores/windowed/asking.ts'
import { rowAt } from '../../renderer/stores/windowed/pages.ts'
import { orderStates, type PurchaseDetail } from '../../shared/model/purchase.ts'
import { createFakeMain } from './support/fake-main.ts'
import { sampleItem, sampleOrder, samplePurchase } from './support/sample-purchase.ts'
import { quiet, until } from './support/settled.ts'

const many = Array.from({ length: 250 }, (_, at) => sampleOrder(at, { state: at % 5 === 0 ? 'refused' : 'done' }))

function office() {
  const main = createFakeMain()
  main.world.answers['orders.query'] = ({ states, offset, limit }) => {
    const found = many.filter(({ state }) => states.length === 0 || states.includes(state))
    return { rows: found.slice(offset, offset + limit), offset, total: found.length, months: ['2026-11'], open: 3 }
  }
  return main
}

describe('the list of orders', () => {
  it('asks for the pages around what is looked at, not for all', async () => {
    const main = office()
    const store = createOrdersStore(main.bridge, 0)
    store.getState().show({ start: 120, end: 140 })
    await until(() => rowAt(store.getState().pages, 130))
    expect(store.getState()).toMatchObject({ total: 250, open: 3, months: ['2026-11'] })
    expect(store.getState().pages.has(2)).toBe(false)
  })

  it('starts anew with another filter, and keeps the old rows until the answer is here', async () => {
    const main = office()
    const store = createOrdersStore(main.bridge, 0)
    store.getState().reload()
    await until(() => store.getState().total === 250)
    store.getState().setState('refused')
    expect(store.getState().total).toBe(250)
    await until(() => store.getState().total === 50)
    expect(store.getState()).toMatchObject({ answered: 2, filter: { states: ['refused'] } })
    store.getState().clearFilter()
    await until(() => store.getState().total === 250)
  })

  it('follows the accounts of the top bar, and asks nothing when they stayed the same', async () => {
    const main = office()
    const store = createOrdersStore(main.bridge, 0)
    store.getState().setAccounts(['cf'])
    await until(() => store.getState().total)
    const before = main.asked.length
    store.getState().setAccounts(['cf'])
    expect(main.asked.length).toBe(before)
    expect(main.asked.at(-1)?.input).toMatchObject({ accountIds: ['cf'] })
  })

  it('keeps its rows and says why when it was asked for again in vain, until it was read', async () => {
    const main = office()
    const store = createOrdersStore(main.bridge, 0)
    main.world.failures.set('orders.query', { kind: 'disk', why: 'full', detail: '' })
    store.getState().reload()
    await until(() => store.getState().failure)
    // Without rows, the failure stands in their place.
    expect(failureSince(store.getState())).toBeNull()
    main.world.failures.delete('orders.query')
    store.getState().reload()
    await until(() => store.getState().total === 250)
    main.world.failures.set('orders.query', { kind: 'disk', why: 'full', detail: '' })
    main.push('orders')
    await until(() => failureSince(store.getState()))
    expect(rowAt(store.getState().pages, 0)).toBeDefined()
    main.world.failures.delete('orders.query')
    store.getState().reload()
    await until(() => failureSince(store.getState()) === null)
  })

  it('is asked for again when an order changed', async () => {
    const main = office()
    const store = createOrdersStore(main.bridge, 0)
    store.getState().reload()
    await until(() => store.getState().total)
    main.world.answers['orders.query'] = ({ offset }) => ({ rows: [], offset, total: 0, months: [], open: 0 })
    main.push('orders')
    await until(() => store.getState().total === 0)
    expect(store.getState().open).toBe(0)
  })

  it('keeps its rows when it cannot be asked, and says why', async () => {
    const main = office()
    const store = createOrdersStore(main.bridge, 0)
    store.getState().reload()
    await until(() => store.getState().total)
    main.world.failures.set('orders.query', { kind: 'disk', why: 'damaged', detail: '' })
    store.getState().reload()
    await until(() => store.getState().failure)
    expect(rowAt(store.getState().pages, 3)).toEqual(many[3])
  })
})

describe('the open order', () => {
  const detail = (state: 'checking' | 'done'): PurchaseDetail => ({ purchase: samplePurchase([state]), events: [] })

  it('follows its purchase while it is being settled', async () => {
    const main = createFakeMain()
    main.world.answers['orders.get'] = () => detail('checking')
    const store = createOrderStore(main.bridge, 0)
    await store.getState().open({ source: 'here', id: 'purchase-1' })
    expect(store.getState().detail?.purchase.counts.checking).toBe(1)
    main.world.answers['orders.get'] = () => detail('done')
    main.push('orders')
    await until(() => store.getState().detail?.purchase.counts.done === 1)
  })

  it('is the last that was opened, also when an earlier answer comes late', async () => {
    const main = createFakeMain()
    main.world.answers['orders.get'] = ({ purchaseId }) => ({
      purchase: samplePurchase(['done'], { id: purchaseId }),
      events: [],
    })
    const store = createOrderStore(main.bridge, 0)
    const held = main.hold('orders.get')
    const first = store.getState().open({ source: 'here', id: 'a' })
    const second = store.getState().open({ source: 'here', id: 'b' })
    held.letGo()
    await first
    expect(store.getState().detail).toBeNull()
    held.letGo()
    await second
    expect(store.getState().detail?.purchase.id).toBe('b')
  })

  it('made elsewhere asks main for nothing, for there is no more to know', async () => {
    const main = createFakeMain()
    const store = createOrderStore(main.bridge, 0)
    const row = sampleOrder(1, { source: 'elsewhere' })
    await store.getState().open({ source: 'elsewhere', id: row.id, row })
    expect(store.getState()).toMatchObject({ asked: true, detail: null, failure: null })
    expect(main.asked).toEqual([])
  })

  it('looks again and lets go by name and slot, and never orders', async () => {
    const main = createFakeMain()
    main.world.answers['orders.get'] = () => detail('checking')
    const store = createOrderStore(main.bridge, 0)
    await store.getState().open({ source: 'here', id: 'purchase-1' })
    expect(await store.getState().checkAgain()).toBeNull()
    expect(await store.getState().letGo([0])).toBeNull()
    await quiet()
    const names = main.asked.map(({ name }) => name)
    expect(names).toEqual(['orders.get', 'orders.checkAgain', 'orders.letGo'])
    expect(main.asked.at(-1)?.input).toEqual({ purchaseId: 'purchase-1', slots: [0] })
  })
})

describe('an order in words', () => {
  it.each([
    [['checking', 'done'], 'checking'],
    [['planned', 'done'], 'checking'],
    [['sending'], 'checking'],
    [['done', 'done'], 'done'],
    [['done', 'refused'], 'partly'],
    [['refused'], 'refused'],
    [['notSent'], 'notSent'],
    [['notSent', 'done'], 'done'],
    [['refused', 'notSent'], 'refused'],
  ] as const)('%o as a whole is %s', (states, whole) => {
    expect(stateOf(samplePurchase(states))).toBe(whole)
    expect(orderStates).toContain(whole)
  })

  it('adds up: what was asked is yours, refused and being checked; what was not sent stands apart', () => {
    const { counts } = samplePurchase(['done', 'refused', 'checking', 'sending', 'notSent'])
    expect(countWords(counts, 'numbers')).toBe('4 asked: 1 yours, 1 refused, 2 being checked · 1 not sent')
    expect(countWords(counts, 'release')).toContain('1 released')
    expect(countWords(samplePurchase(['notSent']).counts, 'numbers')).toBe('1 not sent')
  })

  it('calls a thing yours only when it was read back, and released when that was wanted', () => {
    expect(itemSign(sampleItem(0, 'done'), 'numbers').word).toBe('Yours')
    expect(itemSign(sampleItem(0, 'done'), 'release').word).toBe('Released')
    expect(itemSign(sampleItem(0, 'checking'), 'numbers').word).toBe('Checking')
    expect(itemSign(sampleItem(0, 'checking', { letGo: true }), 'numbers').word).toBe('Not waited for')
  })

  it('is named by the one thing it is about, else by how many', () => {
    expect(titleOf(samplePurchase(['done']))).toBe('(206) 555-0100')
    expect(titleOf(samplePurchase(['done', 'done']))).toBe('2 numbers')
    expect(titleOf(samplePurchase(['done'], { kind: 'release' }))).toBe('Release of (206) 555-0100')
    const cake = sampleItem(0, 'done', { thing: 'CAKE' })
    expect(titleOf(samplePurchase([], { kind: 'keywords', items: [cake] }))).toBe('Keyword CAKE')
  })

  it('by count is named by what was asked for, and its open items have no number yet', () => {
    const count = { local: 5, tollFree: 1, prefix: '', city: 'Seattle', state: 'WA', zip: '' }
    expect(askWords(count)).toBe('5 local numbers, 1 toll-free number in Seattle, WA')
    expect(titleOf(samplePurchase(['checking'], { kind: 'count', count }))).toBe(askWords(count))
    expect(thingWords(null, 'callfire-v2')).toBe('a number that CallFire picks')
  })

  it('sums known prices of what was not refused, and says how many are not known', () => {
    const items = [sampleItem(0, 'done'), sampleItem(1, 'refused'), sampleItem(2, 'checking', { monthly: null })]
    expect(sumWords(sumOf(items, 'setup'))).toBe('$2.00')
    expect(sumWords(sumOf(items, 'monthly'))).toBe('$1.25 and 1 price not told')
    expect(sumWords(sumOf([sampleItem(0, 'done', { setup: null })], 'setup'))).toBe('not told')
  })

  it('names months', () => {
    expect(monthWords('2026-11')).toBe('November 2026')
  })
})
