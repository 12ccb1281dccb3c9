import { describe, expect, it } from 'vitest'
import { collect, failureOf, never, pullAll } from './support/provider.ts'
import { flowroute, reply } from './support/replies.ts'

describe('Flowroute numbers', () => {
  const read = async () => {
    const { provider, asked } = await flowroute({ 'GET /v2/numbers': reply('flowroute-v2/numbers.json') })
    return { ...(await pullAll(provider.numbers.pull)), asked }
  }

  it('are read with all that a list says of them', async () => {
    const { items, asked } = await read()
    expect(items[0]).toEqual({
      number: '+12065550123',
      alias: 'front desk',
      kind: 'local',
      place: {
        city: null,
        state: 'WA',
        zip: null,
        country: 'US',
        rateCenter: 'seattle',
        lata: null,
        prefix: null,
        timeZone: null,
      },
      lease: null,
      calls: null,
      texts: 'off',
      state: 'active',
      stateSaid: 'PURCHASED',
      monthly: null,
      setup: null,
      labels: [],
      callerIdLookup: true,
      note: null,
    })
    expect(asked.map(({ query }) => query.toString())).toEqual(['offset=0&limit=200'])
  })

  it('have both spellings of each kind, old records without newer members, and aliases that are none', async () => {
    const { items } = await read()
    expect(items.map(({ kind }) => kind).slice(0, 5)).toEqual(['local', 'local', 'tollFree', 'tollFree', 'other'])
    expect(items[1]).toMatchObject({
      alias: null,
      state: 'active',
      stateSaid: null,
      texts: null,
      place: { country: null },
    })
    expect(items[3]).toMatchObject({ state: 'unknown', stateSaid: 'PORTING' })
  })

  it('may be JSON numbers and of any length; one without digits is reported', async () => {
    const { items, odd } = await read()
    expect(items.map(({ number }) => number).slice(4)).toEqual([
      '+88351000123456',
      '+3225550100',
      '+12065550125',
      '+12065550126',
    ])
    expect(items.at(-1)).toMatchObject({ alias: null, state: 'active' })
    expect(odd).toEqual([
      { place: 'flowroute-v2 GET /v2/numbers data[7].id: expected string of digits', kept: false },
      { place: 'flowroute-v2 GET /v2/numbers data[8].attributes.alias: expected string', kept: true },
    ])
  })

  it('without their rows are no empty list', async () => {
    for (const body of [{}, { data: null }, { data: { id: '1' } }, [], 'x', { items: [], totalCount: 0 }]) {
      const { provider } = await flowroute({ 'GET /v2/numbers': () => ({ body }) })
      expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({ kind: 'garbled' })
    }
  })
})

/** Pages as the provider cuts them: `most` rows at most, `next` on the production host. */
function paged(rows: number, { most = 200, links = true }: { readonly most?: number; readonly links?: boolean } = {}) {
  return ({ query }: { readonly query: URLSearchParams }) => {
    const [offset, limit] = [Number(query.get('offset')), Math.min(most, Number(query.get('limit')))]
    const length = Math.max(0, Math.min(limit, rows - offset))
    const data = Array.from({ length }, (_, index) => ({ type: 'number', id: String(12065550000 + offset + index) }))
    const next = offset + limit < rows && {
      next: `https://api.flowroute.com/v2/numbers?limit=${limit}&offset=${offset + limit}`,
    }
    return { body: { data, ...(links ? { links: { self: 'https://api.flowroute.com/v2/numbers', ...next } } : {}) } }
  }
}

describe('Flowroute pages', () => {
  it.each([
    ['as documented', {}],
    ['cut shorter than asked for', { most: 70 }],
    ['without links', { links: false }],
  ])('give every number once, %s', async (_how, shape) => {
    for (const rows of [1, 199, 200, 201, 1000, 1234]) {
      const { provider } = await flowroute({ 'GET /v2/numbers': paged(rows, shape) })
      const { items } = await pullAll(provider.numbers.pull)
      expect([items.length, new Set(items.map(({ number }) => number)).size]).toEqual([rows, rows])
    }
  })

  it('are never taken from the address that an answer gives', async () => {
    const { provider, asked } = await flowroute({ 'GET /v2/numbers': paged(450) })
    await pullAll(provider.numbers.pull)
    expect(asked.map(({ query }) => query.get('offset')).slice(0, 3)).toEqual(['0', '200', '400'])
    expect(asked.every(({ authorization }) => authorization.startsWith('Basic '))).toBe(true)
  })

  it('that the provider refuses behind the end do no harm; before the end they do', async () => {
    const refusing = (rows: number, from: number) => (asked: { readonly query: URLSearchParams }) =>
      Number(asked.query.get('offset')) >= from ? reply('flowroute-v2/error-422-flat.json', 422) : paged(rows)(asked)
    const { provider } = await flowroute({ 'GET /v2/numbers': refusing(450, 600) })
    expect((await pullAll(provider.numbers.pull)).items).toHaveLength(450)
    const cutOff = await flowroute({ 'GET /v2/numbers': refusing(2000, 600) })
    expect(await failureOf(pullAll(cutOff.provider.numbers.pull))).toMatchObject({
      kind: 'refused',
      said: 'Invalid: limit: Must be between 1 and 200.',
    })
  })

  it('of a server that ignores the offset fail instead of going on for ever', async () => {
    const stuck = {
      data: [{ id: '12065550001' }, { id: '12065550002' }],
      links: { next: 'https://x.example/?offset=2' },
    }
    const { provider, asked } = await flowroute({ 'GET /v2/numbers': { body: stuck } })
    expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({
      kind: 'garbled',
      place: 'flowroute-v2 GET /v2/numbers: gave the first page again',
    })
    expect(asked.length).toBeLessThan(20)
  })

  it('stop being asked for when the reader has enough', async () => {
    const { provider, asked } = await flowroute({ 'GET /v2/numbers': paged(100_000) })
    for await (const page of provider.numbers.pull(never)) {
      expect(page.items).toHaveLength(200)
      break
    }
    expect(asked.length).toBeLessThan(20)
  })

  it('end as cancelled when they are stopped', async () => {
    const stop = new AbortController()
    const { provider } = await flowroute({ 'GET /v2/numbers': paged(100_000) })
    const reading = async () => {
      for await (const _page of provider.numbers.pull(stop.signal)) stop.abort()
    }
    expect(await failureOf(reading())).toMatchObject({ kind: 'cancelled' })
  })
})

