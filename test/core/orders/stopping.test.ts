import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../../support/clock.ts'
import { a, b, Counter, c, numbers } from './counter.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
})

const placeDraft = (draftId: string, typed: string | null = null) =>
  counter.world.ask('orders.place', { draftId, typed })

describe('between two numbers', () => {
  it.each([
    ['became read-only', 'read-only'],
    ['was paused', 'paused'],
    ['lost its connection', 'no connection'],
  ])('an account that %s stops, and the rest is not sent', async (what, words) => {
    const { id, shop } = await counter.account('flowroute-v2')
    const draft = await counter.prepare(numbers(id, a, b, c))
    shop.hold()
    const { purchaseId } = await placeDraft(draft.id)
    await settle()
    if (what.startsWith('became')) await counter.world.ask('accounts.change', { accountId: id, readOnly: true })
    else if (what.startsWith('was')) await counter.world.ask('accounts.change', { accountId: id, paused: true })
    else counter.world.online = false
    shop.release()
    await settle()
    counter.world.online = true
    await counter.world.clock.forward(3_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'notSent', 'notSent'])
    expect((await counter.said(purchaseId))[1]).toContain(words)
    expect(shop.sent).toHaveLength(1)
  })

  it('an account that got another login stops, and the rest is not sent to another customer', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    const draft = await counter.prepare(numbers(id, a, b, c))
    shop.hold()
    const { purchaseId } = await placeDraft(draft.id)
    await settle()
    const at = counter.world.clock.now()
    const letGo = [0, 1, 2].map((slot) => ({ slot, letGo: true, at }))
    counter.world.storage.orders.change(purchaseId, { items: letGo })
    const keys = { login: 'second-login', secret: 'second-secret', keeping: 'session', passphrase: null } as const
    await counter.world.ask('accounts.replaceKeys', { accountId: id, ...keys })
    shop.release()
    await settle()
    expect((await counter.states(purchaseId)).slice(1)).toEqual(['notSent', 'notSent'])
    expect((await counter.said(purchaseId))[1]).toContain('keys of another login')
    expect(shop.sent).toHaveLength(1)
  })

  it('an end of the app stops, the request under way ends first, and the rest is not sent', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    const draft = await counter.prepare(numbers(id, a, b))
    shop.hold()
    const { purchaseId } = await placeDraft(draft.id)
    await settle()
    const stopped = counter.world.app.stop()
    await settle()
    shop.release()
    await stopped
    const items = counter.world.storage.orders.get(purchaseId)?.items
    expect(items?.map(({ state }) => state)).toEqual(['checking', 'notSent'])
    expect(shop.sent).toHaveLength(1)
  })

  it('an end of the app waits no longer than five seconds for an answer', async () => {
    const { id, shop } = await counter.account()
    const draft = await counter.prepare(numbers(id, a))
    shop.hold()
    const { purchaseId } = await placeDraft(draft.id)
    await settle()
    let over = false
    const stopped = counter.world.app.stop().then(() => {
      over = true
    })
    await counter.world.clock.forward(4_900)
    expect(over).toBe(false)
    await counter.world.clock.forward(1_000)
    await stopped
    expect(counter.world.storage.orders.get(purchaseId)?.items.map(({ state }) => state)).toEqual(['checking'])
  })

  it('a disk that is full stops, and what was sent is looked for', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    const draft = await counter.prepare(numbers(id, a, b))
    shop.hold()
    const { purchaseId } = await placeDraft(draft.id)
    await settle()
    counter.world.storage.full = true
    shop.release()
    await settle()
    expect(shop.sent).toEqual([`buy ${a}`])
    counter.world.storage.full = false
    await counter.world.clock.forward(5_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'notSent'])
    expect(shop.sent).toEqual([`buy ${a}`])
  })
})

describe('what the journal does not hold as being sent', () => {
  it.each(['callfire-v2', 'flowroute-v2'] as const)('never leaves (%s)', async (api) => {
    const { id, shop } = await counter.account(api)
    const draft = await counter.prepare(numbers(id, a))
    const { orders } = counter.world.storage
    const placing = placeDraft(draft.id)
    const [open] = orders.open()
    orders.change(open?.id ?? '', { items: [{ slot: 0, state: 'notSent', at: counter.world.clock.now() }] })
    await placing
    await settle()
    expect(shop.sent).toEqual([])
  })
})
