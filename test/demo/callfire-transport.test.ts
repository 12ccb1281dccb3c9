import { describe, expect, it } from 'vitest'
import { login, openDesk, password } from './callfire-desk.ts'

describe('signing in', () => {
  it('refuses every call without the right login and password, known path or not', async () => {
    await using desk = await openDesk(3)
    const keys = ['', 'Bearer x', `Basic ${btoa(`${login}:wrong`)}`, `Basic ${btoa(`${password}:${login}`)}`]
    for (const authorization of keys) {
      for (const path of ['/me/account', '/nowhere']) {
        const { status, json } = await desk.get(path, { authorization })
        expect([status, json.httpStatusCode]).toEqual([401, 401])
      }
    }
  })
})

describe('errors', () => {
  it('have one shape: status, code, message and link', async () => {
    await using desk = await openDesk(3)
    const { status, json } = await desk.get('/orders/77')
    expect(status).toBe(404)
    expect(json).toEqual({
      httpStatusCode: 404,
      internalCode: expect.any(String),
      message: 'order 77 was not found',
      helpLink: expect.stringMatching(/^https:/),
    })
  })

  it('carry the internal code as text, as a number, or not at all', async () => {
    await using desk = await openDesk(3)
    desk.books.settings.internalCode = 'number'
    expect((await desk.get('/orders/77')).json.internalCode).toBeTypeOf('number')
    expect((await desk.get('/nowhere')).json.internalCode).toBeTypeOf('number')
    desk.books.settings.internalCode = 'absent'
    expect((await desk.get('/orders/77')).json).not.toHaveProperty('internalCode')
  })

  it('are 404 for an unknown path, 405 for a wrong method, 400 for what is not JSON', async () => {
    await using desk = await openDesk(3)
    expect((await desk.get('/keywords/available')).status).toBe(404)
    expect((await desk.get('/labels')).status).toBe(404)
    const { status, json, headers } = await desk.send('DELETE', '/numbers/leases/12025550143')
    expect([status, json.httpStatusCode, headers.get('allow')]).toEqual([405, 405, 'GET, PUT'])
    const [number] = desk.books.leases.numbers()
    for (const body of ['{"autoRenew":', '', '[]', '"x"']) {
      expect((await desk.send('PUT', `/numbers/leases/${number}`, body)).status).toBe(400)
    }
  })

  it('use the same document when a fault is asked for', async () => {
    await using desk = await openDesk(3)
    const { status, json } = await desk.get('/me/account', { 'x-demo-fault': '503' })
    expect(status).toBe(503)
    expect(json).toMatchObject({ httpStatusCode: 503, message: expect.any(String), helpLink: expect.any(String) })
  })

  it('serve nothing outside /v2', async () => {
    await using desk = await openDesk(3)
    const response = await fetch(`${desk.server.url}/v1/me/account`, {
      headers: { authorization: `Basic ${btoa(`${login}:${password}`)}` },
    })
    expect(response.status).toBe(404)
  })
})

describe('paging', () => {
  it('counts items, starts with 100 and tells limit, offset and total', async () => {
    await using desk = await openDesk(120)
    const first = await desk.get('/numbers/leases')
    expect(first.json).toMatchObject({ limit: 100, offset: 0, totalCount: 120 })
    expect(first.json.items).toHaveLength(100)
    const last = await desk.get('/numbers/leases?limit=50&offset=100')
    expect(last.json).toMatchObject({ limit: 50, offset: 100, totalCount: 120 })
    expect(last.json.items).toHaveLength(20)
    const beyond = await desk.get('/numbers/leases?offset=5000')
    expect(beyond.json).toEqual({ items: [], limit: 100, offset: 5000, totalCount: 120 })
  })

  it('gives every row once over all pages', async () => {
    await using desk = await openDesk(95)
    const seen: string[] = []
    for (let offset = 0; offset < 95; offset += 10) {
      const { json } = await desk.get(`/numbers/leases?limit=10&offset=${offset}`)
      seen.push(...json.items.map((lease: { number: string }) => lease.number))
    }
    expect(seen).toEqual(desk.books.leases.numbers())
    expect(new Set(seen).size).toBe(95)
  })

  it('starts with 20 for orders and keyword configs', async () => {
    await using desk = await openDesk(120)
    expect((await desk.get('/orders')).json.limit).toBe(20)
    expect((await desk.get('/keywords/leases/configs')).json.limit).toBe(20)
    expect((await desk.get('/keywords/leases')).json.limit).toBe(100)
  })

  it('stops at a thousand and refuses nonsense', async () => {
    await using desk = await openDesk(1100)
    const { json } = await desk.get('/numbers/leases?limit=5000')
    expect([json.limit, json.items.length]).toEqual([1000, 1000])
    for (const query of ['limit=0', 'limit=-1', 'limit=ten', 'offset=-1', 'offset=1.5']) {
      expect((await desk.get(`/numbers/leases?${query}`)).status).toBe(400)
    }
  })

  it('may answer that the total is not known', async () => {
    await using desk = await openDesk(3)
    desk.books.settings.totalCount = 'unknown'
    for (const path of ['/numbers/leases', '/numbers/regions', '/orders', '/keywords/leases', '/contacts/dncs']) {
      expect((await desk.get(path)).json.totalCount).toBe(-1)
    }
  })
})

describe('the fields parameter', () => {
  it('is a strict whitelist, at the top and inside items', async () => {
    await using desk = await openDesk(30)
    const [number] = desk.books.leases.numbers()
    expect((await desk.get(`/numbers/leases/${number}?fields=autoRenew,status`)).json).toEqual({
      autoRenew: expect.any(Boolean),
      status: 'ACTIVE',
    })
    const list = await desk.get('/numbers/leases?limit=2&fields=items(number)')
    expect(Object.keys(list.json)).toEqual(['items'])
    expect(list.json.items.map(Object.keys)).toEqual([['number'], ['number']])
    const mixed = await desk.get('/numbers/leases?limit=2&fields=limit,totalCount,items(number,autoRenew)')
    expect(Object.keys(mixed.json).sort()).toEqual(['items', 'limit', 'totalCount'])
  })

  it('reaches nested members by slash or brackets, and takes blanks', async () => {
    await using desk = await openDesk(30)
    const bySlash = await desk.get('/numbers/leases?limit=3&fields=items(number,region/city,region/state)')
    const byBrackets = await desk.get('/numbers/leases?limit=3&fields= items ( number , region( city, state ) ) ')
    expect(bySlash.json).toEqual(byBrackets.json)
    expect(Object.keys(bySlash.json.items[0].region)).toEqual(['city', 'state'])
    const whole = await desk.get('/numbers/leases?limit=1&fields=items(region,region/city)')
    expect(whole.json.items[0].region.timeZone).toBeTypeOf('string')
  })

  it('leaves out a number that was not asked for, ignores unknown names and refuses broken masks', async () => {
    await using desk = await openDesk(30)
    const [number] = desk.books.leases.numbers()
    const config = await desk.get(`/numbers/leases/configs/${number}?fields=callTrackingConfig,configType`)
    expect(config.json).not.toHaveProperty('number')
    expect((await desk.get(`/numbers/leases/${number}?fields=nonsense`)).json).toEqual({})
    for (const mask of ['items(', 'items(number))', 'a,,b', 'a/', '(number)', 'a b']) {
      expect((await desk.get(`/numbers/leases?fields=${encodeURIComponent(mask)}`)).status).toBe(400)
    }
  })
})
