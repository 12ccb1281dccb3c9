import { beforeEach, describe, expect, it } from 'vitest'
import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { settle } from '../../support/clock.ts'
import { a, b, Counter, c, numbers } from './counter.ts'
import type { Shop } from './shop.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
})

const placeDraft = (draftId: string, typed: string | null = null) =>
  counter.world.ask('orders.place', { draftId, typed })

/** What the journal held at the moment at which a request arrived. */
function journalAtEachRequest(shop: Shop): readonly (readonly string[])[] {
  const seen: (readonly string[])[] = []
  const push = shop.sent.push.bind(shop.sent)
  shop.sent.push = (...sent) => {
    seen.push(counter.world.storage.orders.open().flatMap(({ items }) => items.map(({ state }) => state)))
    return push(...sent)
  }
  return seen
}

describe('placing an order', () => {
  it('twice at once, and once more later, sends one request and gives one purchase', async () => {
    const { id, shop } = await counter.account()
    const draft = await counter.prepare(numbers(id, a))
    const [one, two] = await Promise.all([placeDraft(draft.id), placeDraft(draft.id)])
    await settle()
    const three = await placeDraft(draft.id)
    expect(two).toEqual(one)
    expect(three).toEqual(one)
    expect(shop.sent).toEqual([`order ${a}`])
    expect((await counter.draft(draft.id)).state).toBe('placed')
  })

  it('of the same number by two drafts sends one request', async () => {
    const { id, shop } = await counter.account()
    const { id: clinic, shop: other } = await counter.account('flowroute-v2')
    const [first, second, third] = [
      await counter.prepare(numbers(id, a, b)),
      await counter.prepare(numbers(id, b, c)),
      await counter.prepare(numbers(clinic, b)),
    ]
    shop.hold()
    await placeDraft(first.id)
    for (const draft of [second, third]) {
      expect(await counter.world.refusal('orders.place', { draftId: draft.id, typed: null })).toMatchObject({
        kind: 'invalid',
        field: 'things',
      })
    }
    await settle()
    expect(shop.sent).toEqual([`order ${a} ${b}`])
    expect(other.sent).toEqual([])
  })

  it('of what another window has bought or given up since it was checked sends nothing', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    const [first, second, other] = [
      await counter.prepare(numbers(id, a)),
      await counter.prepare(numbers(id, a, b)),
      await counter.prepare(numbers(id, c)),
    ]
    await placeDraft(first.id)
    await settle()
    expect(await counter.world.refusal('orders.place', { draftId: second.id, typed: null })).toMatchObject({
      kind: 'invalid',
      field: 'draftId',
      problem: expect.stringContaining('another order came in between'),
    })
    expect((await counter.draft(other.id)).state).toBe('ready')
    expect(shop.sent).toEqual([`buy ${a}`])
  })

  it('answers as soon as the intent is on the disk, with everything marked as being sent before the one request', async () => {
    const { id, shop } = await counter.account()
    const draft = await counter.prepare(numbers(id, a, b))
    const atRequest = journalAtEachRequest(shop)
    shop.hold()
    const { purchaseId } = await placeDraft(draft.id)
    expect(await counter.states(purchaseId)).toEqual(['sending', 'sending'])
    await settle()
    expect(atRequest).toEqual([['sending', 'sending']])
  })

  it('one by one marks each number on the disk right before its request', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    const atRequest = journalAtEachRequest(shop)
    await counter.buy(numbers(id, a, b, c))
    expect([...shop.sent]).toEqual([a, b, c].map((number) => `buy ${number}`))
    expect(atRequest.map((states) => states.filter((state) => state === 'sending').length)).toEqual([1, 1, 1])
    expect(atRequest.map((states) => states.filter((state) => state === 'planned').length)).toEqual([2, 1, 0])
  })

  it('needs two durable writes at most before its request leaves', async () => {
    const { id, shop } = await counter.account()
    const draft = await counter.prepare(numbers(id, a, b))
    let writes = 0
    const { begin, change } = counter.world.storage.orders
    Object.assign(counter.world.storage.orders, {
      begin: (...given: Parameters<typeof begin>) => {
        writes += shop.sent.length === 0 ? 1 : 0
        begin(...given)
      },
      change: (...given: Parameters<typeof change>) => {
        writes += shop.sent.length === 0 ? 1 : 0
        change(...given)
      },
    })
    await placeDraft(draft.id)
    await settle()
    expect(shop.sent).toHaveLength(1)
    expect(writes).toBe(1)
  })

  it('sends nothing when the disk does not take the intent', async () => {
    const { id, shop } = await counter.account()
    const draft = await counter.prepare(numbers(id, a))
    counter.world.storage.full = true
    expect(await counter.world.refusal('orders.place', { draftId: draft.id, typed: null })).toMatchObject({
      kind: 'disk',
    })
    await settle()
    expect(shop.sent).toEqual([])
    counter.world.storage.full = false
    await placeDraft(draft.id)
    await settle()
    expect(shop.sent).toHaveLength(1)
  })

  it('wants what has to be typed', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    await counter.limit(id, { typeAbove: '1' })
    const draft = await counter.prepare(numbers(id, a, b))
    for (const typed of [null, '', '1', 'two']) {
      expect(await counter.world.refusal('orders.place', { draftId: draft.id, typed })).toMatchObject({
        kind: 'invalid',
        field: 'typed',
      })
    }
    expect(shop.sent).toEqual([])
    await placeDraft(draft.id, ' 2 ')
    await settle()
    expect(shop.sent).toHaveLength(2)
  })

  it('is refused before the checks are over, after one failed, offline, and when the account was closed meanwhile', async () => {
    const { id, shop } = await counter.account()
    const early = await counter.world.ask('orders.prepare', numbers(id, a))
    expect(await counter.world.refusal('orders.place', { draftId: early.id, typed: null })).toMatchObject({
      problem: expect.stringContaining('not over yet'),
    })
    await settle()
    counter.world.online = false
    expect(await counter.world.refusal('orders.place', { draftId: early.id, typed: null })).toMatchObject({
      kind: 'offline',
    })
    counter.world.online = true
    await counter.world.ask('accounts.change', { accountId: id, readOnly: true })
    expect(await counter.world.refusal('orders.place', { draftId: early.id, typed: null })).toMatchObject({
      problem: expect.stringContaining('read-only'),
    })
    const stopped = await counter.prepare(numbers(id, a))
    expect(await counter.world.refusal('orders.place', { draftId: stopped.id, typed: null })).toMatchObject({
      problem: expect.stringContaining('did not pass'),
    })
    expect(shop.sent).toEqual([])
  })

  it('keeps the limit when two drafts passed it one by one', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    await counter.limit(id, { perMonth: '4' })
    const [one, two] = [await counter.prepare(numbers(id, a)), await counter.prepare(numbers(id, b))]
    await placeDraft(one.id)
    expect(await counter.world.refusal('orders.place', { draftId: two.id, typed: null })).toMatchObject({
      problem: expect.stringContaining('this month'),
    })
    await settle()
    expect(shop.sent).toEqual([`buy ${a}`])
  })

  it('by count waits for an earlier one at the same account', async () => {
    const { id, shop } = await counter.account()
    const ask = { local: 1, tollFree: 0, prefix: '', city: '', state: '', zip: '' }
    const order: OrderDraft = { kind: 'count', accountId: id, ask }
    const [one, two] = [await counter.prepare(order), await counter.prepare(order)]
    shop.works = false
    await placeDraft(one.id)
    expect(await counter.world.refusal('orders.place', { draftId: two.id, typed: null })).toMatchObject({
      field: 'things',
    })
    await settle()
    expect(shop.sent).toHaveLength(1)
  })

  it('of a draft that nobody knows any more sends nothing', async () => {
    const { id, shop } = await counter.account()
    const draft = await counter.prepare(numbers(id, a))
    await counter.world.ask('orders.dropDraft', { draftId: draft.id })
    expect(await counter.world.refusal('orders.place', { draftId: draft.id, typed: null })).toMatchObject({
      field: 'draftId',
    })
    expect(shop.sent).toEqual([])
  })
})
