import { beforeEach, describe, expect, it } from 'vitest'
import { costOf } from '../../../electron/core/orders/cost.ts'
import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { a, b, Counter, check, free, marks, numbers } from './counter.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
})

describe('the price', () => {
  it('is said, with the first month and the day from which it renews', async () => {
    const { id } = await counter.account('flowroute-v2')
    const view = await counter.prepare(numbers(id, a, b))
    expect(view.statement).toContain(
      'Buy 2 numbers from **Flowroute – Clinic**. $4.50 now, then $2.50 each month from 21 December 2026',
    )
    expect(view.button).toBe('Buy 2 numbers for $4.50')
  })

  it('that is not known is said, and never nothing', async () => {
    const { id } = await counter.account()
    const view = await counter.prepare(numbers(id, a))
    expect(view.statement).toContain('The price is not known')
    expect(view.button).toBe('Buy 1 number, price not known')
    expect(`${view.statement}${view.button}`).not.toContain('$0')
  })

  it('that has changed since it was seen is asked about, with both', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    counter.seenAt(id, a, '1')
    const view = await counter.prepare(numbers(id, a, b))
    expect(view).toMatchObject({ state: 'ready', asksPrice: true })
    expect(view.things[0]).toMatchObject({ monthly: { amount: '1.25' }, before: { monthly: { amount: '1' } } })
    expect(view.things[1]?.before).toBeNull()
    const failure = await counter.world.refusal('orders.place', { draftId: view.id, typed: null })
    expect(failure).toMatchObject({ kind: 'invalid', problem: expect.stringContaining('Accept the new one') })
    expect(shop.sent).toEqual([])
    const accepted = await counter.world.ask('orders.acceptPrice', { draftId: view.id })
    expect(accepted).toMatchObject({ asksPrice: false, state: 'ready' })
    expect(check(accepted, 'price').state).toBe('passed')
    expect((await counter.prepare(numbers(id, a, b))).asksPrice).toBe(false)
  })

  it('that was accepted once is asked about again when a later search had shown another', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    counter.seenAt(id, a, '1')
    const { id: draftId } = await counter.prepare(numbers(id, a))
    await counter.world.ask('orders.acceptPrice', { draftId })
    const seenAt = counter.world.clock.now() + 60_000
    counter.seenAt(id, a, '3', seenAt)
    expect((await counter.prepare(numbers(id, a))).asksPrice).toBe(true)
    shop.sale.set(a, '3')
    expect((await counter.prepare(numbers(id, a))).asksPrice).toBe(false)
  })

  it('that went down is asked about too; one that stayed is not', async () => {
    const { id } = await counter.account('flowroute-v2')
    counter.seenAt(id, a, '1.250')
    expect((await counter.prepare(numbers(id, a))).asksPrice).toBe(false)
    counter.seenAt(id, b, '9')
    expect((await counter.prepare(numbers(id, b))).asksPrice).toBe(true)
  })
})

describe('money', () => {
  it.each([
    ['0', 'failed'],
    ['-3.5', 'failed'],
    ['0.01', 'passed'],
    [null, 'notRun'],
  ])('of %j credits %s', async (credits, state) => {
    const { id, shop } = await counter.account()
    shop.credits = credits
    expect(check(await counter.prepare(numbers(id, a)), 'balance').state).toBe(state)
  })

  it('is not known where the set-up is not, except in a guess, which is of the month alone', () => {
    const price = { setup: null, monthly: { amount: '2', currency: 'USD' } } as const
    expect(costOf([price], false).now).toBeNull()
    expect(costOf([price], true).now).toEqual(price.monthly)
  })

  it('that cannot be asked about stops', async () => {
    const { id, shop } = await counter.account()
    shop.blind.set('billing', { kind: 'timeout', afterMs: 1, accountId: id })
    expect(check(await counter.prepare(numbers(id, a)), 'balance').state).toBe('notRun')
  })

  it.each([
    [{ perOrder: '2.25' }, 'passed'],
    [{ perOrder: '2.24' }, 'failed'],
    [{ perMonth: '2.25' }, 'passed'],
    [{ perMonth: '2.24' }, 'failed'],
  ])('within %j has %s', async (limits, state) => {
    const { id } = await counter.account('flowroute-v2')
    await counter.limit(id, limits)
    expect(check(await counter.prepare(numbers(id, a)), 'cap').state).toBe(state)
  })

  it('spent this month counts, and that of last month does not', async () => {
    const { id } = await counter.account('flowroute-v2')
    await counter.limit(id, { perMonth: '4' })
    await counter.buy(numbers(id, a))
    expect(check(await counter.prepare(numbers(id, b)), 'cap').state).toBe('failed')
    counter.world.clock.set(Date.UTC(2026, 11, 2, 12))
    expect(check(await counter.prepare(numbers(id, b)), 'cap').state).toBe('passed')
  })

  it('spent this month without a known price leaves a limit unkept', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.sale.set(a, null)
    await counter.buy(numbers(id, a))
    await counter.limit(id, { perMonth: '400' })
    expect(check(await counter.prepare(numbers(id, b)), 'cap')).toMatchObject({
      state: 'notRun',
      sentence: expect.stringContaining('price of 1 bought this month is not known'),
    })
  })

  it('that is less than the last order of that size cost stops', async () => {
    const { id, shop } = await counter.account()
    const part = { ordered: 1, unitCost: { amount: '30', currency: 'USD' }, fulfilled: [b] } as const
    const order = { id: '1', state: 'finished', said: 'FINISHED', created: 1, total: null } as const
    const run = counter.world.storage.sync.current(id, counter.world.clock.now())
    counter.world.storage.lists.saveOrders(run, [{ ...order, local: part, tollFree: null, keywords: null }])
    shop.credits = '29.99'
    const view = await counter.prepare(numbers(id, a))
    expect(check(view, 'balance').state).toBe('failed')
    expect(view.statement).toContain('About $30.00 now')
    expect(view.button).toBe('Buy 1 number for about $30.00')
    shop.credits = '30'
    expect((await counter.prepare(numbers(id, a))).state).toBe('ready')
  })

  it('with a limit needs a price', async () => {
    const { id } = await counter.account()
    await counter.limit(id, { perOrder: '50' })
    const view = await counter.prepare(numbers(id, a))
    expect(check(view, 'cap')).toMatchObject({ state: 'notRun', sentence: expect.stringContaining('price') })
    expect(view.state).toBe('stopped')
  })

  it('above the set amount has to be typed, and so does more than ten', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    expect((await counter.prepare(numbers(id, a))).typing).toBeNull()
    await counter.limit(id, { typeAbove: '2' })
    expect((await counter.prepare(numbers(id, a))).typing?.expected).toBe('1')
    await counter.limit(id, {})
    const many = Array.from({ length: 11 }, (_, index) => `+1206555${String(2000 + index)}`)
    for (const number of many) shop.sale.set(number, '1')
    expect((await counter.prepare(numbers(id, ...many))).typing?.expected).toBe('11')
    expect((await counter.prepare(numbers(id, ...many.slice(1)))).typing).toBeNull()
  })
})

