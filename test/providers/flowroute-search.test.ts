import { describe, expect, it } from 'vitest'
import type { MarketAsk } from '../../electron/core/ports.ts'
import { pattern, searchAt } from './support/asking.ts'
import { failureOf } from './support/provider.ts'
import { flowroute, type Replies, reply } from './support/replies.ts'
import type { Asked, Whole } from './support/serve.ts'

const available = 'GET /v2/numbers/available'
const none: Whole = { body: { data: [], links: { self: '' } } }

async function search(answer: Replies[string], ask: Partial<MarketAsk>) {
  const made = await flowroute({ [available]: answer })
  const found = await searchAt(made.provider, ask)
  return { ...found, asked: made.asked.map(({ query }) => query.toString()) }
}

const row = (number: number, rateCenter = 'seattle', state = 'wa') => ({
  type: 'number',
  id: String(number),
  attributes: { value: String(number), number_type: 'longcode', rate_center: rateCenter, state },
})

/** A stock that is paged as Flowroute does it. */
const stock =
  (rows: readonly unknown[]) =>
  ({ query }: Asked): Whole => {
    const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
    const next =
      offset + limit < rows.length ? { next: `https://x.invalid/?limit=${limit}&offset=${offset + limit}` } : {}
    return { body: { data: rows.slice(offset, offset + limit), links: { self: '', ...next } } }
  }
const many = (count: number) => Array.from({ length: count }, (_, index) => row(12065550000 + index))

describe('numbers for sale at Flowroute', () => {
  it('are read with prices where they are told, the odd row left out', async () => {
    const { items, odd } = await search(reply('flowroute-v2/available.json'), { state: 'WA' })
    expect(items).toMatchObject([
      {
        number: '+12065550177',
        kind: 'local',
        place: { city: null, state: 'WA', rateCenter: 'seattle' },
        setup: { amount: '1', currency: 'USD' },
        monthly: { amount: '1.25', currency: 'USD' },
      },
      { number: '+12065550178', setup: { amount: '3.99' }, place: { country: 'US' } },
      { number: '+12065550179', setup: null, monthly: null },
    ])
    expect(odd.map(({ kept }) => kept)).toEqual([false, true])
  })

  it.each<readonly [string, Partial<MarketAsk>, string]>([
    ['an area code, with the country code that it would add itself', { prefix: '206' }, 'starts_with=1206'],
    ['what all begins with', { prefix: '206', pattern: pattern('20655*') }, 'starts_with=120655'],
    ['a word at the end', { pattern: pattern('*CAKE') }, 'ends_with=2253'],
    ['a word anywhere', { pattern: pattern('CAKE') }, 'contains=2253'],
    ['both ends', { pattern: pattern('206*0000') }, 'starts_with=1206&ends_with=0000'],
    ['leading zeros as they are', { pattern: pattern('*007') }, 'ends_with=007'],
    ['a state in capitals', { state: 'wa' }, 'state=WA'],
    ['a whole number', { pattern: pattern('2065550143') }, 'starts_with=12065550143'],
    ['a short rate center in capitals', { rateCenter: 'seattle' }, 'rate_center=SEATTLE'],
  ])('are asked for by %s', async (_what, ask, members) => {
    const { asked } = await search(none, ask)
    const params = new URLSearchParams(asked[0])
    expect([params.get('offset'), params.get('number_type')]).toEqual(['0', 'longcode'])
    for (const [name, value] of new URLSearchParams(members)) expect([name, params.get(name)]).toEqual([name, value])
    const extra = [...params.keys()].filter((name) => !['offset', 'limit', 'number_type'].includes(name))
    expect(extra.toSorted()).toEqual([...new URLSearchParams(members).keys()].toSorted())
  })

  it('are asked for by kind, and toll-free ones have no place', async () => {
    const { asked, numbers, notes } = await search(reply('flowroute-v2/available.json'), {
      kind: 'tollFree',
      city: 'Seattle',
    })
    expect(new URLSearchParams(asked[0]).get('number_type')).toBe('toll-free')
    expect(numbers).toEqual(['+18885550100'])
    expect(notes).toEqual(['Toll-free numbers have no place, so the city did not count.'])
  })

  it('are asked for by the longest part, the others filtered here, which is told', async () => {
    const rows = [row(12075555550), row(12065555570)]
    const { asked, numbers, notes } = await search(stock(rows), { pattern: pattern('*7*555*0') })
    expect(new URLSearchParams(asked[0]).get('contains')).toBe('555')
    expect(numbers).toEqual(['+12075555550'])
    expect(notes).toEqual([
      'Flowroute can be asked for one run of digits inside a number; the other parts of the pattern were filtered here.',
    ])
  })

  it('that match only by the country code are left out, which is told', async () => {
    const rows = [row(12065550143), row(13125551206)]
    const { numbers, notes } = await search(stock(rows), { pattern: pattern('*1206*') })
    expect(numbers).toEqual(['+13125551206'])
    expect(notes).toEqual([expect.stringMatching(/counts the country code 1 in/)])
  })

  it('cannot match a prefix and a pattern that exclude one another, and nobody is asked', async () => {
    const { asked, notes } = await search(none, { prefix: '206', pattern: pattern('425*') })
    expect([asked, notes.length]).toEqual([[], 1])
  })
})

