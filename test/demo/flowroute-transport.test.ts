import { describe, expect, it } from 'vitest'
import { json, openFlowroute } from './flowroute-world.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

describe('credentials', () => {
  it.each(['Basic bm86bm8=', 'Basic', 'Bearer x', ''])('refuses %s and says how to sign in', async (authorization) => {
    const { send } = await openFlowroute()
    const answer = await send('GET', '/v2/numbers', undefined, { authorization })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/)
    expect(json(answer)).toEqual({
      errors: [
        { id: expect.stringMatching(uuid), status: 401, title: 'Unauthorized', detail: 'Authentication failed.' },
      ],
    })
  })

  it('are looked at before the path, the method, the type and the values', async () => {
    const { send } = await openFlowroute()
    const wrong = { authorization: 'Basic eDp5' }
    const answers = await Promise.all([
      send('GET', '/v2/nothing', undefined, wrong),
      send('PUT', '/v2/numbers', undefined, wrong),
      send('POST', '/v2/routes', 'x', { ...wrong, 'content-type': 'text/plain' }),
      send('GET', '/v2/numbers?limit=0', undefined, wrong),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
  })
})

describe('the two meanings of 404', () => {
  it.each(['/v2/nothing', '/v1/tns', '/v2', '/', '/v2/numbers/', '/v2/numbers/1/2/3', '/v2/sms', '/v2/routes/5/'])(
    'says in one sentence that %s is not served',
    async (path) => {
      const { get } = await openFlowroute()
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(json(answer)).toEqual({
        errors: [{ status: expect.stringMatching(/^404 Not Found: The requested URL was not found on the server/) }],
      })
    },
  )

  it.each(['/v2/numbers/12065550100', '/v2/numbers/%2B12065550100', '/v2/numbers/abc', '/v2/routes/1', '/v2/e911s/1'])(
    'says with a number that %s is not on the account',
    async (path) => {
      const { get } = await openFlowroute()
      expect(json(await get(path))).toEqual({
        errors: [
          {
            id: expect.stringMatching(uuid),
            status: 404,
            title: 'Resource not found',
            detail: expect.stringMatching(/\w/),
          },
        ],
      })
    },
  )

  it('does not know an owned number with a plus in the path', async () => {
    const { get, books } = await openFlowroute()
    expect((await get(`/v2/numbers/%2B${books.numbers()[0]}`)).status).toBe(404)
  })

  it('answers a path that does not decode with 400', async () => {
    const { get } = await openFlowroute()
    expect((await get('/v2/numbers/%zz')).status).toBe(400)
  })
})

describe('methods and types', () => {
  it.each([
    ['PUT', '/v2/numbers'],
    ['DELETE', '/v2/routes'],
    ['GET', '/v2/numbers/details'],
    ['GET', '/v2/numbers/1/relationships/primary_route'],
    ['POST', '/v2/numbers/1/relationships/failover_route'],
    ['POST', '/v2/numbers/available'],
    ['PATCH', '/v2/routes/edge_strategies'],
    ['POST', '/v2/e911s'],
    ['DELETE', '/v2/e911s/30012'],
    ['POST', '/v2/e911s/validate'],
    ['POST', '/v2/cnams'],
    ['PATCH', '/v2/cnams/7001'],
    ['PATCH', '/v2/numbers/1/relationships/e911s/30012'],
    ['DELETE', '/v2/numbers/1/relationships/e911s'],
    ['PATCH', '/v2/numbers/1/relationships/cnams/7001'],
    ['PATCH', '/v2/numbers/1/relationships/cnam/7001'],
  ])('refuses %s %s', async (method, path) => {
    const { send } = await openFlowroute()
    const answer = await send(method, path)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).not.toBe('')
    expect(json(answer)).toMatchObject({
      errors: [
        { status: 405, title: 'Method Not Allowed', detail: 'The method is not allowed for the requested URL.' },
      ],
    })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'refuses a body of type %s',
    async (type) => {
      const { send, books } = await openFlowroute()
      const path = `/v2/numbers/${books.numbers()[0]}`
      expect((await send('PATCH', path, '{"type":"number"}', { 'content-type': type })).status).toBe(415)
    },
  )

  it.each(['application/vnd.api+json', 'application/json', 'application/json; charset=utf-8', ''])(
    'takes a body of type "%s"',
    async (type) => {
      const { send, books } = await openFlowroute()
      const path = `/v2/numbers/${books.numbers()[0]}`
      expect((await send('PATCH', path, '{"type":"number"}', { 'content-type': type })).status).toBe(200)
    },
  )

  it('does not mind the type of no body at all', async () => {
    const { send } = await openFlowroute()
    expect((await send('GET', '/v2/numbers', undefined, { 'content-type': 'text/plain' })).status).toBe(200)
  })

  it('answers in its own type of JSON, and with nothing at all on 204', async () => {
    const { get, send, books } = await openFlowroute()
    expect((await get('/v2/numbers')).headers.get('content-type')).toBe('application/vnd.api+json')
    expect((await get('/v2/numbers/1')).headers.get('content-type')).toBe('application/vnd.api+json')
    const gone = await send('DELETE', `/v2/numbers/${books.numbers()[0]}`)
    expect([gone.status, gone.text, gone.headers.get('content-type')]).toEqual([204, '', null])
  })

  it.each(['{"type":', '[1]', 'null', '"text"'])('answers the body %s with 400', async (body) => {
    const { send, books } = await openFlowroute()
    expect((await send('PATCH', `/v2/numbers/${books.numbers()[0]}`, body)).status).toBe(400)
  })
})

describe('paging', () => {
  const lists: readonly (readonly [string, number])[] = [
    ['/v2/numbers', 200],
    ['/v2/numbers/available', 200],
    ['/v2/numbers/available/areacodes', 400],
    ['/v2/numbers/available/exchanges', 200],
    ['/v2/numbers/available/tiers', 200],
    ['/v2/routes', 200],
    ['/v2/e911s', 2000],
    ['/v2/cnams', 200],
  ]

  it.each(lists)('of %s takes at most %i rows', async (path, most) => {
    const { get } = await openFlowroute()
    expect((await get(`${path}?limit=${most}`)).status).toBe(200)
    expect(json(await get(`${path}?limit=${most + 1}`))).toEqual({
      errors: [{ id: expect.stringMatching(uuid), status: 422, detail: { limit: [`Must be between 1 and ${most}.`] } }],
    })
  })

  it.each(['limit=0', 'limit=-1', 'limit=ten', 'limit=1.5', 'offset=-1', 'offset=x', 'limit=99999999999'])(
    'refuses %s',
    async (query) => {
      const { get } = await openFlowroute()
      const answer = await get(`/v2/numbers?${query}`)
      expect(answer.status).toBe(422)
    },
  )
})

describe('faults of the kit', () => {
  it('wear the documents of this carrier', async () => {
    const { get, server } = await openFlowroute()
    server.faults.add({ times: 1, fault: { kind: 'status', status: 429, retryAfter: { seconds: 2, form: 'seconds' } } })
    const answer = await get('/v2/numbers')
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(json(answer)).toMatchObject({ errors: [{ status: 429, title: 'Too Many Requests' }] })
    server.faults.add({ times: 1, fault: { kind: 'status', status: 403 } })
    expect(json(await get('/v2/numbers'))).toEqual({
      errors: [{ status: 403, title: 'ActionNotAuthorizedError', detail: '' }],
    })
  })
})
