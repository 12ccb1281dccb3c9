import { beforeEach, describe, expect, it } from 'vitest'
import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { settle } from '../../support/clock.ts'
import { a, b, byCount, Counter, check, marks, numbers } from './counter.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
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
    const without = await counter.prepare(numbers(id, a))
    expect(without.state).toBe('ready')
    expect(check(without, 'notOwned').sentence).toMatch(
      /^None of your accounts has it; “.*Clinic” is paused and was not/,
    )
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
