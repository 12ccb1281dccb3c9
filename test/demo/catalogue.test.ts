import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../electron/demo/catalogue/catalogue.ts'
import type { OwnedNumbers } from '../../electron/demo/catalogue/owned.ts'
import { readPlaces, shortRateCenter } from '../../electron/demo/catalogue/places.ts'
import type { StockSearch } from '../../electron/demo/catalogue/search.ts'

const catalogue = createCatalogue(1)
const all = (owned: OwnedNumbers) => Array.from({ length: owned.count }, (_, index) => owned.at(index) ?? '')
const found = (search: StockSearch, stock = catalogue.stock('flowroute')) =>
  [...catalogue.search(stock, search)].map(({ number }) => number)

describe('the places', () => {
  const places = [...readPlaces().values()].flat()

  it('knows at least sixty area codes of the United States and Canada', () => {
    expect(readPlaces().size).toBeGreaterThan(60)
    expect(new Set(places.map(({ country }) => country))).toEqual(new Set(['US', 'CA']))
  })

  it('tells everything of every place', () => {
    for (const place of places) {
      expect(place.city).not.toBe('')
      expect(place.state).toMatch(/^[A-Z]{2}$/)
      expect(place.lata).toMatch(/^\d{3}$/)
      expect(place.zip).toMatch(place.country === 'US' ? /^\d{5}$/ : /^[A-Z]\d[A-Z] \d[A-Z]\d$/)
      expect(place.latitude).toBeGreaterThan(18)
      expect(place.longitude).toBeLessThan(-52)
      expect(place.rateCenter).toMatch(/^[A-Z0-9 ]+$/)
      expect(place.rateCenterShort).toMatch(/^[a-z0-9 -]{1,10}$/)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: place.timeZone })).not.toThrow()
    }
  })

  it('puts an area code that lies in two LATAs in both', () => {
    const latas = new Set(
      readPlaces()
        .get('402')
        ?.map(({ lata }) => lata),
    )
    expect(latas).toEqual(new Set(['644', '958']))
  })

  it('shortens long rate centres to ten signs', () => {
    expect(shortRateCenter('SEATTLE')).toBe('seattle')
    expect(shortRateCenter('BAINBRIDGE IS')).toHaveLength(10)
  })
})

describe('the exchanges', () => {
  it('are ascending, different and possible in the numbering plan', () => {
    const prefixes = catalogue.exchanges.map(({ prefix }) => prefix)
    expect(prefixes).toEqual([...new Set(prefixes)].sort())
    for (const { exchange } of catalogue.exchanges) expect(exchange).toMatch(/^(?!.11)(?!555)[2-9]\d\d$/)
  })

  it('are the same for the same seed, and others for another', () => {
    const prefixes = (seed: number) => createCatalogue(seed).exchanges.map(({ prefix }) => prefix)
    expect(prefixes(1)).toEqual(prefixes(1))
    expect(prefixes(2)).not.toEqual(prefixes(1))
  })

  it('gives every place of an area code an exchange', () => {
    const served = new Set(catalogue.exchanges.map(({ areaCode, place }) => `${areaCode} ${place?.city}`))
    for (const [areaCode, places] of readPlaces()) {
      for (const { city } of places) expect(served).toContain(`${areaCode} ${city}`)
    }
  })

  it('has no place for toll-free', () => {
    expect(catalogue.exchangeOf('18003569377')?.place).toBeNull()
    expect(catalogue.exchangeOf('19995550100')).toBeNull()
  })
})

describe('the owned numbers', () => {
  it('are eleven digits, ascending, and belong to one carrier only, a hundred thousand each', () => {
    const callfire = all(catalogue.owned('callfire', 100_000))
    const flowroute = all(catalogue.owned('flowroute', 100_000))
    expect(callfire).toEqual(callfire.toSorted())
    expect(callfire.every((number) => /^1[2-9]\d{9}$/.test(number))).toBe(true)
    expect(new Set([...callfire, ...flowroute, ...found({}), ...found({}, catalogue.stock('callfire'))]).size).toBe(
      200_000 + found({}).length + found({}, catalogue.stock('callfire')).length,
    )
  })

  it('lie in many places even when they are few', () => {
    const owned = all(catalogue.owned('flowroute', 40))
    expect(new Set(owned.map((number) => number.slice(1, 4))).size).toBeGreaterThan(25)
  })

  it('can be looked up', () => {
    const owned = catalogue.owned('callfire', 500)
    expect(owned.indexOf(owned.at(321) ?? '')).toBe(321)
    expect(owned.indexOf('12065550100')).toBe(-1)
    expect(owned.indexOf('+')).toBe(-1)
    expect(owned.at(500)).toBeUndefined()
  })

  it('refuses more than there are', () => {
    expect(() => catalogue.owned('callfire', 10_000_000)).toThrow(RangeError)
    expect(() => catalogue.owned('callfire', -1)).toThrow(RangeError)
  })

  it('have names of both kinds of nothing, shared names and old records', () => {
    const traits = all(catalogue.owned('flowroute', 500)).map(catalogue.traits)
    const aliases = traits.map(({ alias }) => alias)
    expect(aliases).toEqual(expect.arrayContaining([null, '', 'front desk', 'van 3', 'web shop']))
    expect(new Set(traits.map(({ oldRecord }) => oldRecord)).size).toBe(2)
  })
})

