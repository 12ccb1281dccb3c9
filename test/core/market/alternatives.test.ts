import { beforeEach, describe, expect, it } from 'vitest'
import type { MarketQuery } from '../../../shared/model/market.ts'
import { forSale, page, region, type Stall } from './stall.ts'
import { Town } from './town.ts'

let town: Town
let callfire: Stall
beforeEach(() => {
  town = new Town()
  callfire = town.add('callfire')
  town.add('flowroute', { api: 'flowroute-v2' })
  callfire.regions = [
    region('1206200', 'SEATTLE'),
    region('1206441', 'SEATTLE'),
    region('1206443', 'SEATTLE'),
    region('1206450', 'SEATTLE', { rateCenter: 'BALLARD' }),
    region('1425300', 'SEATTLE'),
    region('1564300', 'SEATTLE'),
    region('1564301', 'SEATTLE'),
    region('1253400', 'TACOMA'),
  ]
})

const nothingFor = async (change: Partial<MarketQuery>) => {
  const { alternatives } = await town.search({ city: '', state: '', ...change })
  return alternatives.map(({ sentence, query }) => {
    const { kind, city, state, zip, prefix, rateCenter, pattern } = query
    return [sentence, [kind, city, state, zip, prefix, rateCenter, pattern].filter((part) => part !== '').join(' ')]
  })
}

describe('where nothing was found, the way on', () => {
  it('from an exchange is its neighbours, another area code of the town, the state, toll-free', async () => {
    expect(await nothingFor({ prefix: '206442', city: 'Seattle', state: 'WA', pattern: '*CAKE' })).toEqual([
      ['Numbers that begin with 206 441, in Seattle, WA as well.', 'local 206441 *CAKE'],
      ['Numbers that begin with 206 443, in Seattle, WA as well.', 'local 206443 *CAKE'],
      ['Seattle, WA with area code 564.', 'local 564 *CAKE'],
      ['Anywhere in Washington.', 'local WA *CAKE'],
      ['Toll-free numbers, which belong to no place.', 'tollFree *CAKE'],
    ])
  })

  it('stays within the rate center of the exchange', async () => {
    const found = await nothingFor({ prefix: '206450' })
    expect(found.map(([, query]) => query)).not.toContain('local 206441')
    expect(found[0]).toEqual(['Everywhere in area code 206.', 'local 206'])
  })

  it('from an area code finds the town by itself', async () => {
    expect((await nothingFor({ prefix: '206', pattern: '*CAKE' })).map(([, query]) => query)).toEqual([
      'local 564 *CAKE',
      'local WA *CAKE',
      'tollFree *CAKE',
    ])
  })

  it('from how a pattern starts takes that for the prefix, and goes on without it', async () => {
    expect((await nothingFor({ pattern: '206*55*CAKE' })).map(([, query]) => query)).toEqual([
      'local 564 *55*CAKE',
      'local WA *55*CAKE',
      'tollFree *55*CAKE',
    ])
  })

  it('from a whole city is the state, then toll-free', async () => {
    expect((await nothingFor({ city: 'Seattle', state: 'WA', pattern: 'CAKE' })).map(([, query]) => query)).toEqual([
      'local WA CAKE',
      'tollFree CAKE',
    ])
  })

  it('from a whole state is toll-free alone', async () => {
    expect((await nothingFor({ state: 'WA', pattern: '*CAKE' })).map(([, query]) => query)).toEqual(['tollFree *CAKE'])
  })

  it('from a toll-free area code is the others, then the digits anywhere', async () => {
    expect(await nothingFor({ kind: 'tollFree', prefix: '888', pattern: '*CAKE' })).toEqual([
      ['The same with any toll-free area code.', 'tollFree *CAKE'],
      ['CAKE anywhere in a toll-free number.', 'tollFree CAKE'],
    ])
  })

  it('from one whole number is another with the same end', async () => {
    expect(await nothingFor({ pattern: '206-555-0143' })).toEqual([
      ['Numbers that end with 0143 in area code 206.', 'local 206 *0143'],
    ])
  })

  it('is shorter where nobody can be asked about places', async () => {
    callfire.coverageFails = { kind: 'broken', status: 500, accountId: 'callfire' }
    expect((await nothingFor({ prefix: '206442', state: 'WA' })).map(([, query]) => query)).toEqual([
      'local 206',
      'local WA',
      'tollFree',
    ])
  })

  it('for a city that does not exist is the state', async () => {
    expect((await nothingFor({ city: 'Nowhereville', state: 'WA' })).map(([, query]) => query)).toEqual([
      'local WA',
      'tollFree',
    ])
  })

  it('is looked for once', async () => {
    await nothingFor({ prefix: '206442' })
    const asked = callfire.asked.length
    await town.results()
    await town.results()
    expect(callfire.asked).toHaveLength(asked)
  })

  it('is not told where something was found, or where nobody could answer', async () => {
    callfire.steps = [page(forSale('+12065550101'))]
    expect(await nothingFor({ prefix: '206' })).toEqual([])
    town.online = false
    expect(await nothingFor({ prefix: '425' })).toEqual([])
  })

  it('can all be asked for as it stands', async () => {
    const { alternatives } = await town.search({ prefix: '206442', pattern: '206*CAKE' })
    expect(alternatives.length).toBeGreaterThan(2)
    for (const { query } of alternatives) expect(() => town.market.searches.start(query)).not.toThrow()
    town.market.searches.stop()
  })
})