describe('giving up', () => {
  it('checks that it is still ours, and wants its last digits', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.obtain(a)
    const release: OrderDraft = { kind: 'release', accountId: id, things: [a] }
    const view = await counter.prepare(release)
    expect(marks(view)).toEqual(['connection', 'readOnly', 'locked', 'owned'].map((name) => `${name} passed`))
    expect(view.typing?.expected).toBe('0101')
    shop.owned.clear()
    expect(check(await counter.prepare(release), 'owned').state).toBe('failed')
  })

  it('wants the count of several', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    for (const number of [a, free]) shop.obtain(number)
    const view = await counter.prepare({ kind: 'release', accountId: id, things: [a, free] })
    expect(view.typing?.expected).toBe('2')
  })
})

describe('a draft', () => {
  it('is stale after two minutes', async () => {
    const { id } = await counter.account()
    const { id: draftId } = await counter.prepare(numbers(id, a))
    await counter.world.clock.forward(119_000)
    expect((await counter.draft(draftId)).state).toBe('ready')
    await counter.world.clock.forward(1_000)
    expect((await counter.draft(draftId)).state).toBe('stale')
    const failure = await counter.world.refusal('orders.place', { draftId, typed: null })
    expect(failure).toMatchObject({ kind: 'invalid', problem: expect.stringContaining('too old') })
  })

  it('is stale when the clock was set back or forth, for its age is not known then', async () => {
    const { id } = await counter.account()
    const { id: draftId } = await counter.prepare(numbers(id, a))
    counter.world.clock.set(counter.world.clock.now() - 3_600_000)
    expect((await counter.draft(draftId)).state).toBe('stale')
  })

  it('is stale after two minutes that passed although the clock hides them', async () => {
    const { id } = await counter.account()
    const { id: draftId } = await counter.prepare(numbers(id, a))
    await counter.world.clock.forward(60_000)
    counter.world.clock.set(counter.world.clock.now() - 60_000)
    await counter.world.clock.forward(60_000)
    expect((await counter.draft(draftId)).state).toBe('stale')
  })

  it('is stale when its account has got another address or other keys since, and only then', async () => {
    const { id } = await counter.account()
    const change = async (ask: () => Promise<unknown>) => {
      const { id: draftId } = await counter.prepare(numbers(id, a))
      await ask()
      return (await counter.draft(draftId)).state
    }
    const { world } = counter
    const keys = { login: 'other', secret: 'another-secret', keeping: 'session', passphrase: null } as const
    const named = { accountId: id, name: 'Bakery', address: null }
    expect(await change(() => world.ask('accounts.change', named))).toBe('ready')
    expect(await change(() => world.ask('accounts.replaceKeys', { accountId: id, ...keys }))).toBe('stale')
    const moved = { accountId: id, address: 'https://elsewhere.example' }
    expect(await change(() => world.ask('accounts.change', moved))).toBe('stale')
  })

  it('is forgotten after ten minutes, and when there are more than fifty', async () => {
    const { id } = await counter.account()
    const first = await counter.prepare(numbers(id, a))
    for (let more = 0; more < 50; more += 1) await counter.world.ask('orders.prepare', numbers(id, b))
    expect(await counter.world.refusal('orders.draft', { draftId: first.id })).toMatchObject({ field: 'draftId' })
    const last = await counter.prepare(numbers(id, a))
    await counter.world.clock.forward(10 * 60_000)
    expect(await counter.world.refusal('orders.draft', { draftId: last.id })).toMatchObject({ field: 'draftId' })
  })
})
