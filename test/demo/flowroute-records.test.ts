import { describe, expect, it } from 'vitest'
import { ids, json, list, openFlowroute, pick, queryOf, single } from './flowroute-world.ts'

describe('emergency addresses', () => {
  it('are listed, with states in upper case', async () => {
    const { get } = await openFlowroute()
    const { data } = list(await get('/v2/e911s'))
    expect(data[0]).toEqual({
      type: 'e911',
      id: '30012',
      attributes: expect.objectContaining({ street_number: '1200', state: 'WA', country: 'US', zip: '98101' }),
      links: { self: 'https://api.flowroute.com/v2/e911s/30012' },
    })
  })

  it('have a type, a blank one, or none at all', async () => {
    const { get } = await openFlowroute()
    const types = list(await get('/v2/e911s')).data.map(({ attributes }) => attributes?.address_type)
    expect(types).toEqual(['Suite', '', undefined])
  })

  it.each([
    ['label=shop', ['30012'], { label: 'shop' }],
    ['street_name=MARKET', ['28771'], { street_name: 'MARKET' }],
    ['city=acom&state=wa', ['30047'], { city: 'acom', state: 'WA' }],
    ['state=or', [], { state: 'OR' }],
  ])('are found by %s', async (query, wanted, echo) => {
    const { get } = await openFlowroute()
    const answer = await get(`/v2/e911s?${query}`)
    expect(ids(answer)).toEqual(wanted)
    expect(queryOf(list(answer).links.self)).toEqual({ ...echo, limit: '10', offset: '0' })
  })

  it('come alone without links of the document', async () => {
    const { get } = await openFlowroute()
    expect(single(await get('/v2/e911s/30012')).links).toBeUndefined()
    expect((await get('/v2/e911s/1')).status).toBe(404)
  })

  it('name the numbers they serve, in short', async () => {
    const world = await openFlowroute()
    const { number, alias } = pick(world, ({ e911 }) => e911 === '30012')
    const { data } = list(await world.get('/v2/e911s/30012/relationships/numbers'))
    expect(data[0]).toMatchObject({ type: 'number', id: number, attributes: { alias, value: number } })
    expect(Object.keys(data[0]?.attributes ?? {}).sort()).toEqual(['alias', 'value'])
    expect((await world.get('/v2/e911s/1/relationships/numbers')).status).toBe(404)
  })

  it('forget a number that was released', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ e911 }) => e911 === '30012')
    await world.send('DELETE', `/v2/numbers/${number}`)
    expect(ids(await world.get('/v2/e911s/30012/relationships/numbers'))).not.toContain(number)
  })
})

describe('caller names', () => {
  it('are listed with their times in the odd form', async () => {
    const { get } = await openFlowroute()
    const { data } = list(await get('/v2/cnams'))
    const value = (name: string) => data.map(({ attributes }) => attributes?.[name])
    expect(value('value')).toEqual(data.map(({ attributes }) => String(attributes?.value).toUpperCase()))
    expect(value('rejection_reason')).toEqual(expect.arrayContaining([null, '']))
    expect(value('approval_datetime')).toContain(null)
    expect(value('creation_datetime')[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00$/)
  })

  it.each([
    ['is_approved=true', { is_approved: 'True' }, 3],
    ['is_approved=False', { is_approved: 'False' }, 1],
    ['value=shop', { value: 'shop' }, 1],
    ['value=nobody', { value: 'nobody' }, 0],
  ])('are found by %s', async (query, echo, count) => {
    const { get } = await openFlowroute()
    const answer = await get(`/v2/cnams?${query}`)
    expect(ids(answer)).toHaveLength(count)
    expect(queryOf(list(answer).links.self)).toMatchObject(echo)
  })

  it('come with their numbers, with none, or without a word about numbers', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ cnam }) => cnam === '7001')
    const full = single(await world.get('/v2/cnams/7001'))
    expect(full.data.relationships?.numbers?.data).toContainEqual({ type: 'number', id: number })
    expect(full.included?.some(({ id }) => id === number)).toBe(true)
    const empty = single(await world.get('/v2/cnams/7014'))
    expect(empty.data.relationships).toEqual({ numbers: { data: [] } })
    expect(empty.included).toBeUndefined()
    for (const id of ['6002', '7100']) {
      expect(single(await world.get(`/v2/cnams/${id}`)).data.relationships).toBeUndefined()
    }
    expect(full.links).toBeUndefined()
    expect((await world.get('/v2/cnams/1')).status).toBe(404)
    expect((await world.get('/v2/cnams?is_approved=maybe')).status).toBe(422)
  })
})

describe('port orders', () => {
  it.each(['/v2/portorders', '/v2/portorders/1', '/v2/portorders/1/status'])('are none: %s is 404', async (path) => {
    const { get } = await openFlowroute()
    expect(json(await get(path))).toMatchObject({ errors: [{ status: 404, title: 'Resource not found' }] })
  })
})

