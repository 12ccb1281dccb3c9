import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import { PurchaseDesk } from './purchase-desk.ts'

let desk: PurchaseDesk
beforeEach(async () => {
  desk = await PurchaseDesk.open()
})
afterEach(() => desk.world.close())

const happened: readonly (readonly [string, Fault])[] = [
  ['is lost with the connection', { kind: 'reset', when: 'after' }],
  ['never comes', { kind: 'silent', when: 'after' }],
  ['breaks off in the middle', { kind: 'truncated', cut: true }],
  ['is half of itself', { kind: 'truncated', cut: false }],
  ['is a web page', { kind: 'html' }],
  ['is of another type', { kind: 'wrongType', type: 'text/plain' }],
  ['is empty', { kind: 'empty' }],
  ['lacks half of its members', { kind: 'missing' }],
  ['is an error 500 although it happened', { kind: 'status', status: 500, when: 'after' }],
  ['is a 502', { kind: 'status', status: 502, when: 'after' }],
  ['is a 503', { kind: 'status', status: 503, when: 'after' }],
  ['is a 429 although it happened', { kind: 'status', status: 429, when: 'after' }],
]

const didNotHappen: readonly (readonly [string, Fault])[] = [
  ['is cut off before it arrives', { kind: 'reset', when: 'before' }],
  ['is swallowed', { kind: 'silent', when: 'before' }],
  ['meets an error 500', { kind: 'status', status: 500, when: 'before' }],
  ['meets a 502', { kind: 'status', status: 502, when: 'before' }],
  ['meets a 503', { kind: 'status', status: 503, when: 'before' }],
]

describe.each(['callfire-v2', 'flowroute-v2'] as const)('a request that spends at %s', (api) => {
  it.each(happened)('of which the answer %s is ours in the end', async (_, fault) => {
    const accountId = await desk.account(api)
    const [thing = ''] = await desk.forSale(accountId, 1)
    desk.suffer(api, fault)
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things: [thing] })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks(api, purchaseId)).toMatchObject({ asked: 1, done: 1 })
    expect(desk.spending(api).naming(thing.slice(1))).toHaveLength(1)
  })

  it.each(didNotHappen)('and that %s stays open, is not refused and not sent again', async (_, fault) => {
    const accountId = await desk.account(api)
    const [thing = ''] = await desk.forSale(accountId, 1)
    desk.suffer(api, fault)
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things: [thing] })
    await desk.untilPurchase(purchaseId, ({ items }) => items[0]?.said?.includes('does not show it so far') ?? false)
    await desk.untilPurchase(purchaseId, ({ lookAt }) => lookAt !== null)
    expect(await desk.checkBooks(api, purchaseId)).toMatchObject({ asked: 1, checking: 1 })
    expect(desk.spending(api).received.length).toBeLessThanOrEqual(1)
    expect(desk.world.notified.at(-1)?.title).toBe('Order being checked')
  })

  it.each([
    ['a 429', { kind: 'status', status: 429, when: 'before' }],
    ['a refusal', { kind: 'status', status: 422, when: 'before' }],
    ['no permission', { kind: 'status', status: 403, when: 'before' }],
  ] as const)('and that meets %s is refused in its words, after a look', async (_, fault) => {
    const accountId = await desk.account(api)
    const [thing = ''] = await desk.forSale(accountId, 1)
    desk.suffer(api, fault)
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things: [thing] })
    const { purchase } = await desk.settled(purchaseId)
    expect(purchase.items[0]).toMatchObject({ state: 'refused', said: expect.stringContaining('said no') })
    expect(await desk.checkBooks(api, purchaseId)).toMatchObject({ asked: 1, refused: 1 })
  })

  it('twice at once, for the same draft and for two drafts of the same number, leaves once', async () => {
    const accountId = await desk.account(api)
    const things = [...(await desk.forSale(accountId, 2))]
    const [one, two] = [
      await desk.prepare({ kind: 'numbers', accountId, things }),
      await desk.prepare({ kind: 'numbers', accountId, things }),
    ]
    const place = (draftId: string) => desk.world.invoke('orders.place', { draftId, typed: null })
    const results = await Promise.all([place(one.id), place(one.id), place(two.id)])
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(results[1]).toEqual(results[0])
    const { purchaseId } = await desk.world.ask('orders.place', { draftId: one.id, typed: null })
    await desk.settled(purchaseId)
    expect(await desk.checkBooks(api, purchaseId)).toMatchObject({ asked: 2, done: 2 })
  })
})
