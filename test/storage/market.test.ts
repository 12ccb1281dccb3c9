import { describe, expect, it } from 'vitest'
import type { StoredSearch } from '../../electron/core/ports.ts'
import type { MarketQuery, Offer } from '../../shared/model/market.ts'
import { noPlace } from '../support/builders.ts'
import { usd } from './purchases.ts'
import { noon, open, temporaryFolder } from './support.ts'

const query: MarketQuery = {
  kind: 'local',
  city: 'Seattle',
  state: 'WA',
  zip: '',
  prefix: '206',
  rateCenter: '',
  pattern: '*CAKE',
  count: 50,
  accountIds: [],
}

const search = (searchId: string, change: Partial<StoredSearch> = {}): StoredSearch => ({
  searchId,
  query,
  askedAt: noon,
  parts: [{ accountId: 'bakery', state: 'done', found: 2, failure: null, notes: ['Nearest ZIP: 98101.'] }],
  watched: false,
  found: 2,
  ...change,
})

const offers = (count: number, change: Partial<Offer> = {}): readonly Offer[] =>
  Array.from({ length: count }, (_, at) => ({
    number: `+1${2065550100 + at}`,
    kind: 'local',
    place: { ...noPlace, city: 'SEATTLE' },
    setup: null,
    monthly: usd('1.25'),
    accountId: 'bakery',
    seenAt: noon + at,
    ...change,
  }))

describe('a search that is kept', () => {
  it('comes back with its offers, in their order, in another run of the app', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    const mixed = offers(900).map((offer, at) => (at % 400 > 200 ? { ...offer, accountId: 'clinic' } : offer))
    const kept = search('s1', {
      parts: [{ ...search('').parts[0], failure: { kind: 'offline', accountId: 'bakery' } }] as never,
    })
    first.market.saveSearch(kept, mixed)
    first.close()
    const { market } = open(folder)
    expect(market.searches()).toEqual([kept])
    expect(market.offers('s1')).toEqual(mixed)
    expect(market.offers('s2')).toEqual([])
  })

  it('is replaced as a whole when it is saved again, as it grows and as it shrinks', () => {
    const { market } = open(temporaryFolder())
    const all = offers(1200)
    for (const found of [all.slice(0, 300), all.slice(0, 700), all, all.slice(100, 400), [], offers(2), offers(2)]) {
      market.saveSearch(search('s1', { found: found.length }), found)
      expect(market.offers('s1')).toEqual(found)
      expect(market.searches()).toEqual([search('s1', { found: found.length })])
    }
  })

  it('keeps its offers while it is one of the newest or watched; older searches stay as questions, and the oldest go', () => {
    const { market } = open(temporaryFolder())
    market.saveSearch(search('watched', { watched: true }), offers(3))
    for (let at = 0; at < 30; at++) market.saveSearch(search(`s${at}`, { askedAt: noon + at }), offers(2))
    expect(market.offers('watched')).toHaveLength(3)
    expect(market.offers('s29')).toHaveLength(2)
    expect(market.offers('s22')).toHaveLength(2)
    expect(market.offers('s21')).toEqual([])
    const kept = market.searches().map(({ searchId }) => searchId)
    expect(kept.slice(0, 3)).toEqual(['s29', 's28', 's27'])
    expect(kept).toHaveLength(21)
    expect(kept.at(-1)).toBe('watched')
  })

  it('is the newest one even when the clock was set back', () => {
    const { market } = open(temporaryFolder())
    market.saveSearch(search('s1'), offers(1))
    market.saveSearch(search('s2', { askedAt: noon - 9000 }), offers(1))
    expect(market.searches().map(({ searchId }) => searchId)).toEqual(['s2', 's1'])
    expect(market.offers('s2')).toHaveLength(1)
  })

  it('is watched or not as it is told, and forgotten with its offers', () => {
    const { market } = open(temporaryFolder())
    market.saveSearch(search('s1'), offers(1))
    market.setWatched('s1', true)
    market.saveSearch(search('s2'), offers(1))
    expect(market.searches().map(({ watched }) => watched)).toEqual([false, true])
    expect(market.offers('s1')).toHaveLength(1)
    market.forgetSearch('s1')
    expect(market.offers('s1')).toEqual([])
    expect(market.searches().map(({ searchId }) => searchId)).toEqual(['s2'])
  })
})

describe('the basket', () => {
  it('holds what was put in, in that order, over a restart', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    const [a, b] = offers(2)
    if (!a || !b) throw new Error('no offers')
    first.market.addToBasket([b], noon)
    first.market.addToBasket([a], noon + 5)
    first.close()
    expect(open(folder).market.basket()).toEqual([
      { ...b, addedAt: noon },
      { ...a, addedAt: noon + 5 },
    ])
  })

  it('takes the newest price of what is put in again, and leaves it where it is', () => {
    const { market } = open(temporaryFolder())
    market.addToBasket(offers(2), noon)
    market.addToBasket(offers(1, { monthly: usd('2') }), noon + 5)
    expect(market.basket()).toMatchObject([{ monthly: usd('2'), addedAt: noon }, { monthly: usd('1.25') }])
  })

  it('loses single lines, an account’s lines, or all of them', () => {
    const { market } = open(temporaryFolder())
    market.addToBasket([...offers(3), ...offers(3, { accountId: 'clinic' })], noon)
    market.removeFromBasket([{ accountId: 'clinic', number: '+12065550101' }])
    expect(market.basket()).toHaveLength(5)
    market.clearBasket('bakery')
    expect(market.basket().map(({ accountId, number }) => `${accountId} ${number}`)).toEqual([
      'clinic +12065550100',
      'clinic +12065550102',
    ])
    market.clearBasket(null)
    expect(market.basket()).toEqual([])
  })
})
