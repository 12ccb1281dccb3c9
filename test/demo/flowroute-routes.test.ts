import { describe, expect, it } from 'vitest'
import { ids, json, list, openFlowroute, pick, queryOf, single, toRoute } from './flowroute-world.ts'

const builtIn = {
  type: 'route',
  id: '0',
  attributes: { alias: 'sip-reg', route_type: 'sip-reg', value: null },
  links: { self: 'https://api.flowroute.com/v2/routes/0' },
}

const draft = (attributes: object) => ({ data: { type: 'route', attributes } })
const host = { route_type: 'host', value: 'new.example.net:5080', alias: 'new one' }

describe('the list of routes', () => {
  it('begins with the built-in one and counts it as a row', async () => {
    const { get, books } = await openFlowroute()
    const { data, links } = list(await get('/v2/routes?limit=2'))
    expect(data).toHaveLength(2)
    expect(data[0]).toEqual(builtIn)
    expect(data[1]?.id).toBe(books.routes()[1]?.id)
    expect(queryOf(links.next)).toEqual({ limit: '2', offset: '2' })
  })

  it('has seven to twelve routes for a small account and more for a large one', async () => {
    const small = await openFlowroute()
    expect(ids(await small.get('/v2/routes?limit=200')).length).toBeGreaterThanOrEqual(7)
    expect(ids(await small.get('/v2/routes?limit=200')).length).toBeLessThanOrEqual(12)
    const large = await openFlowroute({ numbers: 20_000 })
    expect(ids(await large.get('/v2/routes?limit=200')).length).toBeGreaterThan(20)
  })

  it.each(['host', 'uri', 'number', 'sip-reg'])('can be narrowed to %s', async (type) => {
    const { get } = await openFlowroute()
    const { data, links } = list(await get(`/v2/routes?route_type=${type}`))
    expect(data.length).toBeGreaterThan(0)
    expect(data.every(({ attributes }) => attributes?.route_type === type)).toBe(true)
    expect(queryOf(links.self).route_type).toBe(type)
  })

  it('refuses the type words of the other version', async () => {
    const { get } = await openFlowroute()
    expect((await get('/v2/routes?route_type=HOST')).status).toBe(422)
  })

  it('has routes with and without an edge strategy, and old ones without the member', async () => {
    const { get } = await openFlowroute()
    const attributes = list(await get('/v2/routes?limit=200')).data.map((route) => route.attributes ?? {})
    expect(attributes.some((one) => !('edge_strategy_id' in one))).toBe(true)
    expect(attributes.some(({ edge_strategy_id }) => edge_strategy_id === null)).toBe(true)
    expect(attributes.some(({ edge_strategy_id }) => edge_strategy_id === 4)).toBe(true)
  })
})

describe('edge strategies', () => {
  it('are matched before routes and have numbers for ids', async () => {
    const { get } = await openFlowroute()
    const answer = await get('/v2/routes/edge_strategies')
    expect(json(answer)).toMatchObject({
      data: expect.arrayContaining([
        {
          type: 'edge_strategy',
          id: 4,
          attributes: {
            name: 'US-East-VA',
            description: 'Prefers Virginia',
            firewall_rules: expect.any(String),
            naptr: 'us-east-va.sip.flowroute.com',
          },
        },
      ]),
    })
    expect(Object.keys(JSON.parse(answer.text))).toEqual(['data'])
  })
})

