import { beforeEach, describe, expect, it } from 'vitest'
import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { a, b, Counter } from './counter.ts'
import { lost, no, type Shop, says } from './shop.ts'

let counter: Counter
let id: string
let shop: Shop
beforeEach(async () => {
  counter = new Counter()
  ;({ id, shop } = await counter.account())
})

const numbers = (...things: string[]): OrderDraft => ({ kind: 'numbers', accountId: id, things })
const forward = (ms: number) => counter.world.clock.forward(ms)
const asked = (what: string) => shop.asked.filter((one) => one.startsWith(what)).length

describe('an order', () => {
  it('is asked for once a second, then every fifteen seconds', async () => {
    shop.works = false
    await counter.buy(numbers(a))
    await forward(19_500)
    expect(asked('order')).toBe(20)
    await forward(60_000)
    expect(asked('order')).toBe(24)
  })

  it('that is being worked on is waited for, and its things are read when it is not over soon', async () => {
    shop.works = false
    const purchaseId = await counter.buy(numbers(a))
    const before = asked('read')
    await forward(19_000)
    expect(asked('read')).toBe(before)
    shop.obtain(a)
    await forward(20_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('that obtained half refuses the other half', async () => {
    shop.atMost = 1
    const purchaseId = await counter.buy(numbers(a, b))
    await forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'refused'])
    expect((await counter.said(purchaseId))[1]).toBe('The order at CallFire finished without it.')
    expect((await counter.detail(purchaseId)).purchase.total).toEqual({ amount: '6', currency: 'USD' })
  })

  it('that has ended without telling what it obtained refuses nothing', async () => {
    shop.works = false
    const purchaseId = await counter.buy(numbers(a))
    shop.change({ ...shop.lastOrder, state: 'finished', said: 'FINISHED', local: null })
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    shop.obtain(a)
    await forward(30_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('that says it obtained a thing is not believed before the list shows it', async () => {
    shop.works = false
    const purchaseId = await counter.buy(numbers(a))
    const local = { ordered: 1, unitCost: null, fulfilled: [a] }
    shop.change({ ...shop.lastOrder, state: 'finished', said: 'FINISHED', local })
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    expect((await counter.said(purchaseId))[0]).toContain('does not list it yet')
  })

  it('that failed as a whole refuses what is not there', async () => {
    shop.works = false
    const purchaseId = await counter.buy(numbers(a))
    shop.change({ ...shop.lastOrder, state: 'failed', said: 'ERRORED' })
    await forward(3_000)
    expect(await counter.states(purchaseId)).toEqual(['refused'])
  })

  it('that the provider forgot is settled by reading, and refuses nothing', async () => {
    shop.works = false
    const purchaseId = await counter.buy(numbers(a, b))
    shop.orders.clear()
    shop.obtain(a)
    await forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'checking'])
    expect((await counter.said(purchaseId))[1]).toContain('does not know the order any more')
  })

  it('that never was answered is found among the newest, and then followed', async () => {
    shop.fates = [lost]
    shop.atMost = 1
    const purchaseId = await counter.buy(numbers(a, b))
    await forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'refused'])
    expect((await counter.detail(purchaseId)).purchase.orderId).toBe('9001')
  })

  it('of words is read back from the words that are leased', async () => {
    shop.words.add('CAKE')
    shop.words.add('TAXI')
    shop.atMost = 1
    const purchaseId = await counter.buy({ kind: 'keywords', accountId: id, things: ['cake', 'taxi'] })
    await forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'refused'])
    const kept = counter.world.storage.lists.keyword(id, 'CAKE')
    expect(kept?.keyword).toBe('CAKE')
  })

  it('that was taken although the answer was no is not refused, and is ours when it is worked off', async () => {
    shop.works = false
    shop.fates = [{ happens: true, answer: { kind: 'busy', retryAfterMs: 1, accountId: null } }]
    const purchaseId = await counter.buy(numbers(a))
    await forward(30_000)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    shop.workOff('9001', { kind: 'numbers', numbers: [a] })
    await forward(30_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('that was refused where orders cannot be listed is refused after twenty seconds', async () => {
    shop.listsOrders = false
    shop.fates = [says(no)]
    const purchaseId = await counter.buy(numbers(a))
    await forward(15_000)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    await forward(10_000)
    expect(await counter.states(purchaseId)).toEqual(['refused'])
  })

  it('goes on being looked for after a bug in a look, which is logged', async () => {
    shop.works = false
    const purchaseId = await counter.buy(numbers(a))
    const { get } = shop.orders
    shop.orders.get = () => {
      throw new TypeError('a bug of ours')
    }
    await forward(3_000)
    expect(counter.world.logged.join('\n')).toMatch(/error Bug while an order was looked for .*a bug of ours/)
    shop.orders.get = get
    shop.workOff('9001', { kind: 'numbers', numbers: [a] })
    await forward(3_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('is left alone while there is no connection', async () => {
    shop.works = false
    await counter.buy(numbers(a))
    counter.world.online = false
    const before = shop.asked.length
    await forward(60_000)
    expect(shop.asked.length).toBe(before)
  })
})
