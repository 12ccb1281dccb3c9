import { beforeEach, describe, expect, it } from 'vitest'
import { a, byCount, Counter, numbers } from './counter.ts'
import { lostBefore, type Shop } from './shop.ts'

let counter: Counter
let id: string
let shop: Shop
beforeEach(async () => {
  counter = new Counter()
  ;({ id, shop } = await counter.account())
})

describe('two accounts that may be the same customer', () => {
  it('do not order by count at once, at one carrier', async () => {
    const { id: second } = await counter.account('callfire-v2', 'Clinic')
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(byCount(id, { local: 1 }))
    const draft = await counter.prepare(byCount(second, { local: 1 }))
    expect(draft.checks.find(({ name }) => name === 'locked')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('order by count at CallFire'),
    })
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    expect((await counter.prepare(byCount(second, { local: 1 }))).state).toBe('ready')
  })

  it('do not take what the other bought', async () => {
    const clinic = await counter.account('callfire-v2', 'Clinic')
    shop.listsOrders = false
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(byCount(id, { local: 1 }))
    const other = await counter.buy(numbers(clinic.id, a))
    shop.obtain(a)
    await counter.world.clock.forward(60_000)
    expect(await counter.states(other)).toEqual(['done'])
    expect(await counter.states(purchaseId)).toEqual(['checking'])
  })
})
