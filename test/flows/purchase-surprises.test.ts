import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberQuery } from '../support/builders.ts'
import { PurchaseDesk } from './purchase-desk.ts'

let desk: PurchaseDesk
beforeEach(async () => {
  desk = await PurchaseDesk.open()
})
afterEach(() => desk.world.close())

const settings = () => desk.world.carriers.callfireV2.books.settings
const ask = { local: 0, tollFree: 0, prefix: '', city: '', state: '', zip: '' }

describe('between search and purchase', () => {
  it('a number that was sold meanwhile fails the check, and is named', async () => {
    const accountId = await desk.account('flowroute-v2')
    const [one = '', two = ''] = await desk.forSale(accountId, 2)
    desk.world.carriers.flowrouteV2.books.sellElsewhere(two.slice(1))
    const draft = await desk.prepare({ kind: 'numbers', accountId, things: [one, two] })
    expect(draft.state).toBe('stopped')
    expect(draft.things.map(({ problem }) => problem !== null)).toEqual([false, true])
    expect(desk.spending('flowroute-v2').received).toHaveLength(0)
  })

  it('a number that is sold after the checks is refused in the carrier’s words, and the other is ours', async () => {
    const accountId = await desk.account('flowroute-v2')
    const [one = '', two = ''] = await desk.forSale(accountId, 2)
    const draft = await desk.prepare({ kind: 'numbers', accountId, things: [one, two] })
    desk.world.carriers.flowrouteV2.books.sellElsewhere(one.slice(1))
    const { purchaseId } = await desk.world.ask('orders.place', { draftId: draft.id, typed: null })
    const { purchase } = await desk.settled(purchaseId)
    expect(purchase.items.map(({ state }) => state)).toEqual(['refused', 'done'])
    expect(purchase.items[0]?.said).toContain('not available for purchase')
    expect(await desk.checkBooks('flowroute-v2', purchaseId)).toMatchObject({ asked: 2, done: 1, refused: 1 })
  })

  it('a price that changed is asked about, showing both, and nothing is bought before it is accepted', async () => {
    const accountId = await desk.account('flowroute-v2')
    const [thing = ''] = await desk.forSale(accountId, 1)
    await desk.world.ask('market.addToBasket', { offers: [{ accountId, number: thing }] })
    desk.world.carriers.flowrouteV2.books.changePrice(thing.slice(1), { monthly: 7.5 })
    const draft = await desk.prepare({ kind: 'numbers', accountId, things: [thing] })
    expect(draft).toMatchObject({ state: 'ready', asksPrice: true })
    expect(draft.things[0]?.before?.monthly).not.toEqual(draft.things[0]?.monthly)
    expect((await desk.world.refusal('orders.place', { draftId: draft.id, typed: null })).kind).toBe('invalid')
    await desk.world.ask('orders.acceptPrice', { draftId: draft.id })
    const { purchaseId } = await desk.world.ask('orders.place', { draftId: draft.id, typed: null })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('flowroute-v2', purchaseId)).toMatchObject({ done: 1 })
    expect((await desk.world.ask('market.basket', null)).count).toBe(0)
  })

  it('credits that are too low stop the order', async () => {
    const accountId = await desk.account('callfire-v2')
    const things = [...(await desk.forSale(accountId, 1))]
    desk.world.carriers.callfireV2.books.billing.setCredits({ plan: 0, payAsYouGo: 0 })
    const draft = await desk.prepare({ kind: 'numbers', accountId, things })
    expect(draft.state).toBe('stopped')
    expect(draft.checks.find(({ name }) => name === 'balance')?.sentence).toContain('Credits too low')
  })
})