describe('callbacks for texts', () => {
  const url = 'https://hooks.example.net/sms'

  it.each(['sms_callback', 'mms_callback', 'sms_dlr_callback', 'mms_dlr_callback', 'dlr_callback'])(
    'are set as %s by POST and cannot be read back',
    async (kind) => {
      const world = await openFlowroute()
      const [number = ''] = world.books.numbers()
      const path = `/v2/numbers/${number}/relationships/${kind}`
      const body = { data: { attributes: { callback_url: url } } }
      expect((await world.send('POST', path, body)).status).toBe(204)
      expect((await world.send('PATCH', path, body)).status).toBe(405)
      expect(world.books.callbacks().get(`${number} ${kind}`)).toBe(url)
      expect((await world.get(`/v2/numbers/${number}`)).text).not.toContain(url)
    },
  )

  it('need an address, and a number of the account', async () => {
    const { send, books } = await openFlowroute()
    const path = (number = '') => `/v2/numbers/${number}/relationships/sms_callback`
    const body = (callback_url: string) => ({ data: { attributes: { callback_url } } })
    expect((await send('POST', path(books.numbers()[0]), body('nonsense'))).status).toBe(422)
    expect((await send('POST', path(books.numbers()[0]), { callback_url: url })).status).toBe(422)
    expect((await send('POST', path('12065550100'), body(url))).status).toBe(404)
  })

  it('are set for the whole account in the other version', async () => {
    const { send, books } = await openFlowroute()
    expect((await send('PUT', '/v2.1/messages/mms_callback', { callback_url: url })).status).toBe(204)
    expect(books.callbacks().get('mms_callback')).toBe(url)
    expect((await send('PUT', '/v2.1/messages/mms_callback', {})).status).toBe(422)
  })
})

describe('texting as a job of its own', () => {
  it('is one kind of job for one number and another for several', async () => {
    const { send, books } = await openFlowroute()
    const [one = '', other = ''] = books.numbers()
    const single = await send('POST', '/v2/message-provision', { numbers: [one], action: 'enable' })
    expect(single.status).toBe(201)
    expect(json(single)).toMatchObject({ data: { type: 'message_provisioning_status', attributes: { tn: one } } })
    const several = await send('POST', '/v2/message-provision', { numbers: [one, other], action: 'disable' })
    expect(json(several)).toMatchObject({ data: { type: 'message_bulk_provisioning_status' } })
  })

  it('can be watched until it is done', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ newer, messaging }) => newer && !messaging)
    const { data } = single(await world.send('POST', '/v2/message-provision', { numbers: [number], action: 'enable' }))
    const path = `/v2/message-provision/status/${data.id}`
    expect(json(await world.get(path))).toMatchObject({ data: { attributes: { status: 'pending' } } })
    world.clock.advance(60_000)
    expect(json(await world.get(path))).toMatchObject({ data: { attributes: { status: 'completed' } } })
    expect(single(await world.get(`/v2/numbers/${number}`)).data.attributes?.messaging_enabled).toBe(true)
  })

  it('refuses foreign numbers, other words and unknown jobs', async () => {
    const { send, get, books } = await openFlowroute()
    const start = (numbers: readonly string[], action: string) =>
      send('POST', '/v2/message-provision', { numbers, action })
    expect((await start(['12065550100'], 'enable')).status).toBe(404)
    expect((await start([books.numbers()[0] ?? ''], 'pause')).status).toBe(422)
    expect((await start([], 'enable')).status).toBe(422)
    expect((await get('/v2/message-provision/status/1')).status).toBe(404)
  })
})

describe('what happens elsewhere', () => {
  it('shows on the wire: changed, added and lost numbers, and routes', async () => {
    const { books, get } = await openFlowroute()
    const [first = '', second = ''] = books.numbers()
    const route = books.addRoute({ type: 'host', value: 'portal.example.net', alias: 'made in the portal' })
    books.changeNumber(first, { alias: 'renamed in the portal', primary: route.id })
    expect(single(await get(`/v2/numbers/${first}`))).toMatchObject({
      data: { attributes: { alias: 'renamed in the portal' } },
      included: expect.arrayContaining([expect.objectContaining({ id: route.id })]),
    })
    expect(books.loseNumber(second)).toBe(true)
    expect((await get(`/v2/numbers/${second}`)).status).toBe(404)
    expect(ids(await get(`/v2/numbers/available?contains=${second}`))).toEqual([])
    books.addNumber('12065149999', { alias: 'ported in' })
    expect(list(await get('/v2/numbers?ends_with=5149999')).data[0]?.attributes?.alias).toBe('ported in')
  })

  it('may leave a number with a route that no longer exists', async () => {
    const { books, get } = await openFlowroute()
    const [number = ''] = books.numbers()
    const route = books.addRoute({ type: 'host', value: 'gone.example.net', alias: 'soon gone' })
    books.changeNumber(number, { primary: route.id, failover: null })
    books.removeRoute(route.id)
    const { data, included } = single(await get(`/v2/numbers/${number}`))
    expect(data.relationships?.primary_route).toEqual({ data: { type: 'route', id: route.id } })
    expect(included?.filter(({ type }) => type === 'route')).toEqual([])
  })

  it('starts the same for the same seed', async () => {
    const [one, other] = [await openFlowroute(), await openFlowroute()]
    expect((await one.get('/v2/numbers?limit=200')).text).toBe((await other.get('/v2/numbers?limit=200')).text)
  })
})