describe('making a route', () => {
  it('answers 201 with a link that lacks the version', async () => {
    const { send, get } = await openFlowroute()
    const answer = await send('POST', '/v2/routes', draft({ ...host, edge_strategy_id: '4' }))
    expect(answer.status).toBe(201)
    const { data, links } = single(answer)
    expect(data.attributes).toEqual({ ...host, edge_strategy_id: 4 })
    expect(links?.self).toBe(`https://api.flowroute.com/routes/${data.id}`)
    expect(single(await get(`/v2/routes/${data.id}`)).links?.self).toBe(
      `https://api.flowroute.com/v2/routes/${data.id}`,
    )
    expect(ids(await get('/v2/routes?limit=200')).at(-1)).toBe(data.id)
  })

  it('writes the link with the version where the account is of that kind', async () => {
    const { send } = await openFlowroute({ options: { createdRouteLinkLacksVersion: false } })
    const { data } = single(await send('POST', '/v2/routes', draft(host)))
    expect(data.links?.self).toBe(`https://api.flowroute.com/v2/routes/${data.id}`)
  })

  it('does not look at the old name of the edge strategy', async () => {
    const { send } = await openFlowroute()
    const answer = await send('POST', '/v2/routes', draft({ ...host, edge_strategy: '4' }))
    expect(single(answer).data.attributes?.edge_strategy_id).toBeNull()
  })

  it.each([
    ['host', '198.51.100.9'],
    ['host', '198.51.100.9:5062;transport=TLS'],
    ['host', 'sips:pbx.example.net'],
    ['host', 'pbx.example.net;transport=udp;weight=1000'],
    ['number', '12065550123'],
    ['number', '12065550123;weight=0'],
    ['uri', 'sip:desk@pbx.example.net:5062;transport=tcp'],
    ['uri', 'sips:a.b+c@198.51.100.9;weight=5'],
  ])('takes a %s of %s', async (route_type, value) => {
    const { send } = await openFlowroute()
    expect((await send('POST', '/v2/routes', draft({ route_type, value, alias: 'fresh' }))).status).toBe(201)
  })

  it.each([
    ['host', 'pbx example net'],
    ['host', 'pbx.example.net:99999'],
    ['host', '198.51.100.300'],
    ['host', 'pbx.example.net;transport=pigeon'],
    ['host', 'pbx.example.net;weight=1001'],
    ['host', 'pbx.example.net;weight=1;weight=2'],
    ['host', 'localhost'],
    ['number', '+12065550188'],
    ['number', '2065550188'],
    ['number', '12065550188;transport=tcp'],
    ['uri', 'desk@pbx.example.net'],
    ['uri', 'tel:12065550188'],
    ['uri', 'sip:pbx.example.net'],
  ])('refuses a %s of %s, and says where it is wrong', async (route_type, value) => {
    const { send } = await openFlowroute()
    const answer = await send('POST', '/v2/routes', draft({ route_type, value, alias: 'fresh' }))
    expect(json(answer)).toEqual({
      errors: [
        {
          id: expect.any(String),
          status: 422,
          detail: { data: { attributes: { value: [`Not a valid value for a route of type ${route_type}.`] } } },
        },
      ],
    })
  })

  it.each([
    [{ ...host, route_type: 'sip-reg' }, 'route_type'],
    [{ ...host, route_type: 'HOST' }, 'route_type'],
    [{ route_type: 'host', value: host.value }, 'alias'],
    [{ ...host, alias: ' ' }, 'alias'],
    [{ route_type: 'host', alias: 'x' }, 'value'],
    [{ ...host, edge_strategy_id: 99 }, 'edge_strategy_id'],
    [{ ...host, edge_strategy_id: 'east' }, 'edge_strategy_id'],
  ])('refuses %j', async (attributes, place) => {
    const { send } = await openFlowroute()
    const answer = await send('POST', '/v2/routes', draft(attributes))
    expect(answer.status).toBe(422)
    expect(json(answer)).toMatchObject({
      errors: [{ detail: { data: { attributes: { [place]: [expect.any(String)] } } } }],
    })
  })

  it('refuses a body without its envelope', async () => {
    const { send } = await openFlowroute()
    expect(json(await send('POST', '/v2/routes', host))).toMatchObject({
      errors: [{ status: 422, detail: { data: ['Missing data for required field.'] } }],
    })
  })

  it('refuses a second route of the same name or of the same place', async () => {
    const { send } = await openFlowroute()
    await send('POST', '/v2/routes', draft(host))
    expect((await send('POST', '/v2/routes', draft({ ...host, value: 'other.example.net' }))).status).toBe(403)
    expect((await send('POST', '/v2/routes', draft({ ...host, alias: 'other' }))).status).toBe(403)
    expect((await send('POST', '/v2/routes', draft({ ...host, alias: 'sip-reg' }))).status).toBe(403)
  })
})