describe('an order at CallFire', () => {
  it('that is fulfilled by half says so of each number', async () => {
    const accountId = await desk.account('callfire-v2')
    settings().fulfilAtMost = 1
    const things = [...(await desk.forSale(accountId, 2))]
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ asked: 2, done: 1, refused: 1 })
  })

  it('that the carrier forgot is settled from what is leased', async () => {
    const accountId = await desk.account('callfire-v2')
    settings().remembersOrders = false
    const things = [...(await desk.forSale(accountId, 2))]
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things })
    desk.world.carriers.callfireV2.books.settings.orderMs = 0
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ asked: 2, done: 2 })
  })

  it('whose numbers show late in the list is followed until they do', async () => {
    const accountId = await desk.account('callfire-v2')
    Object.assign(settings(), { lagMs: 400, readsLag: true })
    const things = [...(await desk.forSale(accountId, 1))]
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things })
    await desk.untilPurchase(purchaseId, ({ items }) => items[0]?.said?.includes('does not list it yet'))
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ done: 1 })
  })

  it('by count gets as many as were asked for, and they are in the list', async () => {
    const accountId = await desk.account('callfire-v2')
    const purchaseId = await desk.buy({
      kind: 'count',
      accountId,
      ask: { ...ask, local: 3, tollFree: 1, prefix: '206' },
    })
    const { purchase } = await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ asked: 4, done: 4 })
    const { filter } = numberQuery()
    const all = { ...filter, states: [], accountIds: [accountId] }
    const { rows } = await desk.world.ask('numbers.query', numberQuery({ filter: all }))
    const listed = rows.map(({ number }) => number)
    expect(listed).toEqual(expect.arrayContaining(purchase.items.flatMap(({ thing }) => thing ?? [])))
  })

  it.each(['served', 'notServed'] as const)('by count, never answered, is found (orders %s)', async (orderList) => {
    const accountId = await desk.account('callfire-v2')
    Object.assign(settings(), { orderList, orderMs: 0 })
    desk.suffer('callfire-v2', { kind: 'reset', when: 'after' })
    const purchaseId = await desk.buy({ kind: 'count', accountId, ask: { ...ask, local: 2, prefix: '206' } })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ asked: 2, done: 2 })
    expect(desk.spending('callfire-v2').received).toHaveLength(1)
  })

  it('by count that got fewer says so', async () => {
    const accountId = await desk.account('callfire-v2')
    settings().fulfilAtMost = 1
    const purchaseId = await desk.buy({ kind: 'count', accountId, ask: { ...ask, local: 3, prefix: '206' } })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ asked: 3, done: 1, refused: 2 })
  })

  it('for keywords is leased in the end', async () => {
    const accountId = await desk.account('callfire-v2')
    const word = 'LINEKEEPERTEST'
    const purchaseId = await desk.buy({ kind: 'keywords', accountId, things: [word] })
    const { purchase } = await desk.settled(purchaseId)
    expect(purchase.counts).toMatchObject({ asked: 1, done: 1 })
    const query = {
      search: word,
      accountIds: [],
      sort: 'keyword',
      direction: 'ascending',
      offset: 0,
      limit: 10,
    } as const
    const { rows } = await desk.world.ask('keywords.query', { ...query, accountIds: [] })
    expect(rows.map(({ keyword }) => keyword)).toEqual([word])
  })
})

describe('at Flowroute', () => {
  it('a number that was bought without its texting says so, and is not bought again', async () => {
    const accountId = await desk.account('flowroute-v2')
    desk.world.carriers.flowrouteV2.books.behave({ messagingService: 'broken' })
    const things = [...(await desk.forSale(accountId, 1))]
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('flowroute-v2', purchaseId)).toMatchObject({ done: 1 })
    expect(desk.spending('flowroute-v2').received).toHaveLength(1)
  })

  it('a balance that is too low is its own no', async () => {
    const accountId = await desk.account('flowroute-v2')
    const things = [...(await desk.forSale(accountId, 1))]
    const draft = await desk.prepare({ kind: 'numbers', accountId, things })
    desk.world.carriers.flowrouteV2.books.behave({ balance: 0 })
    const { purchaseId } = await desk.world.ask('orders.place', { draftId: draft.id, typed: null })
    const { purchase } = await desk.settled(purchaseId)
    expect(purchase.items[0]?.state).toBe('refused')
    expect(await desk.checkBooks('flowroute-v2', purchaseId)).toMatchObject({ refused: 1 })
  })

  it.each([
    ['answered', null],
    ['not answered', { kind: 'reset', when: 'after' }],
  ] as const)('a number that is given up, %s, leaves the list, and its settings are kept', async (_, fault) => {
    const accountId = await desk.account('flowroute-v2')
    const number = [...desk.held('flowroute-v2')][0] ?? ''
    if (fault) {
      const match = { method: 'DELETE', path: '/v2/numbers/*' }
      desk.world.carriers.flowrouteV2.faults.add({ match, fault, times: 1 })
    }
    const draft = await desk.prepare({ kind: 'release', accountId, things: [number] })
    expect(draft.typing?.expected).toBe(number.slice(-4))
    const { purchaseId } = await desk.world.ask('orders.place', { draftId: draft.id, typed: number.slice(-4) })
    const { purchase } = await desk.settled(purchaseId)
    expect(purchase.items[0]?.state).toBe('done')
    expect(desk.held('flowroute-v2').has(number)).toBe(false)
    expect(desk.spending('flowroute-v2').naming(number.slice(1))).toHaveLength(1)
    const detail = await desk.world.ask('numbers.get', { accountId, number })
    expect(detail?.row.goneOn).not.toBeNull()
    expect(await desk.world.ask('leases.restorePoints', { number })).toHaveLength(1)
  })
})
