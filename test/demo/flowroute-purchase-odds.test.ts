import { describe, expect, it } from 'vitest'
import { firstForSale, ids, list, openFlowroute, pick, single } from './flowroute-world.ts'

describe('a price that changes', () => {
  it('is told by the next search, and paid by the next purchase', async () => {
    const world = await openFlowroute({ options: { balance: 100 } })
    const number = await firstForSale(world)
    world.books.changePrice(number, { setup: 7.25, monthly: 3.1 })
    const found = list(await world.get(`/v2/numbers/available?contains=${number}`)).data[0]
    expect(found?.attributes).toMatchObject({ setup_cost: 7.25, monthly_cost: 3.1 })
    const bought = single(await world.send('POST', `/v2/numbers/${number}`))
    expect(bought.data.attributes).toMatchObject({ setup_cost: 7.25, monthly_cost: 3.1 })
    expect(world.books.behaviour().balance).toBe(92.75)
  })

  it('leaves what is held at what it was bought for', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ price, newer }) => newer && price?.setup === 1)
    world.books.changePrice(number, { setup: 7.25 })
    const setup = async (held: string) => single(await world.get(`/v2/numbers/${held}`)).data.attributes?.setup_cost
    expect(await setup(number)).toBe(1)
    await world.send('PATCH', `/v2/numbers/${number}`, { type: 'number', alias: 'x' })
    expect(await setup(number)).toBe(1)
  })

  it('keeps a dearer number from those who cannot pay it, and area codes from searches by price', async () => {
    const world = await openFlowroute({ options: { balance: 20 } })
    const number = await firstForSale(world)
    world.books.changePrice(number, { setup: 50 })
    expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(403)
    const exchanges = ids(await world.get('/v2/numbers/available/exchanges?areacode=206&max_setup_cost=49&limit=200'))
    expect(exchanges).not.toContain(number.slice(1, 7))
  })
})

describe('a number that was bought', () => {
  it('may be hidden from every read until the lag is over, and is sold all the same', async () => {
    const world = await openFlowroute({ options: { lagMs: 3_000, readsLag: true } })
    const number = await firstForSale(world)
    expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(201)
    expect((await world.get(`/v2/numbers/${number}`)).status).toBe(404)
    expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(422)
    expect(world.books.ledger.owned().numbers).toContain(number)
    world.clock.advance(3_000)
    expect((await world.get(`/v2/numbers/${number}`)).status).toBe(200)
  })

  it('stands in the ledger when it really came and went', async () => {
    const world = await openFlowroute({ numbers: 5, options: { lagMs: 3_000 } })
    const number = await firstForSale(world)
    const at = world.clock.now()
    await world.send('POST', `/v2/numbers/${number}`)
    world.clock.advance(60_000)
    expect(world.books.ledger.owned().numbers).toHaveLength(6)
    await world.send('DELETE', `/v2/numbers/${number}`)
    await world.send('DELETE', `/v2/numbers/${number}`)
    const thing = { what: 'number', thing: number, orderId: null }
    expect(world.books.ledger.effects).toEqual([
      { ...thing, at, kind: 'bought' },
      { ...thing, at: at + 60_000, kind: 'released' },
    ])
    expect(world.books.ledger.owned().numbers).not.toContain(number)
    expect(ids(await world.get('/v2/numbers'))).toContain(number)
  })
})