describe('changing a route', () => {
  it('takes any part of it and answers with the whole', async () => {
    const { send, books } = await openFlowroute()
    const [, route] = books.routes()
    const answer = await send('PATCH', `/v2/routes/${route?.id}`, draft({ alias: 'renamed' }))
    expect(answer.status).toBe(200)
    expect(single(answer).data.attributes).toEqual({ alias: 'renamed', route_type: route?.type, value: route?.value })
    const edge = await send('PATCH', `/v2/routes/${route?.id}`, draft({ edge_strategy_id: 2 }))
    expect(single(edge).data.attributes).toMatchObject({ alias: 'renamed', edge_strategy_id: 2 })
  })

  it('may keep its own name and value', async () => {
    const { send, books } = await openFlowroute()
    const [, route] = books.routes()
    const same = { alias: route?.alias, value: route?.value, route_type: route?.type }
    expect((await send('PATCH', `/v2/routes/${route?.id}`, draft(same))).status).toBe(200)
  })

  it('checks the value against the type it will have', async () => {
    const { send, books } = await openFlowroute()
    const route = books.routes().find(({ type }) => type === 'host')
    expect((await send('PATCH', `/v2/routes/${route?.id}`, draft({ route_type: 'number' }))).status).toBe(422)
    const both = draft({ route_type: 'number', value: '12065550177' })
    expect((await send('PATCH', `/v2/routes/${route?.id}`, both)).status).toBe(200)
  })

  it('refuses names that are taken, unknown routes, and the built-in one', async () => {
    const { send, books } = await openFlowroute()
    const [, first, second] = books.routes()
    expect((await send('PATCH', `/v2/routes/${first?.id}`, draft({ alias: second?.alias }))).status).toBe(403)
    expect((await send('PATCH', '/v2/routes/1', draft({ alias: 'x' }))).status).toBe(404)
    expect((await send('PATCH', '/v2/routes/0', draft({ alias: 'x' }))).status).toBe(403)
  })
})

describe('removing a route', () => {
  it('is refused while a number uses it, as primary or as failover', async () => {
    const world = await openFlowroute()
    const made = single(await world.send('POST', '/v2/routes', draft(host))).data.id
    const [number = ''] = world.books.numbers()
    for (const slot of ['primary_route', 'failover_route']) {
      const path = `/v2/numbers/${number}/relationships/${slot}`
      await world.send('PATCH', path, toRoute(String(made)))
      const answer = await world.send('DELETE', `/v2/routes/${made}`)
      expect(json(answer)).toMatchObject({
        errors: [
          {
            status: 403,
            title: 'This Route has numbers still associated to it.',
            detail: 'Please disassociate all numbers before deleting.',
          },
        ],
      })
      await world.send('DELETE', path)
    }
    expect((await world.send('DELETE', `/v2/routes/${made}`)).status).toBe(204)
    expect((await world.get(`/v2/routes/${made}`)).status).toBe(404)
  })

  it('sees the use of numbers that nobody has touched since the start', async () => {
    const world = await openFlowroute()
    const { primary } = pick(world, (record) => record.primary !== null && record.primary !== '0')
    expect((await world.send('DELETE', `/v2/routes/${primary}`)).status).toBe(403)
    for (const number of world.books.numbers()) world.books.changeNumber(number, { primary: '0', failover: null })
    expect((await world.send('DELETE', `/v2/routes/${primary}`)).status).toBe(204)
  })

  it('never takes the built-in one, and does not know others', async () => {
    const { send, get } = await openFlowroute()
    expect((await send('DELETE', '/v2/routes/0')).status).toBe(403)
    expect((await send('DELETE', '/v2/routes/1')).status).toBe(404)
    expect(single(await get('/v2/routes/0')).data).toEqual(builtIn)
  })
})
