import { expect, it } from 'vitest'
import { firstForSale, ids, json, list, openFlowroute, pick, queryOf, single, toRoute } from './flowroute-world.ts'

/** What surprises a client of this carrier, one test each. */

it('1: buying is 201, assigning a route is an empty 204, and neither is the 200 of old descriptions', async () => {
  const world = await openFlowroute()
  const number = await firstForSale(world)
  expect((await world.send('POST', `/v2/numbers/${number}`)).status).toBe(201)
  const path = `/v2/numbers/${number}/relationships/primary_route`
  const assigned = await world.send('PATCH', path, toRoute('0'))
  expect([assigned.status, assigned.text]).toEqual([204, ''])
})

it('2: the status of an error is a number or a sentence, its detail text or an object; id and title may be missing', async () => {
  const world = await openFlowroute({ options: { purchaseAllowed: false } })
  const errors = async (method: string, path: string) => json(await world.send(method, path))
  expect(await errors('GET', '/v2/numbers/1')).toEqual({
    errors: [{ id: expect.any(String), status: 404, title: expect.any(String), detail: expect.any(String) }],
  })
  expect(await errors('GET', '/v2/none')).toEqual({ errors: [{ status: expect.stringContaining('404 Not Found') }] })
  expect(await errors('GET', '/v2/numbers?limit=0')).toEqual({
    errors: [{ id: expect.any(String), status: 422, detail: { limit: expect.any(Array) } }],
  })
  expect(await errors('POST', `/v2/numbers/${await firstForSale(world)}`)).toEqual({
    errors: [{ status: 403, title: expect.any(String), detail: '' }],
  })
})

it('3: edge strategies have numbers for ids, everything else has text', async () => {
  const { get } = await openFlowroute()
  expect(json(await get('/v2/routes/edge_strategies'))).toMatchObject({ data: [{ id: 1 }, { id: 2 }, {}, {}, {}] })
  for (const path of ['/v2/numbers', '/v2/routes', '/v2/e911s', '/v2/cnams', '/v2/numbers/available/areacodes']) {
    for (const id of ids(await get(path))) expect(id).toBeTypeOf('string')
  }
})

it('4: starts_with=206 means 1206, and contains looks at the 1 too', async () => {
  const { get } = await openFlowroute()
  const answer = await get('/v2/numbers/available?starts_with=206&limit=50')
  expect(queryOf(list(answer).links.self).starts_with).toBe('1206')
  expect(ids(answer).every((id) => String(id).startsWith('1206'))).toBe(true)
  const [number] = ids(answer)
  expect(ids(await get(`/v2/numbers/available?contains=${number}`))).toEqual([number])
  expect(ids(await get('/v2/numbers/available?contains=1206&limit=200'))).toEqual(expect.arrayContaining(ids(answer)))
})

it('5: number_type has two spellings for each kind, by the age of the record', async () => {
  const { books, get } = await openFlowroute()
  const owned = new Set(books.numbers().map((number) => books.number(number)?.numberType))
  expect(owned).toEqual(new Set(['standard', 'longcode', 'tollfree', 'toll-free', 'inum']))
  const spellings = new Set<unknown>()
  for (const start of ['206', '212', '646', '303', '404', '800', '833', '844', '855', '866', '877', '888']) {
    const { data } = list(await get(`/v2/numbers/available?limit=200&starts_with=${start}`))
    for (const { attributes } of data) spellings.add(attributes?.number_type)
  }
  expect(spellings).toEqual(new Set(['standard', 'longcode', 'tollfree', 'toll-free']))
})

it('6: some bodies are flat, others stand in data', async () => {
  const world = await openFlowroute()
  const [number = ''] = world.books.numbers()
  const attributes = { route_type: 'host', value: 'flat.example.net', alias: 'flat' }
  const send = async (method: string, path: string, body: object) => (await world.send(method, path, body)).status
  expect(await send('PATCH', `/v2/numbers/${number}`, { type: 'number', alias: 'x' })).toBe(200)
  expect(await send('POST', '/v2/numbers/details', { numbers: [`+${number}`] })).toBe(200)
  expect(await send('POST', '/v2/message-provision', { numbers: [number], action: 'enable' })).toBe(201)
  expect(await send('POST', '/v2/routes', attributes)).toBe(422)
  expect(await send('POST', '/v2/routes', { data: { type: 'route', attributes } })).toBe(201)
  expect(await send('PATCH', `/v2/numbers/${number}/relationships/primary_route`, { type: 'route', id: '0' })).toBe(422)
})

it('7: lists say nothing of routes; one number and the bulk read do', async () => {
  const world = await openFlowroute()
  const { number } = pick(world, ({ primary }) => primary !== null)
  const rows = json(await world.get('/v2/numbers'))
  expect(rows).not.toHaveProperty('included')
  expect(list(await world.get('/v2/numbers')).data.every(({ relationships }) => relationships === undefined)).toBe(true)
  expect(single(await world.get(`/v2/numbers/${number}`)).data.attributes).not.toHaveProperty('primary_route')
  expect(json(await world.send('POST', '/v2/numbers/details', { numbers: [`+${number}`] }))).toMatchObject({
    data: [{ relationships: { primary_route: { data: { type: 'route' } } } }],
  })
})

