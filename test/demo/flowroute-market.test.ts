import { describe, expect, it } from 'vitest'
import { ids, list, openFlowroute, queryOf } from './flowroute-world.ts'

const search = (query: string) => `/v2/numbers/available?${query}`

describe('the search for numbers to buy', () => {
  it('needs no filter, ascends, and links to where a number is bought', async () => {
    const { get } = await openFlowroute()
    const { data, links } = list(await get('/v2/numbers/available'))
    const found = data.map(({ id }) => String(id))
    expect(found).toHaveLength(10)
    expect(found).toEqual(found.toSorted())
    for (const row of data) {
      expect(row.links).toEqual({ related: `https://api.flowroute.com/v2/numbers/${row.id}` })
      expect(row.relationships).toBeUndefined()
      expect(row.attributes).not.toHaveProperty('alias')
      expect(row.attributes).toMatchObject({
        value: row.id,
        monthly_cost: expect.any(Number),
        setup_cost: expect.any(Number),
      })
    }
    expect(links).toEqual({
      self: 'https://api.flowroute.com/v2/numbers/available?limit=10&offset=0',
      next: 'https://api.flowroute.com/v2/numbers/available?limit=10&offset=10',
    })
  })

  it('pages through everything that fits, once each', async () => {
    const { get } = await openFlowroute()
    const found: unknown[] = []
    let path: string | undefined = search('starts_with=206&limit=200')
    while (path) {
      const answer = await get(path)
      found.push(...ids(answer))
      const { next } = list(answer).links
      path = next && search(new URL(next).searchParams.toString())
    }
    expect(found.length).toBeGreaterThan(400)
    expect(new Set(found).size).toBe(found.length)
  })

  it('echoes places in upper case and the silent country code', async () => {
    const { get } = await openFlowroute()
    const answer = await get(search('starts_with=646&state=ny&rate_center=nwyrcyzn01&limit=3'))
    expect(queryOf(list(answer).links.self)).toEqual({
      starts_with: '1646',
      state: 'NY',
      rate_center: 'NWYRCYZN01',
      limit: '3',
      offset: '0',
    })
    expect(list(answer).data[0]?.attributes).toMatchObject({ state: 'ny', rate_center: 'nwyrcyzn01' })
  })

  it('puts limit and offset last in its links', async () => {
    const { get } = await openFlowroute()
    const { self } = list(await get(search('offset=3&limit=5&state=WA'))).links
    expect(self).toMatch(/\?state=WA&limit=5&offset=3$/)
  })

  it('takes the abbreviation of a rate centre in any case, never its long name', async () => {
    const { get } = await openFlowroute()
    expect(list(await get(search('rate_center=NwyrCyzn01'))).data.length).toBeGreaterThan(0)
    expect(list(await get(search('rate_center=New%20York%20City%20Zone%2001'))).data).toEqual([])
  })

  it('tells toll-free from local, and countries apart', async () => {
    const { get } = await openFlowroute()
    const tollFree = ids(await get(search('number_type=toll-free&limit=200'))).map(String)
    expect(tollFree.every((number) => /^18(00|33|44|55|66|77|88)/.test(number))).toBe(true)
    const local = ids(await get(search('number_type=longcode&starts_with=8&limit=200'))).map(String)
    expect(local.some((number) => /^1(800|888)/.test(number))).toBe(false)
    const canadian = list(await get(search('iso_country=ca&limit=200'))).data
    expect(canadian.map(({ attributes }) => attributes?.state)).toContain('mb')
    expect(canadian.every(({ attributes }) => attributes?.iso_country !== 'US')).toBe(true)
  })

  it('gives toll-free numbers no rate centre and no state', async () => {
    const { get } = await openFlowroute()
    expect(list(await get(search('number_type=toll-free&limit=1'))).data[0]?.attributes).toMatchObject({
      rate_center: null,
      state: null,
    })
  })

  it('finds words by their digits at the end', async () => {
    const { get } = await openFlowroute()
    const found = ids(await get(search('ends_with=2253'))).map(String)
    expect(found.length).toBeGreaterThan(3)
    expect(found.every((number) => number.endsWith('2253'))).toBe(true)
  })

  it.each([
    ['monthly_cost,desc', 'monthly_cost', [2.5, 1]],
    ['monthly_cost,asc', 'monthly_cost', [1, 2.5]],
    ['monthly_cost', 'monthly_cost', [1, 2.5]],
  ])('orders by %s', async (order, member, [first]) => {
    const { get } = await openFlowroute()
    const answer = await get(search(`order_by=${order}&limit=5`))
    expect(list(answer).data.map(({ attributes }) => attributes?.[member])).toEqual(Array(5).fill(first))
    expect(queryOf(list(answer).links.self).order_by).toBe(order)
  })

  it.each(['number', 'value', 'tn'])('calls the number %s when it orders', async (field) => {
    const { get } = await openFlowroute()
    const ascending = ids(await get(search(`order_by=${field},asc&state=WA`)))
    const descending = ids(await get(search(`order_by=${field},desc&state=WA`))).map(String)
    expect(ascending).toEqual(ids(await get(search('state=WA'))))
    expect(descending).toEqual(descending.toSorted().toReversed())
    expect(descending[0]?.startsWith('1509')).toBe(true)
  })

  it.each(['order_by=price,asc', 'order_by=tn,up', 'order_by=tn,asc,x', 'number_type=tollfree', 'contains=x'])(
    'refuses %s',
    async (query) => {
      const { get } = await openFlowroute()
      expect((await get(search(query))).status).toBe(422)
    },
  )

  it('finds nothing as an empty list, or as 404 where the account is of that kind', async () => {
    const { get, books } = await openFlowroute()
    expect(list(await get(search('starts_with=999'))).data).toEqual([])
    books.behave({ emptyList: 'notFound' })
    expect((await get(search('starts_with=999'))).status).toBe(404)
  })
})

