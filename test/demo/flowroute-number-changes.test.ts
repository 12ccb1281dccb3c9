import { describe, expect, it } from 'vitest'
import { ids, json, list, openFlowroute, pick, single } from './flowroute-world.ts'

describe('changing a number', () => {
  it('takes a flat body and answers with the whole number', async () => {
    const world = await openFlowroute()
    const [number = ''] = world.books.numbers()
    const path = `/v2/numbers/${number}`
    const answer = await world.send('PATCH', path, { type: 'number', alias: 'Zoë ☎', cnam_lookups_enabled: 'true' })
    expect(answer.status).toBe(200)
    expect(single(answer).data).toMatchObject({
      id: number,
      attributes: { alias: 'Zoë ☎', cnam_lookups_enabled: true },
      relationships: { primary_route: {} },
    })
    expect(list(await world.get('/v2/numbers?limit=1')).data[0]?.attributes?.alias).toBe('Zoë ☎')
  })

  it('takes the same wrapped in data, and null as no alias', async () => {
    const world = await openFlowroute()
    const path = `/v2/numbers/${world.books.numbers()[0]}`
    expect((await world.send('PATCH', path, { data: { type: 'number', alias: 'a' } })).status).toBe(200)
    const attributes = { alias: 'b' }
    expect(
      single(await world.send('PATCH', path, { data: { type: 'number', attributes } })).data.attributes?.alias,
    ).toBe('b')
    const cleared = await world.send('PATCH', path, { type: 'number', alias: null })
    expect(single(cleared).data.attributes?.alias).toBeNull()
  })

  it('keeps what the body does not name', async () => {
    const world = await openFlowroute()
    const before = pick(world, ({ alias }) => Boolean(alias))
    await world.send('PATCH', `/v2/numbers/${before.number}`, { type: 'number', cnam_lookups_enabled: !before.lookups })
    expect(world.books.number(before.number)).toEqual({ ...before, lookups: !before.lookups })
  })

  it.each([
    [{ alias: 'x' }, { type: ['Must be "number".'] }],
    [{ type: 'route', alias: 'x' }, { type: ['Must be "number".'] }],
    [{ type: 'number', alias: 'x'.repeat(65) }, { alias: ['Longer than maximum length 64.'] }],
    [{ type: 'number', alias: 7 }, { alias: ['Not a valid string.'] }],
    [{ type: 'number', cnam_lookups_enabled: 'yes' }, { cnam_lookups_enabled: ['Not a valid boolean.'] }],
    [{ type: 'number', messaging_email: true }, { messaging_email: ['Only together with messaging_enabled.'] }],
    [{ data: { type: 'number', alias: 7 } }, { data: { alias: ['Not a valid string.'] } }],
  ])('refuses %j with a detail that mirrors it', async (body, detail) => {
    const world = await openFlowroute()
    const number = world.books.numbers()[0] ?? ''
    const before = world.books.number(number)
    const answer = await world.send('PATCH', `/v2/numbers/${number}`, body)
    expect(json(answer)).toEqual({ errors: [{ id: expect.any(String), status: 422, detail }] })
    expect(world.books.number(number)).toEqual(before)
  })

  it('says texting is off until the job is done', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ newer, messaging }) => newer && !messaging)
    const path = `/v2/numbers/${number}`
    const answer = single(await world.send('PATCH', path, { type: 'number', messaging_enabled: true }))
    expect(answer.data.attributes?.messaging_enabled).toBe(false)
    expect(answer.included).toContainEqual(expect.objectContaining({ type: 'message_provisioning_status' }))
    world.clock.advance(60_000)
    expect(single(await world.get(path)).data.attributes?.messaging_enabled).toBe(true)
  })

  it('answers 207 when only texting failed, and keeps the rest of the change', async () => {
    const world = await openFlowroute({ options: { messagingService: 'broken' } })
    const [number = ''] = world.books.numbers()
    const body = { type: 'number', alias: 'changed', messaging_enabled: true }
    expect((await world.send('PATCH', `/v2/numbers/${number}`, body)).status).toBe(207)
    expect(world.books.number(number)?.alias).toBe('changed')
  })

  it('knows only numbers of the account', async () => {
    const { send } = await openFlowroute()
    expect((await send('PATCH', '/v2/numbers/12065550100', { type: 'number' })).status).toBe(404)
  })
})

describe('releasing a number', () => {
  it('takes it off the account and puts it back for sale', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ failover }) => failover !== null)
    expect((await world.send('DELETE', `/v2/numbers/${number}`)).status).toBe(204)
    expect((await world.get(`/v2/numbers/${number}`)).status).toBe(404)
    expect(world.books.numbers()).not.toContain(number)
    expect(ids(await world.get(`/v2/numbers/available?starts_with=${number}`))).toEqual([number])
  })

  it('refuses what is not on the account, with a 404 that has no title', async () => {
    const { send } = await openFlowroute()
    expect(json(await send('DELETE', '/v2/numbers/12065550100'))).toEqual({
      errors: [{ id: expect.any(String), status: 404, detail: 'Could not find that resource on your account.' }],
    })
  })

  it('shows in lists only after the lag, when there is one', async () => {
    const world = await openFlowroute({ options: { lagMs: 5_000 } })
    const [number = ''] = world.books.numbers()
    await world.send('DELETE', `/v2/numbers/${number}`)
    expect((await world.get(`/v2/numbers/${number}`)).status).toBe(404)
    expect(ids(await world.get('/v2/numbers?limit=1'))).toEqual([number])
    world.clock.advance(5_000)
    expect(ids(await world.get('/v2/numbers?limit=1'))).not.toEqual([number])
    expect(ids(await world.get(`/v2/numbers/available?contains=${number}`))).toEqual([number])
  })
})
