import { describe, expect, it } from 'vitest'
import { toWish } from '../../../electron/core/market/ask.ts'
import type { MarketQuery } from '../../../shared/model/market.ts'
import { query } from './town.ts'

const empty = { city: '', state: '' }
const asked = (change: Partial<MarketQuery>) => toWish(query({ ...empty, ...change })).ask
const refused = (change: Partial<MarketQuery>): unknown => {
  try {
    toWish(query({ ...empty, ...change }))
  } catch (error) {
    return error
  }
  throw new Error('it was understood')
}

describe('what is asked for', () => {
  it.each([
    [{ city: 'Seattle' }, { city: 'Seattle', state: null, prefix: null, pattern: null }],
    [{ state: 'wa' }, { state: 'WA' }],
    [{ state: 'Washington' }, { state: 'WA' }],
    [{ state: 'british columbia' }, { state: 'BC' }],
    [{ zip: '98101' }, { zip: '98101' }],
    [{ prefix: '206' }, { prefix: '206' }],
    [{ prefix: '1 (206) 555' }, { prefix: '206555' }],
    [{ prefix: '206-55' }, { prefix: '20655' }],
    [{ rateCenter: 'SEATTLE' }, { rateCenter: 'SEATTLE' }],
    [{ pattern: '206*' }, { pattern: { starts: '206' } }],
    [{ kind: 'tollFree' }, { kind: 'tollFree', prefix: null }],
    [{ kind: 'tollFree', prefix: '888', pattern: '8*CAKE' }, { prefix: '888' }],
    [{ prefix: '206', pattern: '206555*' }, { prefix: '206' }],
  ] as const)('of %j is %j', (change, expected) => expect(asked(change)).toMatchObject(expected))

  it('of toll-free numbers leaves places out and says so', () => {
    expect(toWish(query({ kind: 'tollFree' }))).toMatchObject({
      ask: { city: null, state: null },
      notes: ['Toll-free numbers belong to no place, so city, state, ZIP and rate center were left out.'],
    })
    expect(toWish(query({ ...empty, kind: 'tollFree' })).notes).toEqual([])
  })
})

describe('what cannot be asked for', () => {
  it.each([
    [{}, 'city', /^Say where to look/],
    [{ state: 'ZZ' }, 'state', /^“ZZ” is no state/],
    [{ state: 'Bavaria' }, 'state', /two letters, such as WA/],
    [{ zip: '9810' }, 'zip', /^A ZIP has five digits/],
    [{ zip: 'V6B 1A1' }, 'zip', /use the city or the province/],
    [{ prefix: '20' }, 'prefix', /^Use three digits/],
    [{ prefix: '2065550' }, 'prefix', /^Use three digits/],
    [{ prefix: 'abc' }, 'prefix', /^Use three digits/],
    [{ prefix: '20🎂6' }, 'prefix', /^Use three digits/],
    [{ prefix: '011' }, 'prefix', /^No area code begins with 0/],
    [{ prefix: '800' }, 'prefix', /^800 is toll-free/],
    [{ kind: 'tollFree', prefix: '206' }, 'prefix', /^Toll-free numbers begin with 800/],
    [{ kind: 'tollFree', pattern: '206*' }, 'pattern', /^Toll-free numbers begin with 800/],
    [{ pattern: '888*' }, 'pattern', /^888 is toll-free/],
    [{ prefix: '206', pattern: '425*' }, 'pattern', /starts with 425, but 206 is chosen/],
    [{ pattern: '***' }, 'pattern', /^Stars alone/],
    [{ pattern: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCD' }, 'pattern', /this pattern has 30/],
    [{ city: 'Seattle', pattern: '*CAKE🎂' }, 'pattern', /^“🎂” cannot be dialled/],
  ] as const)('%j is refused at %s, with the way out', (change, field, problem) => {
    expect(refused(change)).toMatchObject({
      failure: { kind: 'invalid', field, problem: expect.stringMatching(problem) },
    })
  })
})
