import { describe, expect, it } from 'vitest'
import { ids, json, list, openFlowroute, pick, queryOf, single } from './flowroute-world.ts'

describe('the list of owned numbers', () => {
  it('gives ten ascending rows, says the paging it used, and where the next page is', async () => {
    const { get, books } = await openFlowroute()
    const answer = await get('/v2/numbers')
    expect(ids(answer)).toEqual(books.numbers().slice(0, 10))
    const { self, next } = list(answer).links
    expect(self).toBe('https://api.flowroute.com/v2/numbers?limit=10&offset=0')
    expect(next).toBe('https://api.flowroute.com/v2/numbers?limit=10&offset=10')
  })

  it('has no next page where the last one is exactly full, and is empty beyond it', async () => {
    const { get } = await openFlowroute({ numbers: 40 })
    expect(list(await get('/v2/numbers?limit=20&offset=20')).links.next).toBeUndefined()
    expect(list(await get('/v2/numbers?limit=20&offset=19')).links.next).toBeDefined()
    expect(list(await get('/v2/numbers?offset=40')).data).toEqual([])
  })

  it('can be read whole, page by page, without a number twice or missing', async () => {
    const { get, books } = await openFlowroute()
    const pages = await Promise.all([0, 100, 200].map((offset) => get(`/v2/numbers?limit=100&offset=${offset}`)))
    expect(pages.flatMap(ids)).toEqual(books.numbers())
    expect(books.numbers()).toHaveLength(300)
  })

  it('shows neither routes nor prices, and a link to the number', async () => {
    const { get } = await openFlowroute()
    for (const row of list(await get('/v2/numbers?limit=200')).data) {
      expect(row.relationships).toBeUndefined()
      expect(row.attributes).not.toHaveProperty('monthly_cost')
      expect(row).toMatchObject({ type: 'number', attributes: { value: row.id } })
      expect(row.links).toEqual({ self: `https://api.flowroute.com/v2/numbers/${row.id}` })
    }
  })

  it('leaves the newer members out on old records', async () => {
    const world = await openFlowroute()
    const rows = list(await world.get('/v2/numbers?limit=200')).data
    const withStatus = rows.filter((row) => row.attributes && 'status' in row.attributes)
    expect(withStatus.length).toBeGreaterThan(rows.length / 2)
    expect(withStatus.length).toBeLessThan(rows.length)
    expect(withStatus[0]?.attributes).toMatchObject({
      status: 'PURCHASED',
      iso_country: expect.stringMatching(/US|CA/),
    })
  })

  it('has a rare international number, fifteen digits long', async () => {
    const { get } = await openFlowroute()
    const { data } = list(await get('/v2/numbers?starts_with=%2B883'))
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ id: expect.stringMatching(/^883510\d{9}$/), attributes: { number_type: 'inum' } })
  })

  it.each([
    ['starts_with=206', '1206', (number: string) => number.startsWith('1206')],
    ['starts_with=1206', '1206', (number: string) => number.startsWith('1206')],
    ['starts_with=%2B1206', '+1206', (number: string) => number.startsWith('1206')],
    ['contains=12', '12', (number: string) => number.includes('12')],
    ['ends_with=07', '07', (number: string) => number.endsWith('07')],
  ])('filters by %s', async (query, echo, test) => {
    const { get, books } = await openFlowroute({ numbers: 2000 })
    const answer = await get(`/v2/numbers?limit=200&${query}`)
    const wanted = books.numbers().filter(test)
    expect(wanted.length).toBeGreaterThan(0)
    expect(ids(answer)).toEqual(wanted.slice(0, 200))
    expect(Object.values(queryOf(list(answer).links.self))).toContain(echo)
  })

  it('combines the digit filters with AND', async () => {
    const { get, books } = await openFlowroute({ numbers: 2000 })
    const [sample = ''] = books.numbers().slice(700)
    const query = `starts_with=${sample.slice(0, 4)}&contains=${sample.slice(3, 7)}&ends_with=${sample.slice(-2)}`
    const found = ids(await get(`/v2/numbers?limit=200&${query}`))
    expect(found).toContain(sample)
    expect(found.length).toBeLessThan(10)
  })

  it.each(['starts_with=+44', 'starts_with=2o6', 'contains=(206)', 'ends_with=-7'])('refuses %s', async (query) => {
    const { get } = await openFlowroute()
    expect((await get(`/v2/numbers?${query}`)).status).toBe(422)
  })

  it('finds an alias only when it is the whole of it', async () => {
    const { get, books } = await openFlowroute()
    const found = list(await get('/v2/numbers?alias=van%203&limit=200')).data
    expect(found.length).toBeGreaterThan(1)
    expect(found.every(({ attributes }) => attributes?.alias === 'van 3')).toBe(true)
    expect(list(await get('/v2/numbers?alias=van')).data).toEqual([])
    books.changeNumber(books.numbers()[5] ?? '', { alias: 'only one' })
    expect(ids(await get('/v2/numbers?alias=only+one'))).toEqual([books.numbers()[5]])
  })

  it('filters by the tier that the links of tiers name', async () => {
    const { get } = await openFlowroute()
    const found = list(await get('/v2/numbers?tier=Scarce%20%243.99&limit=200')).data
    expect(found.length).toBeGreaterThan(0)
    const newer = found.filter(({ attributes }) => attributes && 'tier' in attributes)
    expect(newer.every(({ attributes }) => attributes?.tier === 'Scarce $3.99')).toBe(true)
  })

  it('answers an empty list with 404 where the account is of that kind', async () => {
    const { get, books } = await openFlowroute({ numbers: 0 })
    expect(list(await get('/v2/numbers'))).toEqual({
      data: [],
      links: { self: 'https://api.flowroute.com/v2/numbers?limit=10&offset=0' },
    })
    books.behave({ emptyList: 'notFound' })
    expect(json(await get('/v2/numbers'))).toMatchObject({ errors: [{ status: 404, title: 'Resource not found' }] })
  })
})

