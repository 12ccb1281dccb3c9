import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PurchaseDesk } from './purchase-desk.ts'

let desk: PurchaseDesk
afterEach(() => desk.world.close())

const digits = (number: string): string => number.slice(1)

describe.each(['callfire-v2', 'flowroute-v2'] as const)('the power goes at %s', (api) => {
  let accountId: string
  let things: readonly string[]
  beforeEach(async () => {
    desk = await PurchaseDesk.open()
    accountId = await desk.account(api)
    things = await desk.forSale(accountId, 3)
  })

  const order = () => ({ kind: 'numbers' as const, accountId, things: [...things] })

  it('right after the intent is on the disk: nothing is sent, and nothing is called refused', async () => {
    const draft = await desk.prepare(order())
    const placing = desk.world.app.invoke('orders.place', { draftId: draft.id, typed: null })
    // The intent is written before anything is waited for.
    const [open] = desk.world.storage.orders.open()
    expect(open?.items.some(({ state }) => state === 'sending')).toBe(true)
    desk.world.crash()
    void placing
    desk.world.app.start()
    const { purchase } = await desk.untilPurchase(open?.id ?? '', ({ items }) =>
      items.every(({ state }) => state !== 'sending' && state !== 'planned'),
    )
    expect(purchase.counts.refused).toBe(0)
    expect(purchase.counts.done).toBe(0)
    expect(desk.spending(api).received.length).toBeLessThanOrEqual(1)
  })

  it('while the answer is on its way: what was bought is found by itself after the start', async () => {
    desk.suffer(api, { kind: 'silent', when: 'after' })
    const draft = await desk.prepare(order())
    const { purchaseId } = await desk.world.ask('orders.place', { draftId: draft.id, typed: null })
    await desk.arrived(api, 1)
    desk.world.crash()
    desk.world.app.start()
    await desk.settled(purchaseId)
    const counts = await desk.checkBooks(api, purchaseId)
    expect(counts).toEqual(
      api === 'callfire-v2'
        ? { asked: 3, done: 3, refused: 0, checking: 0, notSent: 0 }
        : { asked: 1, done: 1, refused: 0, checking: 0, notSent: 2 },
    )
    expect(desk.spending(api).received).toHaveLength(1)
  })

  it('while it is being followed: the following goes on after the start', async () => {
    desk.world.carriers.callfireV2.books.settings.orderReads = 8
    const purchaseId = await desk.buy(order())
    await desk.untilPurchase(purchaseId, ({ items }) =>
      items.some(({ state }) => state !== 'sending' && state !== 'planned'),
    )
    desk.world.crash()
    desk.world.app.start()
    await desk.settled(purchaseId)
    const { asked, done, refused, notSent } = await desk.checkBooks(api, purchaseId)
    expect({ refused, all: asked + notSent }).toEqual({ refused: 0, all: 3 })
    expect(done).toBe(asked)
    for (const thing of things) expect(desk.spending(api).naming(digits(thing)).length).toBeLessThanOrEqual(1)
  })

  it('and a quit in good order meanwhile lets the request end and goes on at the next start', async () => {
    const purchaseId = await desk.buy(order())
    await desk.world.restart()
    desk.world.app.start()
    await desk.settled(purchaseId)
    const { asked, done, checking } = await desk.checkBooks(api, purchaseId)
    expect(checking).toBe(0)
    expect(done).toBe(asked)
  })

  it('with the network cut in the middle, the truth is seen after a restart', async () => {
    desk.suffer(api, { kind: 'reset', when: 'after' })
    const purchaseId = await desk.buy(order())
    await desk.untilPurchase(purchaseId, ({ items }) => items[0]?.state !== 'sending')
    desk.world.online = false
    await desk.world.restart()
    desk.world.app.start()
    const waiting = await desk.purchase(purchaseId)
    expect(waiting.purchase.counts.refused).toBe(0)
    desk.world.online = true
    desk.world.app.wake('online')
    await desk.settled(purchaseId)
    const { asked, done } = await desk.checkBooks(api, purchaseId)
    expect(done).toBe(asked)
  })
})

describe('a clock that is set back while an order is followed', () => {
  let back = 0
  beforeEach(async () => {
    back = 0
    desk = await PurchaseDesk.open({ now: () => Date.now() - back })
  })

  it('changes neither the pace nor the end', async () => {
    const accountId = await desk.account('callfire-v2')
    const things = [...(await desk.forSale(accountId, 2))]
    desk.world.carriers.callfireV2.books.settings.orderReads = 6
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things })
    await desk.untilPurchase(purchaseId, ({ orderId }) => orderId !== null)
    back = 400 * 86_400_000
    await desk.settled(purchaseId)
    expect(await desk.checkBooks('callfire-v2', purchaseId)).toMatchObject({ asked: 2, done: 2 })
  })
})