describe('Flowroute routes', () => {
  it('start with the built-in one, and keep a kind that we do not know', async () => {
    const { provider } = await flowroute({ 'GET /v2/routes': reply('flowroute-v2/routes.json') })
    const { items, odd } = await pullAll(provider.routes?.pull)
    expect(items).toEqual([
      { id: '0', kind: 'sipRegistration', target: null, name: 'sip-reg', edgeStrategyId: null },
      { id: '90210', kind: 'host', target: 'pbx.example.net:5060', name: 'pbx-a', edgeStrategyId: null },
      { id: '90211', kind: 'number', target: '12065550188', name: 'cell', edgeStrategyId: '4' },
      {
        id: '90212',
        kind: 'uri',
        target: 'sip:desk@pbx.example.net:5062;transport=tcp',
        name: 'desk',
        edgeStrategyId: null,
      },
      { id: '90213', kind: 'other', target: 'loft;weight=10', name: null, edgeStrategyId: null },
    ])
    expect(odd).toEqual([{ place: 'flowroute-v2 GET /v2/routes data[5].id: expected string of digits', kept: false }])
  })

  it('name edge strategies whose ids are JSON numbers; an account without them has none', async () => {
    const { provider } = await flowroute({
      'GET /v2/routes/edge_strategies': reply('flowroute-v2/edge-strategies.json'),
    })
    expect(await provider.routes?.edgeStrategies(never)).toEqual([
      {
        id: '4',
        name: 'US-East-VA',
        description: 'Prefers Virginia',
        firewallRules: '203.0.113.32/28',
        sipHost: 'us-east-va.sip.example.net',
      },
      { id: '2', name: 'Edge 2', description: null, firewallRules: null, sipHost: null },
    ])
    const without = await flowroute({
      'GET /v2/routes/edge_strategies': reply('flowroute-v2/error-403-empty.json', 403),
    })
    expect(await without.provider.routes?.edgeStrategies(never)).toEqual([])
  })
})

describe('Flowroute stock', () => {
  it('is told by area code, 400 a page, and by exchange', async () => {
    const { provider, asked } = await flowroute({
      'GET /v2/numbers/available/areacodes': reply('flowroute-v2/areacodes.json'),
      'GET /v2/numbers/available/exchanges': reply('flowroute-v2/exchanges.json'),
    })
    const areaCodes = await pullAll(provider.market?.areaCodes)
    expect(areaCodes.items).toEqual([{ areaCode: '206' }, { areaCode: '212' }])
    expect(areaCodes.odd).toMatchObject([{ kept: false }])
    const exchanges = provider.market?.exchanges?.('206', never)
    if (exchanges === undefined) throw new Error('no exchanges')
    expect((await collect(exchanges)).items).toEqual([{ areaCode: '206', exchange: '555' }])
    expect(asked.map(({ query }) => query.toString())).toEqual([
      'offset=0&limit=400',
      'areacode=206&offset=0&limit=200',
    ])
  })
})

describe('Flowroute refusals', () => {
  it.each([
    [
      'flowroute-v2/error-422-object.json',
      422,
      'refused',
      'zip: Not a valid string.; city: Missing data.; city: Too short.',
    ],
    ['flowroute-v2/error-422-flat.json', 422, 'refused', 'Invalid: limit: Must be between 1 and 200.'],
    ['flowroute-v2/error-403-empty.json', 403, 'forbidden', 'ActionNotAuthorizedError'],
    [
      'flowroute-v2/error-405.json',
      405,
      'refused',
      'Method Not Allowed: The method is not allowed for the requested URL.',
    ],
  ])('are told in its own words (%s)', async (name, status, kind, said) => {
    const { provider } = await flowroute({ 'GET /v2/routes': reply(name, status) })
    expect(await failureOf(pullAll(provider.routes?.pull))).toMatchObject({ kind, said })
  })
})
