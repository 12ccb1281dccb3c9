import { describe, expect, it } from 'vitest'
import type { FlowrouteWorld } from './flowroute-world.ts'
import { firstForSale, ids, json, list, openFlowroute, single } from './flowroute-world.ts'

const search = (query: string) => `/v2/numbers/available?${query}`

describe('buying', () => {
  const isSold = async ({ get }: FlowrouteWorld, number: string) =>
    ids(await get(search(`contains=${number}`))).length === 0

  it('answers 201 with the whole number: it rings at the SIP registration and nothing else is set', async () => {
    const world = await openFlowroute()
    const number = await firstForSale(world)
    const answer = await world.send('POST', `/v2/numbers/${number}`)
    expect(answer.status).toBe(201)
    const { data, included, links } = single(answer)
    expect(data.relationships).toEqual({
      primary_route: { data: { type: 'route', id: '0' } },
      failover_route: { data: null },
      e911_address: { data: null },
      cnam_preset: { data: null },
    })
    expect(data.attributes).toMatchObject({ alias: null, status: 'PURCHASED', messaging_enabled: false })
    expect(included?.map(({ id }) => id)).toEqual(['0'])
    expect(links?.self).toBe(`https://api.flowroute.com/v2/numbers/${number}`)
    expect(ids(await world.get(`/v2/numbers?contains=${number}`))).toEqual([number])
    expect(await isSold(world, number)).toBe(true)
  })

  it.each(['True', 'true', true])('takes %s for yes, in the query and in the body', async (yes) => {
    const world = await openFlowroute()
    const [one, other] = ids(await world.get(search('starts_with=206&limit=2')))
    const first = await world.send('POST', `/v2/numbers/${one}?cnam_lookups_enabled=${yes}`)
    expect(single(first).data.attributes?.cnam_lookups_enabled).toBe(true)
    const second = await world.send('POST', `/v2/numbers/${other}`, { cnam_lookups_enabled: yes })
    expect(single(second).data.attributes?.cnam_lookups_enabled).toBe(true)
  })

  it('believes the body where query and body differ, and the account where neither speaks', async () => {
    const world = await openFlowroute({ options: { lookupsByDefault: true } })
    const [one, other] = ids(await world.get(search('starts_with=206&limit=2')))
    const first = await world.send('POST', `/v2/numbers/${one}?cnam_lookups_enabled=True`, {
      cnam_lookups_enabled: false,
    })
    expect(single(first).data.attributes?.cnam_lookups_enabled).toBe(false)
    expect(single(await world.send('POST', `/v2/numbers/${other}`)).data.attributes?.cnam_lookups_enabled).toBe(true)
  })

  it('starts texting as a job, and says it is off until then', async () => {
    const world = await openFlowroute()
    const number = await firstForSale(world)
    const answer = await world.send('POST', `/v2/numbers/${number}?messaging_enabled=True`)
    expect(answer.status).toBe(201)
    expect(single(answer).data.attributes?.messaging_enabled).toBe(false)
    expect(single(answer).included).toContainEqual({
      type: 'message_provisioning_status',
      id: expect.stringMatching(/^\d+$/),
      attributes: { status: 'pending', tn: number },
    })
    world.clock.advance(60_000)
    expect(single(await world.get(`/v2/numbers/${number}`)).data.attributes?.messaging_enabled).toBe(true)
  })

  it('answers 207 when only texting failed: the number is bought', async () => {
    const world = await openFlowroute({ options: { messagingService: 'broken' } })
    const number = await firstForSale(world)
    const answer = await world.send('POST', `/v2/numbers/${number}`, { messaging_enabled: true })
    expect(answer.status).toBe(207)
    expect(single(answer).data.id).toBe(number)
    expect((await world.get(`/v2/numbers/${number}`)).status).toBe(200)
  })

  it.each(['12065550100', '44123', 'abc', '2065550100', '%2B12065550100'])('does not know %s', async (number) => {
    const { send } = await openFlowroute()
    const answer = await send('POST', `/v2/numbers/${number}`)
    expect(json(answer)).toMatchObject({ errors: [{ status: 404, title: 'Resource not found' }] })
  })

  it('refuses what somebody else bought meanwhile', async () => {
    const world = await openFlowroute()
    const number = await firstForSale(world)
    world.books.sellElsewhere(number)
    expect(json(await world.send('POST', `/v2/numbers/${number}`))).toEqual({
      errors: [
        {
          id: expect.any(String),
          status: 422,
          title: 'Business Logic Error',
          detail: 'The TN is not available for purchase.',
        },
      ],
    })
  })

  it('refuses a second purchase of the same number and takes money once', async () => {
    const world = await openFlowroute({ options: { balance: 10 } })
    const number = await firstForSale(world)
    const { setup_cost } = list(await world.get(search(`contains=${number}`))).data[0]?.attributes ?? {}
    expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(201)
    expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(422)
    expect(world.books.behaviour().balance).toBe(10 - Number(setup_cost))
  })

  it.each([402, 403, 422] as const)('says with %i that the money is not enough', async (status) => {
    const world = await openFlowroute({ options: { balance: 0.25, insufficientFundsStatus: status } })
    const number = await firstForSale(world)
    const answer = await world.send('POST', `/v2/numbers/${number}`)
    expect(answer.status).toBe(status)
    expect(json(answer)).toMatchObject({ errors: [{ status, detail: expect.stringMatching(/insufficient funds/i) }] })
    expect(await isSold(world, number)).toBe(false)
  })

  it('refuses, without an id and without words, where the account may not buy', async () => {
    const world = await openFlowroute({ options: { purchaseAllowed: false } })
    expect(json(await world.send('POST', `/v2/numbers/${await firstForSale(world)}`))).toEqual({
      errors: [{ status: 403, title: 'ActionNotAuthorizedError', detail: '' }],
    })
  })

  it.each(['cnam_lookups_enabled=maybe', 'messaging_email=true', 'messaging_enabled=true&messaging_callback_url=x'])(
    'refuses %s before any money is spent',
    async (query) => {
      const world = await openFlowroute()
      const number = await firstForSale(world)
      expect((await world.send('POST', `/v2/numbers/${number}?${query}`)).status).toBe(422)
      expect(await isSold(world, number)).toBe(false)
    },
  )

  it('shows in lists and searches only after the lag, when there is one', async () => {
    const world = await openFlowroute({ options: { lagMs: 3_000 } })
    const number = await firstForSale(world)
    await world.send('POST', `/v2/numbers/${number}`)
    expect((await world.get(`/v2/numbers/${number}`)).status).toBe(200)
    expect(ids(await world.get(`/v2/numbers?contains=${number}`))).toEqual([])
    expect(await isSold(world, number)).toBe(false)
    expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(422)
    world.clock.advance(3_000)
    expect(ids(await world.get(`/v2/numbers?contains=${number}`))).toEqual([number])
    expect(await isSold(world, number)).toBe(true)
  })

  it('can be undone by releasing, and done again', async () => {
    const world = await openFlowroute()
    const number = await firstForSale(world)
    for (let round = 0; round < 2; round += 1) {
      expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(201)
      expect((await world.send('DELETE', `/v2/numbers/${number}`)).status).toBe(204)
    }
    expect(await firstForSale(world)).toBe(number)
  })
})
