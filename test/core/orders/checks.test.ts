import { beforeEach, describe, expect, it } from 'vitest'
import type { CountAsk, OrderDraft } from '../../../shared/model/purchase.ts'
import { settle } from '../../support/clock.ts'
import { a, b, Counter, check, free, marks } from './counter.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
})

const numbers = (accountId: string, ...things: string[]): OrderDraft => ({ kind: 'numbers', accountId, things })
const ask = (change: Partial<CountAsk> = {}): CountAsk => ({
  local: 0,
  tollFree: 0,
  prefix: '',
  city: '',
  state: '',
  zip: '',
  ...change,
})
const byCount = (accountId: string, change: Partial<CountAsk>): OrderDraft => ({
  kind: 'count',
  accountId,
  ask: ask(change),
})

describe('the checks before an order', () => {
  it('all pass, in their order', async () => {
    const { id } = await counter.account('flowroute-v2')
    const view = await counter.prepare(numbers(id, a, b))
    expect(marks(view)).toEqual(
      ['connection', 'readOnly', 'locked', 'onSale', 'price', 'notOwned', 'balance', 'cap'].map(
        (name) => `${name} passed`,
      ),
    )
    expect(view.state).toBe('ready')
    expect(check(view, 'balance').sentence).toContain('Flowroute has no way to ask for the balance')
  })

  it('are told while they run', async () => {
    const { id } = await counter.account()
    const first = await counter.world.ask('orders.prepare', numbers(id, a))
    expect(first.state).toBe('checking')
    expect(new Set(first.checks.map(({ state }) => state))).toEqual(new Set(['running', 'waiting']))
    counter.world.pushed.length = 0
    await counter.world.clock.forward(200)
    expect(counter.world.pushed).toContain('orders')
  })

  it('stop at a missing connection, and ask nobody', async () => {
    const { id, shop } = await counter.account()
    counter.world.online = false
    const view = await counter.prepare(numbers(id, a))
    expect(view.state).toBe('stopped')
    expect(check(view, 'connection')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('no connection'),
    })
    expect(
      marks(view)
        .slice(1)
        .every((mark) => mark.endsWith('notRun')),
    ).toBe(true)
    expect(shop.asked).toEqual([])
  })

  it('stop at an account that may not buy, or is paused', async () => {
    const { id, shop } = await counter.account()
    await counter.world.ask('accounts.change', { accountId: id, readOnly: true })
    expect(marks(await counter.prepare(numbers(id, a)))).toContain('readOnly failed')
    await counter.world.ask('accounts.change', { accountId: id, readOnly: false, paused: true })
    expect(marks(await counter.prepare(numbers(id, a)))).toContain('connection failed')
    expect(shop.asked.filter((asked) => asked.startsWith('recheck'))).toEqual([])
  })

  it('stop where the provider cannot do it at all', async () => {
    const { id: clinic } = await counter.account('flowroute-v2')
    const { id: bakery } = await counter.account()
    expect(check(await counter.prepare(byCount(clinic, { local: 1 })), 'connection').sentence).toContain('one by one')
    const word: OrderDraft = { kind: 'keywords', accountId: clinic, things: ['CAKE'] }
    expect(check(await counter.prepare(word), 'connection').sentence).toContain('no keywords')
    const release: OrderDraft = { kind: 'release', accountId: bakery, things: [a] }
    expect(check(await counter.prepare(release), 'connection').sentence).toContain('auto-renew')
  })

  it('name what is no longer for sale', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.sale.delete(b)
    const view = await counter.prepare(numbers(id, a, b))
    expect(check(view, 'onSale')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('(206) 555-0102'),
    })
    expect(view.things.map(({ problem }) => problem !== null)).toEqual([false, true])
    expect(view.state).toBe('stopped')
  })

  it('do not pass when what is for sale cannot be asked', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.blind.set('recheck', { kind: 'broken', status: 503, accountId: id })
    const view = await counter.prepare(numbers(id, a))
    expect(check(view, 'onSale').state).toBe('notRun')
    expect(view.state).toBe('stopped')
  })

  it('ask which words are free', async () => {
    const { id, shop } = await counter.account()
    shop.words.add('CAKE')
    expect((await counter.prepare({ kind: 'keywords', accountId: id, things: ['cake'] })).state).toBe('ready')
    const view = await counter.prepare({ kind: 'keywords', accountId: id, things: ['CAKE', 'TAXI'] })
    expect(check(view, 'onSale').sentence).toContain('TAXI is taken')
  })

  it.each([['🍰'], ['AB'], ['TWO WORDS'], ['A'.repeat(65)]])('refuse the keyword %j', async (word) => {
    const { id } = await counter.account()
    const failure = await counter.world.refusal('orders.prepare', { kind: 'keywords', accountId: id, things: [word] })
    expect(failure.kind).toBe('invalid')
  })

  it('say how many a search shows when there are fewer than asked for', async () => {
    const { id } = await counter.account()
    expect((await counter.prepare(byCount(id, { local: 3, tollFree: 1 }))).state).toBe('ready')
    const view = await counter.prepare(byCount(id, { local: 5, tollFree: 1 }))
    expect(check(view, 'onSale')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('only 3 of 5 local'),
    })
  })

  it.each([0, -1, 1.5, 10_000])('do not even begin for %d numbers', async (local) => {
    const { id } = await counter.account()
    const failure = await counter.world.refusal('orders.prepare', byCount(id, { local }))
    expect(failure).toMatchObject({ kind: 'invalid', problem: expect.stringMatching(/^How many|^Order/) })
  })
})

