import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, providerZone, toCalendarDay } from '../../../shared/calendar.ts'
import type { CountAsk, OrderDraft } from '../../../shared/model/purchase.ts'
import { settle } from '../../support/clock.ts'
import { a, b, Counter, c, free } from './counter.ts'
import { lost, lostBefore, no, type Shop, says } from './shop.ts'

let counter: Counter
let id: string
let shop: Shop
beforeEach(async () => {
  counter = new Counter()
  ;({ id, shop } = await counter.account())
})

const numbers = (...things: string[]): OrderDraft => ({ kind: 'numbers', accountId: id, things })
const byCount = (change: Partial<CountAsk>): OrderDraft => ({
  kind: 'count',
  accountId: id,
  ask: { local: 0, tollFree: 0, prefix: '', city: '', state: '', zip: '', ...change },
})
const forward = (ms: number) => counter.world.clock.forward(ms)

describe('an order by count', () => {
  it('gets its numbers’ names from the order, and is done when they are listed', async () => {
    const purchaseId = await counter.buy(byCount({ local: 2, tollFree: 1 }))
    await forward(1_000)
    const { purchase } = await counter.detail(purchaseId)
    expect(purchase.counts).toMatchObject({ asked: 3, done: 3 })
    expect(purchase.items.map(({ thing }) => thing)).toEqual([a, b, free])
    expect(shop.sent).toEqual(['order 2+1'])
  })

  it('that got fewer says how many, and refuses the rest', async () => {
    shop.atMost = 1
    const purchaseId = await counter.buy(byCount({ local: 3 }))
    await forward(2_000)
    expect((await counter.detail(purchaseId)).purchase.counts).toMatchObject({ asked: 3, done: 1, refused: 2 })
  })

  it('refuses nothing while the list holds new numbers that the order does not name', async () => {
    shop.works = false
    const purchaseId = await counter.buy(byCount({ local: 2 }))
    shop.obtain(a)
    const local = { ordered: 2, unitCost: null, fulfilled: [] }
    shop.change({ ...shop.lastOrder, state: 'finished', said: 'FINISHED', local })
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['checking', 'checking'])
    expect((await counter.said(purchaseId))[0]).toContain('new since (1 local)')
  })

  it('refuses nothing of a kind of which the order does not tell what it obtained', async () => {
    shop.works = false
    const purchaseId = await counter.buy(byCount({ local: 1, tollFree: 1 }))
    const local = { ordered: 1, unitCost: null, fulfilled: [] }
    shop.change({ ...shop.lastOrder, state: 'finished', said: 'FINISHED', local, tollFree: null })
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['refused', 'checking'])
    expect((await counter.said(purchaseId))[1]).toContain('does not tell what it obtained')
  })

  it.each([
    ['running', 'PROCESSING', 'CallFire is working on the order.'],
    ['waiting', 'PENDING', 'CallFire holds the order until it is paid or approved there.'],
    ['unknown', 'ON_ICE', 'CallFire says “ON_ICE” of the order, which Linekeeper does not know.'],
  ] as const)('whose order is %s (“%s”) says so', async (state, told, sentence) => {
    shop.works = false
    const purchaseId = await counter.buy(byCount({ local: 1 }))
    shop.change({ ...shop.lastOrder, state, said: told })
    await forward(60_000)
    expect(await counter.said(purchaseId)).toEqual([sentence])
  })

  it('without an answer is found where it is the only new order of its kind', async () => {
    shop.fates = [lost]
    const purchaseId = await counter.buy(byCount({ local: 2 }))
    await forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'done'])
    expect((await counter.detail(purchaseId)).purchase.orderId).toBe('9001')
  })

  it('without an answer, and without a list of orders, is told by the difference of the numbers', async () => {
    shop.listsOrders = false
    shop.fates = [lost]
    const purchaseId = await counter.buy(byCount({ local: 2, city: 'Seattle', state: 'wa' }))
    await forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'done'])
    expect(counter.world.storage.of(id).map(({ number }) => number.number)).toEqual(expect.arrayContaining([a, b]))
  })

  it.each<[string, Partial<CountAsk>, readonly string[]]>([
    ['fewer came than were asked for', { local: 3 }, [a, b]],
    ['more came than were asked for', { local: 1 }, [a, b]],
    ['they lie elsewhere', { local: 2, city: 'SPOKANE' }, [a, b]],
    ['another kind came', { local: 1 }, [free]],
    ['nothing came', { local: 1 }, []],
  ])('without an answer and without certainty stays open: %s', async (_, change, came) => {
    shop.listsOrders = false
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(byCount(change))
    for (const number of came) shop.obtain(number)
    await forward(60_000)
    expect(new Set(await counter.states(purchaseId))).toEqual(new Set(['checking']))
    expect((await counter.said(purchaseId))[0]).toContain('asked for')
    expect(shop.sent).toHaveLength(1)
  })

  it('without an answer takes no numbers that were leased on another day, or without a day', async () => {
    shop.listsOrders = false
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(byCount({ local: 2 }))
    shop.obtain(a, addDays(toCalendarDay(shop.now(), providerZone), 3))
    shop.obtain(b, null)
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['checking', 'checking'])
  })

  it('without certainty is the owner’s to decide', async () => {
    shop.listsOrders = false
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(byCount({ local: 1 }))
    await forward(60_000)
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    expect((await counter.prepare(byCount({ local: 1 }))).state).toBe('ready')
  })

  it('that the owner let go takes nothing that may be a later one’s', async () => {
    shop.listsOrders = false
    shop.fates = [lostBefore]
    const first = await counter.buy(byCount({ local: 1 }))
    await counter.world.ask('orders.letGo', { purchaseId: first, slots: [0] })
    shop.works = false
    const second = await counter.buy(byCount({ local: 1 }))
    shop.obtain(a)
    counter.world.app.wake('resume')
    await forward(2_000)
    expect(await counter.states(first)).toEqual(['checking'])
    const local = { ordered: 1, unitCost: null, fulfilled: [a] }
    shop.change({ ...shop.lastOrder, state: 'finished', said: 'FINISHED', local })
    counter.world.app.wake('resume')
    await forward(60_000)
    expect([...(await counter.states(first)), ...(await counter.states(second))]).toEqual(['checking', 'done'])
  })

  it('without a whole list of the numbers tells nothing', async () => {
    shop.listsOrders = false
    shop.fates = [lost]
    const draft = await counter.prepare(byCount({ local: 2 }))
    shop.incomplete = true
    const { purchaseId } = await counter.world.ask('orders.place', { draftId: draft.id, typed: null })
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['checking', 'checking'])
    shop.incomplete = false
    await forward(30_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'done'])
  })

  it('does not take what another purchase of ours bought meanwhile', async () => {
    shop.listsOrders = false
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(byCount({ local: 1 }))
    shop.listsOrders = true
    const other = await counter.buy(numbers(c))
    await forward(60_000)
    expect(await counter.states(other)).toEqual(['done'])
    expect(await counter.states(purchaseId)).toEqual(['checking'])
  })

  it('that was refused is refused when nothing new is there', async () => {
    shop.fates = [says(no)]
    const purchaseId = await counter.buy(byCount({ local: 2 }))
    await forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['refused', 'refused'])
    expect((await counter.said(purchaseId))[0]).toContain('“not for sale”')
  })

  it('that was refused stays open when something new is there', async () => {
    shop.fates = [{ happens: true, answer: no }]
    const purchaseId = await counter.buy(byCount({ local: 2 }))
    await forward(30_000)
    expect(await counter.states(purchaseId)).toEqual(['checking', 'checking'])
  })

  it('survives a crash between the intent and the answer', async () => {
    shop.listsOrders = false
    const draft = await counter.prepare(byCount({ local: 2 }))
    shop.hold()
    const { purchaseId } = await counter.world.ask('orders.place', { draftId: draft.id, typed: null })
    await settle()
    counter.world.restart()
    counter.world.app.start()
    await forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'done'])
    expect(shop.sent).toEqual(['order 2+0'])
  })
})