describe('where numbers can be bought', () => {
  it('lists area codes without attributes, ascending, up to four hundred', async () => {
    const { get } = await openFlowroute()
    const { data, links } = list(await get('/v2/numbers/available/areacodes?limit=400'))
    expect(data.length).toBeGreaterThan(60)
    expect(data.map(({ id }) => id)).toEqual(data.map(({ id }) => id).toSorted())
    expect(data.find(({ id }) => id === '206')).toEqual({
      type: 'areacode',
      id: '206',
      links: { related: 'https://api.flowroute.com/v2/numbers/available/exchanges?areacode=206' },
    })
    expect(links.next).toBeUndefined()
  })

  it('leaves out area codes that are dearer, and echoes the price in whole dollars', async () => {
    const { get } = await openFlowroute()
    const answer = await get('/v2/numbers/available/areacodes?limit=400&max_setup_cost=3.25')
    expect(queryOf(list(answer).links.self).max_setup_cost).toBe('3')
    expect(ids(answer)).not.toContain('800')
    const cheap = ids(await get('/v2/numbers/available/areacodes?limit=400&max_setup_cost=0.5'))
    expect(cheap.length).toBeGreaterThan(0)
    expect(cheap.length).toBeLessThan(ids(answer).length)
    expect((await get('/v2/numbers/available/areacodes?max_setup_cost=cheap')).status).toBe(422)
  })

  it('lists exchanges by six digits and links to the search by seven', async () => {
    const { get } = await openFlowroute()
    const { data, links } = list(await get('/v2/numbers/available/exchanges?areacode=206&limit=200'))
    expect(queryOf(links.self)).toEqual({ areacode: '206', limit: '200', offset: '0' })
    for (const { type, id, links: own } of data) {
      expect(type).toBe('exchange')
      expect(id).toMatch(/^206\d{3}$/)
      expect(own).toEqual({ related: `https://api.flowroute.com/v2/numbers/available?starts_with=1${id}` })
    }
    const [first] = data
    expect(list(await get(search(`starts_with=1${first?.id}`))).data.length).toBeGreaterThan(0)
    expect((await get('/v2/numbers/available/exchanges?areacode=20')).status).toBe(422)
    expect((await get('/v2/numbers/available/exchanges?limit=201')).status).toBe(422)
  })

  it('drops an exchange when its last number is sold', async () => {
    const { get, books } = await openFlowroute()
    const exchanges = ids(await get('/v2/numbers/available/exchanges?areacode=206&limit=50')).map(String)
    const [exchange = ''] = exchanges
    for (const number of ids(await get(search(`starts_with=${exchange}&limit=200`))))
      books.sellElsewhere(String(number))
    expect(ids(await get('/v2/numbers/available/exchanges?areacode=206&limit=50'))).toEqual(exchanges.slice(1))
  })

  it('names tiers in free text, with links that lack a part of the path', async () => {
    const { get } = await openFlowroute()
    const { data, links } = list(await get('/v2/numbers/available/tiers?limit=2&offset=1'))
    expect(data[0]).toEqual({
      type: 'tier',
      id: 'Scarce $3.99',
      links: { related: 'https://api.flowroute.com/v2/numbers?tier=Scarce%20%243.99' },
    })
    expect(links.self).toBe('https://api.flowroute.com/v2/numbers/tiers?limit=2&offset=1')
    expect(links.next).toBe('https://api.flowroute.com/v2/numbers/tiers?limit=2&offset=3')
  })
})