it('8: an empty list is an empty array or a 404 of the resource kind; port orders are always a 404', async () => {
  const { books, get } = await openFlowroute({ numbers: 0 })
  expect(list(await get('/v2/numbers')).data).toEqual([])
  expect((await get('/v2/portorders')).status).toBe(404)
  books.behave({ emptyList: 'notFound' })
  expect(json(await get('/v2/numbers'))).toMatchObject({ errors: [{ status: 404, title: expect.any(String) }] })
})

it('9: the link of a created route lacks /v2, those of tiers lack available', async () => {
  const { get, send } = await openFlowroute()
  const attributes = { route_type: 'number', value: '12065550111', alias: 'linked' }
  const { data } = single(await send('POST', '/v2/routes', { data: { type: 'route', attributes } }))
  expect(data.links?.self).toBe(`https://api.flowroute.com/routes/${data.id}`)
  expect(list(await get('/v2/numbers/available/tiers')).links.self).not.toContain('available')
})

it('10: the last page has no next; no page has a way back or a total', async () => {
  const { get } = await openFlowroute({ numbers: 15 })
  const body = json(await get('/v2/numbers?offset=10'))
  expect(body).toEqual({
    data: expect.any(Array),
    links: { self: 'https://api.flowroute.com/v2/numbers?limit=10&offset=10' },
  })
})

it('11: 207 means bought; buying again is refused', async () => {
  const world = await openFlowroute({ options: { messagingService: 'broken' } })
  const number = await firstForSale(world)
  expect((await world.send('POST', `/v2/numbers/${number}?messaging_enabled=True`)).status).toBe(207)
  expect((await world.send('POST', `/v2/numbers/${number}?messaging_enabled=True`)).status).toBe(422)
  expect(world.books.numbers()).toContain(number)
})

it('12: states are lower case in numbers, upper case in links and in addresses', async () => {
  const { get } = await openFlowroute()
  const answer = await get('/v2/numbers/available?state=Wa&rate_center=Seattle&limit=1')
  expect(list(answer).data[0]?.attributes).toMatchObject({ state: 'wa', rate_center: 'seattle' })
  expect(queryOf(list(answer).links.self)).toMatchObject({ state: 'WA', rate_center: 'SEATTLE' })
  expect(list(await get('/v2/e911s')).data[0]?.attributes?.state).toBe('WA')
})

it('13: prices are numbers in dollars, with and without decimals', async () => {
  const { get } = await openFlowroute()
  const costs = new Set<unknown>()
  for (const areaCode of ['206', '212', '305', '416', '512', '800', '877']) {
    for (const { attributes } of list(await get(`/v2/numbers/available?limit=200&starts_with=${areaCode}`)).data) {
      costs.add(attributes?.setup_cost)
      costs.add(attributes?.monthly_cost)
    }
  }
  expect([...costs].every((cost) => typeof cost === 'number')).toBe(true)
  expect([...costs]).toEqual(expect.arrayContaining([1, 1.25, 3.99]))
})

it('14: an alias may be null or empty, and is searched whole', async () => {
  const { books, get } = await openFlowroute()
  const aliases = books.numbers().map((number) => books.number(number)?.alias)
  expect(aliases).toEqual(expect.arrayContaining([null, '']))
  const exact = ids(await get('/v2/numbers?alias=front%20desk&limit=200'))
  expect(exact.length).toBeGreaterThan(0)
  expect(ids(await get('/v2/numbers?alias=front%20des'))).toEqual([])
  expect(ids(await get('/v2/numbers?alias=FRONT%20DESK'))).toEqual([])
})

it('15: a bought number stands in one data, with links to the production host', async () => {
  const world = await openFlowroute()
  const answer = await world.send('POST', `/v2/numbers/${await firstForSale(world)}`)
  expect(single(answer).data.type).toBe('number')
  expect(json(answer)).not.toHaveProperty('data.data')
  expect(single(answer).links?.self).toMatch(/^https:\/\/api\.flowroute\.com\/v2\/numbers\/1206/)
})

it('16: words of the other dialect are not served', async () => {
  const world = await openFlowroute()
  const [number = ''] = world.books.numbers()
  const path = `/v2/numbers/${number}/relationships/voice_primary_route`
  expect((await world.send('PATCH', path, toRoute('0'))).status).toBe(404)
  const attributes = { route_type: 'PSTN', value: '12065550111', alias: 'shouted' }
  expect((await world.send('POST', '/v2/routes', { data: { type: 'route', attributes } })).status).toBe(422)
})

it('17: the built-in route is always there, always first, and the first own one comes second', async () => {
  const { books, get } = await openFlowroute()
  for (const { id } of books.routes().slice(1)) books.removeRoute(id)
  expect(ids(await get('/v2/routes'))).toEqual(['0'])
  const { id } = books.addRoute({ type: 'host', value: 'first.example.net', alias: 'first' })
  expect(ids(await get('/v2/routes'))).toEqual(['0', id])
})

it('18: a route is deleted in two steps: first off every number, both ways', async () => {
  const world = await openFlowroute()
  const [number = ''] = world.books.numbers()
  const { id } = world.books.addRoute({ type: 'host', value: 'two.example.net', alias: 'two steps' })
  world.books.changeNumber(number, { primary: id, failover: id })
  const remove = async () => (await world.send('DELETE', `/v2/routes/${id}`)).status
  expect(await remove()).toBe(403)
  await world.send('DELETE', `/v2/numbers/${number}/relationships/primary_route`)
  expect(await remove()).toBe(403)
  await world.send('DELETE', `/v2/numbers/${number}/relationships/failover_route`)
  expect(await remove()).toBe(204)
})