describe('one number', () => {
  it('comes with all four relationships and what they point to', async () => {
    const world = await openFlowroute()
    const { number, primary, failover } = pick(world, (record) =>
      Boolean(
        record.newer &&
          record.primary !== '0' &&
          record.primary &&
          record.failover &&
          record.primary !== record.failover,
      ),
    )
    const { data, included, links } = single(await world.get(`/v2/numbers/${number}`))
    expect(data.relationships).toEqual({
      primary_route: { data: { type: 'route', id: primary } },
      failover_route: { data: { type: 'route', id: failover } },
      e911_address: { data: expect.toSatisfy((value) => value === null || value.type === 'e911') },
      cnam_preset: { data: expect.toSatisfy((value) => value === null || value.type === 'cnam') },
    })
    expect(included?.filter(({ type }) => type === 'route').map(({ id }) => id)).toEqual([primary, failover])
    expect(links?.self).toBe(`https://api.flowroute.com/v2/numbers/${number}`)
    expect(data.attributes).toMatchObject({
      value: number,
      monthly_cost: expect.any(Number),
      setup_cost: expect.any(Number),
      inbound_rate: expect.any(Number),
    })
  })

  it('tells no prices on old records', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ newer }) => !newer)
    const { data } = single(await world.get(`/v2/numbers/${number}`))
    expect(Object.keys(data.attributes ?? {}).sort()).toEqual(
      ['alias', 'cnam_lookups_enabled', 'number_type', 'rate_center', 'state', 'value'].sort(),
    )
  })

  it('may ring nowhere, at the SIP registration, or at any kind of route', async () => {
    const world = await openFlowroute()
    const kinds = new Set<string | null>()
    for (const number of world.books.numbers()) {
      const record = world.books.number(number)
      const route = world.books.routes().find(({ id }) => id === record?.primary)
      kinds.add(route?.type ?? null)
    }
    expect(kinds).toEqual(new Set([null, 'sip-reg', 'host', 'number', 'uri']))
    const { number } = pick(world, ({ primary }) => primary === null)
    expect(single(await world.get(`/v2/numbers/${number}`)).data.relationships?.primary_route).toEqual({ data: null })
  })

  it('includes an emergency address and a caller name where it has them', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ e911, cnam }) => e911 !== null && cnam !== null)
    const types = single(await world.get(`/v2/numbers/${number}`)).included?.map(({ type }) => type)
    expect(types).toEqual(expect.arrayContaining(['e911', 'cnam']))
  })

  it('is not shown while it is only for sale', async () => {
    const { get } = await openFlowroute()
    const [forSale] = ids(await get('/v2/numbers/available?limit=1'))
    expect((await get(`/v2/numbers/${forSale}`)).status).toBe(404)
  })
})

describe('the bulk read', () => {
  it('gives whole numbers with their routes, in the order asked, and leaves out what is not held', async () => {
    const world = await openFlowroute()
    const [first = '', second = ''] = world.books.numbers()
    const answer = await world.send('POST', '/v2/numbers/details', {
      numbers: [`+${second}`, '+12065550100', `+${first}`, `+${second}`],
    })
    expect(answer.status).toBe(200)
    expect(json(answer)).toMatchObject({ data: [{ id: second }, { id: first }] })
    const whole = single(await world.get(`/v2/numbers/${first}`)).data
    expect(json(answer)).toMatchObject({ data: [{}, whole] })
  })

  it('takes two hundred at once and no more', async () => {
    const { send, books } = await openFlowroute()
    const plus = books.numbers().map((number) => `+${number}`)
    expect((await send('POST', '/v2/numbers/details', { numbers: plus.slice(0, 200) })).status).toBe(200)
    expect((await send('POST', '/v2/numbers/details', { numbers: plus.slice(0, 201) })).status).toBe(422)
  })

  it.each([{}, { numbers: [] }, { numbers: '+12065550100' }, { numbers: ['12065550100'] }, { numbers: [12065550100] }])(
    'refuses %j',
    async (body) => {
      const { send } = await openFlowroute()
      expect((await send('POST', '/v2/numbers/details', body)).status).toBe(422)
    },
  )

  it('is a path that is not served where the account lacks it', async () => {
    const { send, books } = await openFlowroute({ options: { bulkDetails: false } })
    const answer = await send('POST', '/v2/numbers/details', { numbers: [`+${books.numbers()[0]}`] })
    expect(json(answer)).toEqual({ errors: [{ status: expect.stringMatching(/^404 Not Found/) }] })
  })
})

describe('a hundred thousand numbers', () => {
  it('are served at their end, in their middle, in bulk and one by one', async () => {
    const { get, books, send } = await openFlowroute({ numbers: 100_000 })
    const numbers = books
      .numbers()
      .slice(70_000, 70_200)
      .map((number) => `+${number}`)
    expect(ids(await get('/v2/numbers?limit=200&offset=99900'))).toHaveLength(100)
    expect(ids(await get('/v2/numbers?limit=200&offset=50000'))).toHaveLength(200)
    expect((await send('POST', '/v2/numbers/details', { numbers })).status).toBe(200)
    expect((await get(`/v2/numbers/${books.numbers()[77_777]}`)).status).toBe(200)
  })
})
