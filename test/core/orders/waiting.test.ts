import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../../support/clock.ts'
import { a, Counter, numbers } from './counter.ts'
import { lostBefore, says } from './shop.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
})

const apis = ['callfire-v2', 'flowroute-v2'] as const

describe.each(apis)('an open purchase at %s', (api) => {
  it('is locked in every account while it is open, and free when the owner no longer waits', async () => {
    const { id, shop } = await counter.account(api)
    const other = await counter.account(api === 'callfire-v2' ? 'flowroute-v2' : 'callfire-v2', 'Other')
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(60_000)
    for (const accountId of [id, other.id]) {
      const view = await counter.prepare(numbers(accountId, a))
      expect(view.checks.find(({ name }) => name === 'locked')?.state).toBe('failed')
    }
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    expect((await counter.prepare(numbers(other.id, a))).state).toBe('ready')
    const { purchase } = await counter.detail(purchaseId)
    expect(purchase).toMatchObject({ counts: { asked: 1, checking: 1 }, settledAt: null })
  })

  it('cannot be let go while it is being sent', async () => {
    const { id, shop } = await counter.account(api)
    const draft = await counter.prepare(numbers(id, a))
    shop.hold()
    const { purchaseId } = await counter.world.ask('orders.place', { draftId: draft.id, typed: null })
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    const { purchase } = await counter.detail(purchaseId)
    expect(purchase.items[0]).toMatchObject({ state: 'sending', letGo: false })
    shop.release()
  })

  it('that the owner let go is still looked for with each sync', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(60_000)
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    await counter.world.clock.forward(5 * 60_000)
    expect((await counter.detail(purchaseId)).purchase.lookAt).toBeNull()
    shop.obtain(a)
    await counter.world.ask('sync.start', { accountId: id })
    await counter.world.clock.forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('goes on when the clock is set back, at the same pace', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(2_000)
    counter.world.clock.set(counter.world.clock.now() - 365 * 86_400_000)
    const before = shop.asked.filter((asked) => asked === `read ${a}`).length
    await counter.world.clock.forward(3_000)
    const after = shop.asked.filter((asked) => asked === `read ${a}`).length
    expect(after - before).toBe(3)
    shop.obtain(a)
    await counter.world.clock.forward(15_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('keeps its account from being removed while it is open', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    expect(await counter.world.refusal('accounts.remove', { accountId: id })).toMatchObject({
      kind: 'invalid',
      problem: expect.stringContaining('still being checked'),
    })
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    await counter.world.ask('accounts.remove', { accountId: id })
  })

  it('keeps its account at the address where it is looked for', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    const elsewhere = { accountId: id, address: 'https://elsewhere.example' }
    expect(await counter.world.refusal('accounts.change', elsewhere)).toMatchObject({
      kind: 'invalid',
      field: 'address',
    })
    await counter.world.ask('accounts.change', { accountId: id, address: null, name: 'The same address' })
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    await counter.world.ask('accounts.change', elsewhere)
  })

  it('asked for again by the owner is looked at once, and needs the connection', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(10 * 60_000)
    shop.obtain(a)
    counter.world.online = false
    expect((await counter.world.refusal('orders.checkAgain', { purchaseId })).kind).toBe('offline')
    counter.world.online = true
    await counter.world.ask('orders.checkAgain', { purchaseId })
    await settle()
    expect(await counter.states(purchaseId)).toEqual(['done'])
    expect(shop.sent).toHaveLength(1)
  })

  it('is looked at when the computer wakes', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(30 * 60_000)
    shop.obtain(a)
    counter.world.app.wake('resume')
    await settle()
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('tells once that it is being checked, and once how it ended', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    await counter.buy(numbers(id, a))
    await counter.world.clock.forward(10 * 60_000)
    expect(counter.world.notified.map(({ title }) => title)).toEqual(['Order being checked'])
    shop.obtain(a)
    await counter.world.clock.forward(20 * 60_000)
    expect(counter.world.notified.map(({ title }) => title)).toEqual(['Order being checked', 'Order settled'])
    const { notices } = await counter.world.ask('app.info', null)
    expect(notices.filter(({ kind }) => kind === 'orderSettled')).toHaveLength(1)
  })

  it('has a timeline for support that holds no keys', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [
      says({ kind: 'refused', status: 400, said: 'login-of-tests:secret-of-tests is broke', accountId: id }),
    ]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(1_000)
    const { text } = await counter.world.ask('orders.supportText', { purchaseId })
    expect(text).toContain(a)
    expect(text).toContain('is broke')
    const told = `${text}${JSON.stringify(await counter.detail(purchaseId))}${JSON.stringify(counter.world.notified)}`
    expect(told).not.toContain('secret-of-tests')
    expect(told).not.toContain('login-of-tests')
  })
})