describe('the stock', () => {
  const everything = found({})
  const naive = (test: (number: string) => boolean) => everything.filter(test)

  it('ascends and is large', () => {
    expect(everything).toEqual(everything.toSorted())
    expect(everything.length).toBeGreaterThan(50_000)
  })

  it.each(['1', '1206', '1206441', '12', '2', '1800356', '18003569', everything[5_000] ?? ''])(
    'finds by beginning %s what a plain look finds',
    (startsWith) => expect(found({ startsWith })).toEqual(naive((number) => number.startsWith(startsWith))),
  )

  it.each(['7', '00', '206', '2253', '12065', '99999', '062850', (everything[77] ?? '').slice(2, 9), '1'.repeat(12)])(
    'finds by inner digits %s what a plain look finds',
    (contains) => expect(found({ contains })).toEqual(naive((number) => number.includes(contains))),
  )

  it.each(['7', '07', '0007', '12253', (everything[900] ?? '').slice(3)])(
    'finds by ending %s what a plain look finds',
    (endsWith) => expect(found({ endsWith })).toEqual(naive((number) => number.endsWith(endsWith))),
  )

  it('combines the filters', () => {
    const search = { startsWith: '15', contains: '22', endsWith: '3' }
    const wanted = naive((number) => number.startsWith('15') && number.includes('22') && number.endsWith('3'))
    expect(wanted.length).toBeGreaterThan(0)
    expect(found(search)).toEqual(wanted)
  })

  it('runs backwards and in another order of exchanges', () => {
    expect(found({ descending: true })).toEqual(everything.toReversed())
    const [first] = catalogue.search(catalogue.stock('flowroute'), {
      order: (one, other) => (one.place?.state ?? 'zz').localeCompare(other.place?.state ?? 'zz'),
    })
    expect(first?.exchange.place?.state).toBe('AB')
  })

  it('holds numbers that spell words', () => {
    const words = [...found({ endsWith: '2253' }), ...found({ endsWith: '7663' })]
    expect(words.length).toBeGreaterThan(20)
    expect(
      found({ endsWith: '3569377' }).length + found({ endsWith: '3569377' }, catalogue.stock('callfire')).length,
    ).toBeGreaterThan(4)
  })

  it('loses what is taken and sells what is put back, each once', () => {
    const stock = catalogue.stock('flowroute')
    const [number = ''] = found({ startsWith: '1206' }, stock)
    expect(stock.take(number)).toBe(true)
    expect(stock.take(number)).toBe(false)
    expect(found({ startsWith: number }, stock)).toEqual([])
    expect(stock.putBack(number)).toBe(true)
    expect(stock.putBack(number)).toBe(false)
    expect(found({ startsWith: '1206' }, stock)[0]).toBe(number)
    expect(stock.putBack('19995550100')).toBe(false)
    expect(stock.isForSale('nonsense')).toBe(false)
  })

  it('leaves some exchanges sold out', () => {
    const stock = catalogue.stock('callfire')
    const sizes = catalogue.exchanges.map(stock.left)
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(20)
  })
})

describe('the prices', () => {
  it('are dollars, differ by tier, and cost more for toll-free', () => {
    const prices = catalogue.exchanges.map(catalogue.flowroutePrice)
    expect(new Set(prices.map(({ setup }) => setup))).toEqual(new Set([0.5, 1, 3.99, 12.5]))
    const tollFree = catalogue.exchanges.filter((exchange) => exchange.tollFree).map(catalogue.flowroutePrice)
    expect(Math.min(...tollFree.map(({ monthly }) => monthly))).toBeGreaterThan(1.25)
  })
})