describe('that nobody owns it already', () => {
  it('is asked at every account', async () => {
    const { id } = await counter.account()
    const clinic = await counter.account('flowroute-v2')
    clinic.shop.obtain(a)
    const view = await counter.prepare(numbers(id, a, b))
    expect(check(view, 'notOwned')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('(206) 555-0101'),
    })
    expect(view.things[0]?.problem).toContain('Clinic')
    expect(view.things[1]?.problem).toBeNull()
  })

  it('is not known when one account cannot be asked, which is named with the way out', async () => {
    const { id } = await counter.account()
    const clinic = await counter.account('flowroute-v2')
    clinic.shop.blind.set('read', { kind: 'offline', accountId: clinic.id })
    const view = await counter.prepare(numbers(id, a))
    const { state, sentence } = check(view, 'notOwned')
    expect(state).toBe('notRun')
    expect(sentence).toMatch(/Clinic.*no connection.*pause it/)
    expect(view.state).toBe('stopped')
    await counter.world.ask('accounts.change', { accountId: clinic.id, paused: true })
    expect((await counter.prepare(numbers(id, a))).state).toBe('ready')
  })

  it('is also looked up in what was read of a paused account', async () => {
    const { id } = await counter.account()
    const clinic = await counter.account('flowroute-v2')
    clinic.shop.obtain(a)
    await counter.world.ask('sync.start', { accountId: clinic.id })
    await settle()
    await counter.world.ask('accounts.change', { accountId: clinic.id, paused: true })
    expect(check(await counter.prepare(numbers(id, a)), 'notOwned').state).toBe('failed')
  })

  it('is asked of keywords too', async () => {
    const { id, shop } = await counter.account()
    shop.words.add('CAKE')
    shop.keywords.add('CAKE')
    expect(check(await counter.prepare({ kind: 'keywords', accountId: id, things: ['CAKE'] }), 'notOwned').state).toBe(
      'failed',
    )
  })

  it('needs the whole list before an order by count', async () => {
    const { id, shop } = await counter.account()
    shop.incomplete = true
    expect(check(await counter.prepare(byCount(id, { local: 1 })), 'notOwned').state).toBe('notRun')
    shop.incomplete = false
    shop.blind.set('recent', { kind: 'broken', status: 500, accountId: id })
    expect(check(await counter.prepare(byCount(id, { local: 1 })), 'notOwned').state).toBe('notRun')
  })
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
    expect(failure).toMatchObject({ kind: 'invalid', problem: expect.stringContaining('two minutes') })
  })

  it('is stale when the clock was set back or forth, for its age is not known then', async () => {
    const { id } = await counter.account()
    const { id: draftId } = await counter.prepare(numbers(id, a))
    counter.world.clock.set(counter.world.clock.now() - 3_600_000)
    expect((await counter.draft(draftId)).state).toBe('stale')
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
