import { describe, expect, it } from 'vitest'
import type { MarketAsk } from '../../electron/core/ports.ts'
import { pattern, searchAt } from './support/asking.ts'
import { failureOf } from './support/provider.ts'
import { callfire, type Replies, reply } from './support/replies.ts'
import type { Asked } from './support/serve.ts'

const local = 'GET /numbers/local'
const tollFree = 'GET /numbers/tollfree'

async function search(replies: Replies, ask: Partial<MarketAsk>) {
  const made = await callfire(replies)
  const found = await searchAt(made.provider, ask)
  return { ...found, queries: made.asked.map(({ path, query }) => `${path}?${query}`) }
}

/** Numbers of an exchange that are for sale, as many as were asked for. */
const shelf =
  (first: number, stock: number) =>
  ({ query }: Asked) => ({
    body: {
      items: Array.from({ length: Math.min(stock, Number(query.get('limit'))) }, (_, index) => ({
        number: String(first + index),
        tollFree: String(first).startsWith('18'),
      })),
    },
  })

describe('local numbers of CallFire', () => {
  it('are read with their place and without prices, the odd row left out', async () => {
    const { items, odd } = await search({ [local]: reply('callfire-v2/local.json') }, { prefix: '206' })
    expect(items.map(({ number, kind }) => [number, kind])).toEqual([
      ['+12065550143', 'local'],
      ['+12065552253', 'local'],
      ['+12065550150', 'local'],
    ])
    expect(items[0]).toMatchObject({
      place: { city: 'SEATTLE', state: 'WA', zip: '98101' },
      setup: null,
      monthly: null,
    })
    expect(odd.map(({ kept }) => kept)).toEqual([false, true])
  })

  it('come from a bare array as well', async () => {
    const { numbers } = await search({ [local]: { body: [{ number: '12065550143' }] } }, { prefix: '206' })
    expect(numbers).toEqual(['+12065550143'])
  })

  it.each<readonly [string, Partial<MarketAsk>, string]>([
    ['a city and state, in capitals', { city: 'Seattle', state: 'wa' }, 'limit=50&city=SEATTLE&state=WA'],
    ['a ZIP', { zip: '98101' }, 'limit=50&zipcode=98101'],
    ['an area code with its country code', { prefix: '206' }, 'limit=50&prefix=1206'],
    ['an exchange', { prefix: '206555' }, 'limit=50&prefix=1206555'],
    ['the beginning of a pattern', { pattern: pattern('206*') }, 'limit=50&prefix=1206'],
    ['the longer of prefix and pattern', { prefix: '206', pattern: pattern('2065*') }, 'limit=50&prefix=12065'],
    ['as much of a long beginning as can be asked', { pattern: pattern('2065551*') }, 'limit=1000&prefix=1206555'],
    ['no more than are wanted', { prefix: '206', count: 7 }, 'limit=7&prefix=1206'],
    [
      'the largest page when it is filtered here',
      { state: 'WA', pattern: pattern('*CAKE'), count: 7 },
      'limit=1000&state=WA',
    ],
  ])('are asked for by %s', async (_what, ask, query) => {
    expect((await search({ [local]: { body: { items: [] } } }, ask)).queries).toEqual([`/numbers/local?${query}`])
  })

  it.each<readonly [string, Partial<MarketAsk>]>([
    ['nothing', {}],
    ['only a pattern that begins anyhow', { pattern: pattern('*CAKE') }],
    ['a beginning that is too short', { pattern: pattern('20*') }],
    ['a rate center alone', { rateCenter: 'SEATTLE' }],
  ])('need a place: %s is refused here, with the field to fill in', async (_what, ask) => {
    const { provider, asked } = await callfire({})
    const failure = await failureOf(searchAt(provider, ask))
    expect(failure).toMatchObject({
      kind: 'invalid',
      field: 'city',
      problem: expect.stringMatching(/fill in a city.*\.$/),
    })
    expect(asked).toHaveLength(0)
  })

  it('with a state that is no code are refused here', async () => {
    const { provider } = await callfire({})
    expect(await failureOf(searchAt(provider, { state: 'Washington' }))).toMatchObject({
      kind: 'invalid',
      field: 'state',
    })
  })

  it('are filtered by the pattern here, which is told once', async () => {
    const { numbers, notes } = await search(
      { [local]: reply('callfire-v2/local.json') },
      { prefix: '206', pattern: pattern('*CAKE') },
    )
    expect(numbers).toEqual(['+12065552253'])
    expect(notes).toEqual([
      'CallFire local numbers can only be searched by place and leading digits; the pattern was filtered here.',
    ])
  })

  it('of another city or state than was asked for are left out', async () => {
    const { numbers } = await search({ [local]: reply('callfire-v2/local.json') }, { city: 'Tacoma', state: 'WA' })
    expect(numbers).toEqual(['+12535550101'])
  })

  it('of the nearest ZIP are kept, and told', async () => {
    const { numbers, notes } = await search(
      { [local]: reply('callfire-v2/local.json') },
      { zip: '98103', prefix: '206' },
    )
    expect(numbers).toHaveLength(3)
    expect(notes).toEqual([
      'CallFire has nothing in ZIP 98103 and gave numbers of the nearest one instead: 98101, 98104.',
    ])
  })

  it('are compared with a rate center wherever one is told', async () => {
    const ask = { prefix: '206', rateCenter: 'Tacoma' }
    const { numbers, notes } = await search({ [local]: reply('callfire-v2/local.json') }, ask)
    expect(numbers).toEqual(['+12065552253', '+12065550150'])
    expect(notes).toEqual([
      'CallFire cannot be searched by rate center; it was compared here wherever CallFire tells one.',
    ])
  })

  it('cannot match a prefix and a pattern that exclude one another, and nobody is asked', async () => {
    const { numbers, notes, queries } = await search({}, { prefix: '206', pattern: pattern('425*') })
    expect([numbers, queries]).toEqual([[], []])
    expect(notes).toEqual(['The area code or prefix and the pattern exclude one another, so no number can match.'])
  })

  it('are never more than were wanted, and none twice', async () => {
    const twice = { body: { items: [...Array(3).fill({ number: '12065550143' }), { number: '12065550144' }] } }
    expect((await search({ [local]: twice }, { prefix: '206', count: 2 })).numbers).toEqual([
      '+12065550143',
      '+12065550144',
    ])
  })

  describe('beyond the first page', () => {
    const regions = (prefixes: readonly string[]) => ({ body: { items: prefixes.map((prefix) => ({ prefix })) } })
    const exchange = (asked: Asked) => {
      const prefix = asked.query.get('prefix') ?? '1206100'
      return shelf(Number(`${prefix.padEnd(7, '0')}0000`), prefix.length === 7 ? 250 : 1000)(asked)
    }

    it('are searched exchange by exchange, because there is no next one', async () => {
      const replies = { [local]: exchange, 'GET /numbers/regions': regions(['1206101', '1206102', '1206103']) }
      const { numbers, notes, queries } = await search(replies, { prefix: '206', pattern: pattern('*7'), count: 160 })
      expect(numbers).toHaveLength(160)
      expect(new Set(numbers).size).toBe(160)
      expect(queries[1]).toBe('/numbers/regions?prefix=1206&offset=0&limit=1000')
      expect(queries.slice(2).every((query) => /prefix=120610[123]$/.test(query))).toBe(true)
      expect(notes.join()).not.toMatch(/there may be more/)
    })

    it('stop at some forty exchanges, spread over all that there are, and say that there may be more', async () => {
      const many = Array.from({ length: 100 }, (_, index) => String(1206100 + index))
      const ask = { prefix: '206', pattern: pattern('*0000000'), count: 5 }
      const { queries, notes } = await search({ [local]: exchange, 'GET /numbers/regions': regions(many) }, ask)
      const asked = queries.flatMap((query) => /prefix=(1206\d{3})$/.exec(query)?.[1] ?? [])
      expect(asked.length).toBeLessThanOrEqual(40)
      expect(Number(asked.at(-1)) - Number(asked[0])).toBeGreaterThan(90)
      expect(notes.at(-1)).toMatch(/there may be more/)
    })

    it('end with what is there when the exchanges are not told', async () => {
      const { numbers, notes } = await search({ [local]: exchange }, { prefix: '206', count: 2000 })
      expect(numbers).toHaveLength(1000)
      expect(notes).toEqual([expect.stringMatching(/there may be more.*206555/)])
    })

    it('of one exchange are all that can be had, which is told', async () => {
      const { queries, notes } = await search({ [local]: shelf(12065550000, 5000) }, { prefix: '206555', count: 3000 })
      expect(queries).toHaveLength(1)
      expect(notes).toEqual([expect.stringMatching(/there may be more/)])
    })
  })
})