describe('paging through the stock', () => {
  it('asks for no more than are wanted', async () => {
    const { numbers, asked } = await search(stock(many(1000)), { prefix: '206', count: 5 })
    expect(numbers).toHaveLength(5)
    expect(asked).toEqual([expect.stringContaining('limit=5')])
  })

  it('goes on until there are enough', async () => {
    const { numbers, asked } = await search(stock(many(1000)), { prefix: '206', count: 450 })
    expect(new Set(numbers).size).toBe(450)
    expect(asked.map((query) => new URLSearchParams(query).get('offset'))).toEqual(['0', '200', '400'])
  })

  it('ends where the stock ends, be it with a list that is empty or one that is not there', async () => {
    expect((await search(stock(many(250)), { prefix: '206', count: 900 })).numbers).toHaveLength(250)
    const { numbers, notes } = await search(reply('flowroute-v2/error-404-thing.json', 404), { prefix: '206' })
    expect([numbers, notes]).toEqual([[], []])
  })

  it('looks at so many pages and no more, and says so', async () => {
    const unlike = Array.from({ length: 20_000 }, (_, index) => row(12065550000 + index, 'elsewhere'))
    const ask = { prefix: '206', pattern: pattern('*1*2*9*9*9') }
    const { asked, notes } = await search(stock(unlike), ask)
    expect(asked).toHaveLength(50)
    expect(notes.at(-1)).toMatch(/more numbers like these than were looked through \(10000 were\)/)
  })

  it('is not led round in circles by links', async () => {
    const circle = (): Whole => ({ body: { data: many(3), links: { next: 'https://x.invalid/?offset=0' } } })
    const { numbers, asked } = await search(circle, { prefix: '206' })
    expect(numbers).toHaveLength(3)
    expect(asked.length).toBeLessThanOrEqual(50)
  })
})

describe('places that Flowroute does not know', () => {
  it.each([
    [{ city: 'Seattle' }, 'city'],
    [{ zip: '98101' }, 'ZIP'],
    [{ city: 'Seattle', zip: '98101', pattern: pattern('*CAKE') }, 'city and ZIP'],
  ])('are told, and nothing is asked for when there is nothing else (%j)', async (ask, words) => {
    const { asked, notes } = await search(none, ask)
    expect(asked).toEqual([])
    expect(notes).toEqual([
      `Flowroute cannot be searched by ${words}. Add a state, an area code or a rate center to search it too.`,
    ])
  })

  it('are told, and the rest is asked for', async () => {
    const { asked, numbers, notes } = await search(stock(many(2)), { city: 'Seattle', state: 'WA' })
    expect([asked.length, numbers.length]).toEqual([1, 2])
    expect(notes).toEqual(['Flowroute cannot be searched by city; what else was filled in was asked for.'])
  })

  it('do not stand in a state that was not asked for', async () => {
    const rows = [row(12065550143), row(15035550143, 'portland', 'or')]
    expect((await search(stock(rows), { state: 'WA' })).numbers).toEqual(['+12065550143'])
  })

  it('with a state that is no code are refused here', async () => {
    const { provider } = await flowroute({})
    expect(await failureOf(searchAt(provider, { state: 'Washington' }))).toMatchObject({
      kind: 'invalid',
      field: 'state',
    })
  })
})

describe('rate centers', () => {
  const byCenter = (name: string, rows: readonly unknown[]) => (asked: Asked) => {
    const wanted = asked.query.get('rate_center')
    return wanted === null || wanted === name ? stock(rows)(asked) : none
  }

  it('are asked for by the short form of a long name, which is told', async () => {
    const rows = [row(12065550143, 'bnbrdgslnd')]
    const { numbers, notes, asked } = await search(byCenter('BNBRDGSLND', rows), { rateCenter: 'Bainbridge Island' })
    expect(numbers).toEqual(['+12065550143'])
    expect(asked).toHaveLength(1)
    expect(notes).toEqual([
      'Flowroute knows rate centers by short names only; “Bainbridge Island” was looked for as BNBRDGSLND.',
    ])
  })

  it('that were shortened by hand are compared here, where something else narrows the search', async () => {
    const rows = [row(17145550143, 'huntngtnbc', 'ca'), row(17145550144, 'anaheim', 'ca')]
    const ask = { rateCenter: 'Huntington Beach', state: 'CA' }
    const { numbers, notes } = await search(byCenter('HUNTNGTNBC', rows), ask)
    expect(numbers).toEqual(['+17145550143'])
    expect(notes.at(-1)).toBe(
      'Flowroute knows rate centers by short names only; they were compared with “Huntington Beach” here.',
    )
  })

  it('that are not known end with the way out', async () => {
    const { numbers, notes } = await search(none, { rateCenter: 'Huntington Beach' })
    expect(numbers).toEqual([])
    expect(notes.at(-1)).toMatch(/Add a state or an area code, or type the short name\.$/)
  })
})

describe('a search at Flowroute', () => {
  it('that fails in the middle keeps what was found and says why', async () => {
    const rows = many(300)
    const { provider } = await flowroute({
      [available]: (asked) =>
        asked.query.get('offset') === '0' ? stock(rows)(asked) : reply('flowroute-v2/error-403-empty.json', 403),
    })
    const seen: string[] = []
    const reading = async () => {
      const ask = { kind: 'local', city: null, state: null, zip: null, prefix: '206', rateCenter: null } as const
      const signal = new AbortController().signal
      for await (const { items } of provider.market?.search({ ...ask, pattern: null, count: 300 }, signal) ?? []) {
        seen.push(...items.map(({ number }) => number))
      }
    }
    expect(await failureOf(reading())).toMatchObject({ kind: 'forbidden' })
    expect(seen).toHaveLength(200)
  })
})
