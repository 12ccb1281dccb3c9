import { describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './callfire-desk.ts'

type Offer = { readonly number: string; readonly tollFree: boolean; readonly region?: Record<string, string> }

const search = async (desk: Desk, query: string): Promise<readonly Offer[]> => {
  const { status, json } = await desk.get(query)
  if (status !== 200) throw new Error(`${status} ${json.message}`)
  return json.items
}

describe('local numbers for sale', () => {
  it('come as items alone: no limit, no offset, no total', async () => {
    await using desk = await openDesk(30)
    const { json } = await desk.get('/numbers/local?state=WA&limit=3&offset=2')
    expect(Object.keys(json)).toEqual(['items'])
    expect(json.items).toHaveLength(3)
    expect(json.items).toEqual((await desk.get('/numbers/local?state=WA&limit=3')).json.items)
  })

  it('fit the filter, and none of them is held by the account', async () => {
    await using desk = await openDesk(500)
    const held = new Set(desk.books.leases.numbers())
    for (const [query, test] of [
      ['state=WA', ({ region }: Offer) => region?.state === 'WA'],
      ['city=SEATTLE', ({ region }: Offer) => region?.city === 'SEATTLE'],
      ['prefix=1206', ({ number }: Offer) => number.startsWith('1206')],
      ['zipcode=98101&city=SEATTLE', ({ region }: Offer) => region?.zipcode === '98101'],
    ] as const) {
      const offers = await search(desk, `/numbers/local?${query}`)
      expect(offers.length).toBeGreaterThan(0)
      expect(offers.every(test)).toBe(true)
      expect(offers.some(({ number }) => held.has(number))).toBe(false)
      expect(offers.some(({ tollFree }) => tollFree)).toBe(false)
    }
  })

  it('need at least one filter besides limit and fields', async () => {
    await using desk = await openDesk(3)
    for (const query of ['', '?limit=5', '?fields=items(number)', '?lata=674', '?city=']) {
      expect((await desk.get(`/numbers/local${query}`)).status).toBe(400)
    }
  })

  it('are those of the nearest zip code when the wanted one has none', async () => {
    await using desk = await openDesk(3)
    const offers = await search(desk, '/numbers/local?zipcode=98102&limit=5')
    expect(offers.map(({ region }) => region?.zipcode)).toEqual(new Array(5).fill('98101'))
    expect(await search(desk, '/numbers/local?zipcode=98102&state=NY&limit=1')).toMatchObject([
      { region: { state: 'NY' } },
    ])
    expect(await search(desk, '/numbers/local?city=Atlantis')).toEqual([])
  })

  it('may come as a bare array, as before 2016', async () => {
    await using desk = await openDesk(3)
    desk.books.settings.catalogueForm = 'array'
    const { json } = await desk.get('/numbers/local?state=WA&limit=2')
    expect(json).toHaveLength(2)
    expect((await desk.get('/numbers/tollfree?limit=2')).json).toHaveLength(2)
  })

  it('vanish when somebody else buys them; nothing is reserved by a search', async () => {
    await using desk = await openDesk(3)
    const [first, second] = await search(desk, '/numbers/local?state=WA&limit=2')
    expect(await search(desk, '/numbers/local?state=WA&limit=2')).toEqual([first, second])
    expect(desk.books.market.sell(first?.number ?? '')).toBe(true)
    expect((await search(desk, '/numbers/local?state=WA&limit=1'))[0]).toEqual(second)
  })
})

describe('toll-free numbers for sale', () => {
  it('have no region and follow the pattern of three characters', async () => {
    await using desk = await openDesk(3)
    for (const [pattern, start] of [
      ['8**', '18'],
      ['85*', '185'],
      ['87*', '187'],
    ] as const) {
      const offers = await search(desk, `/numbers/tollfree?pattern=${pattern}&limit=40`)
      expect(offers).toHaveLength(40)
      for (const offer of offers) {
        expect(offer.number.startsWith(start)).toBe(true)
        expect(offer.tollFree).toBe(true)
        expect(offer).not.toHaveProperty('region')
      }
    }
    expect(await search(desk, '/numbers/tollfree?limit=4')).toHaveLength(4)
  })

  it.each(['855', '8*', '***', '8*5', '88**', 'ab*'])('refuse the pattern %s', async (pattern) => {
    await using desk = await openDesk(3)
    expect((await desk.get(`/numbers/tollfree?pattern=${pattern}`)).status).toBe(400)
  })
})

describe('regions', () => {
  it('are paged and have a prefix of seven digits', async () => {
    await using desk = await openDesk(3)
    const { json } = await desk.get('/numbers/regions?limit=1000')
    expect(json.totalCount).toBeGreaterThan(700)
    expect(json.items).toHaveLength(1000)
    for (const region of json.items) expect(region.prefix).toMatch(/^1\d{6}$/)
    expect(new Set(json.items.map((region: { prefix: string }) => region.prefix)).size).toBe(1000)
  })

  it('are filtered by place, by the beginning of a city and by country', async () => {
    await using desk = await openDesk(3)
    const citiesOf = async (query: string) => {
      const { json } = await desk.get(`/numbers/regions?limit=1000&${query}`)
      return [...new Set<string>(json.items.map((region: { city: string }) => region.city))]
    }
    expect(await citiesOf('city=Seattle')).toEqual(['SEATTLE'])
    const near = await citiesOf('cityPrefix=sea')
    expect(near).toContain('SEATTLE')
    expect(near.every((city) => city.startsWith('SEA'))).toBe(true)
    const canadian = await citiesOf('country=CA')
    expect(canadian).toContain('TORONTO')
    expect(canadian).not.toContain('SEATTLE')
    expect(await citiesOf('state=WA&prefix=1206')).toContain('SEATTLE')
  })
})