describe('toll-free numbers of CallFire', () => {
  const reply888 = { [tollFree]: reply('callfire-v2/tollfree.json') }

  it.each<readonly [string, Partial<MarketAsk>, string]>([
    ['without anything to go by', {}, 'limit=50'],
    ['by its narrowest prefix', { prefix: '888' }, 'limit=1000&pattern=88*'],
    ['by the beginning of a pattern', { pattern: pattern('877*CAKE') }, 'limit=1000&pattern=87*'],
    ['by one digit', { pattern: pattern('8*') }, 'limit=50&pattern=8**'],
    ['by two digits, which CallFire matches itself', { pattern: pattern('88*') }, 'limit=50&pattern=88*'],
  ])('are asked for %s', async (_what, ask, query) => {
    const { queries } = await search(reply888, { kind: 'tollFree', ...ask })
    expect(queries.map(decodeURIComponent)).toEqual([`/numbers/tollfree?${query}`])
  })

  it('are filtered here beyond three characters, which is told', async () => {
    const { numbers, notes } = await search(reply888, { kind: 'tollFree', pattern: pattern('888*CAKE') })
    expect(numbers).toEqual(['+18885552253'])
    expect(notes).toEqual([
      'CallFire toll-free can only be searched by a three-character prefix such as 88*; the rest was filtered here.',
    ])
  })

  it('with a word anywhere are looked for in every prefix, and told once', async () => {
    const ask = { kind: 'tollFree', pattern: pattern('CAKE') } as const
    const { numbers, notes, queries } = await search(reply888, ask)
    expect(queries.map((query) => query.slice(-4))).toEqual(['=80*', '=83*', '=84*', '=85*', '=86*', '=87*', '=88*'])
    expect(numbers).toEqual(['+18885552253'])
    expect(notes).toHaveLength(1)
  })

  it('stop when there are enough', async () => {
    const ask = { kind: 'tollFree', pattern: pattern('CAKE'), count: 1 } as const
    expect((await search(reply888, ask)).queries).toHaveLength(1)
  })

  it('may be more than a page shows, which is told', async () => {
    const { numbers, notes } = await search(
      { [tollFree]: shelf(18885550000, 4000) },
      { kind: 'tollFree', prefix: '888', count: 1500 },
    )
    expect(numbers).toHaveLength(1000)
    expect(notes.at(-1)).toMatch(/at most 1,000 .* there may be more/)
  })

  it('may be more than a silently lowered limit shows, which is told', async () => {
    const lowered = shelf(18885550000, 100)
    const { notes } = await search({ [tollFree]: lowered }, { kind: 'tollFree', prefix: '88', count: 300 })
    expect(notes).toEqual([expect.stringMatching(/there may be more/)])
  })

  it('have no place, which is told', async () => {
    const { notes } = await search(reply888, { kind: 'tollFree', city: 'Seattle', zip: '98101' })
    expect(notes).toEqual(['Toll-free numbers have no place, so the city and ZIP did not count.'])
  })
})

describe('a search at CallFire', () => {
  it('that fails says why, in its own words', async () => {
    const { provider } = await callfire({ [local]: reply('callfire-v2/error-int-code.json', 400) })
    expect(await failureOf(searchAt(provider, { prefix: '206' }))).toMatchObject({ kind: 'refused' })
  })

  it('of a page of a hotel finds nothing and says so', async () => {
    const { provider } = await callfire({ [local]: { body: '<html></html>' } })
    expect(await failureOf(searchAt(provider, { prefix: '206' }))).toMatchObject({ kind: 'garbled', got: 'page' })
  })
})
