import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberQuery } from '../support/builders.ts'
import { PurchaseDesk } from './purchase-desk.ts'

let desk: PurchaseDesk
beforeEach(async () => {
  desk = await PurchaseDesk.open()
})
afterEach(() => desk.world.close())

const owned = async (accountId: string) => {
  const { filter } = numberQuery()
  const all = { ...filter, states: [], accountIds: [accountId] }
  const { rows } = await desk.world.ask('numbers.query', numberQuery({ filter: all }))
  return rows.map(({ number }) => number)
}

describe.each(['callfire-v2', 'flowroute-v2'] as const)('buying at %s', (api) => {
  it('ends as ours, in the list, with one request for each', async () => {
    const accountId = await desk.account(api)
    const things = await desk.forSale(accountId, 3)
    const purchaseId = await desk.buy({ kind: 'numbers', accountId, things: [...things] })
    const { purchase } = await desk.settled(purchaseId)
    expect(purchase.counts).toEqual({ asked: 3, done: 3, refused: 0, checking: 0, notSent: 0 })
    expect(await owned(accountId)).toEqual(expect.arrayContaining([...things]))
    for (const thing of things) expect(desk.spending(api).naming(thing.slice(1))).toHaveLength(1)
  })
})
