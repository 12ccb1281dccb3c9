import { describe, expect, it } from 'vitest'
import { failureOf, pullAll } from './support/provider.ts'
import { callfire, reply } from './support/replies.ts'

const leases = (name: string) => callfire({ 'GET /numbers/leases': reply(`callfire-v2/${name}`) })

describe('CallFire leases', () => {
  it('are read with all that is said of them', async () => {
    const { provider, asked } = await leases('leases.json')
    const { items, odd } = await pullAll(provider.numbers.pull)
    expect(items[0]).toEqual({
      number: '+12025550143',
      alias: null,
      kind: 'local',
      place: {
        city: 'WASHINGTON',
        state: 'DC',
        zip: '20001',
        country: null,
        rateCenter: 'WSHNGTNZN1',
        lata: '236',
        prefix: '1202555',
        timeZone: 'America/New_York',
      },
      lease: { begin: '2025-11-01', end: '2025-12-01', autoRenew: true },
      calls: 'on',
      texts: 'off',
      state: 'active',
      stateSaid: 'ACTIVE',
      monthly: null,
      setup: null,
      labels: ['shop', 'spring'],
      callerIdLookup: null,
      note: null,
    })
    expect(odd).toEqual([])
    expect(asked.map(({ query }) => query.toString())).toEqual(['offset=0&limit=1000'])
  })

  it('survive without a region and without lease days, as toll-free ones have it', async () => {
    const { provider } = await leases('leases.json')
    const { items } = await pullAll(provider.numbers.pull)
    expect(items[1]).toMatchObject({
      kind: 'tollFree',
      place: { city: null },
      lease: { begin: null, end: null, autoRenew: false },
      calls: 'pending',
      texts: 'unsupported',
      state: 'pending',
      labels: [],
    })
  })

  it('keep a word that we do not know', async () => {
    const { provider } = await leases('leases.json')
    const { items } = await pullAll(provider.numbers.pull)
    expect(items[2]).toMatchObject({
      state: 'unknown',
      stateSaid: 'SUSPENDED',
      calls: 'unknown',
      texts: null,
      kind: 'local',
    })
  })

  it('end although their count is unknown', async () => {
    const { provider, asked } = await leases('leases-count-unknown.json')
    const { items, pages } = await pullAll(provider.numbers.pull)
    expect(items).toHaveLength(2)
    expect(pages[0]?.total).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('end when neither count nor limit is said, once a page is empty', async () => {
    const { provider, asked } = await callfire({
      'GET /numbers/leases': ({ query }) =>
        query.get('offset') === '0' ? reply('callfire-v2/leases-bare-envelope.json') : { body: { items: [] } },
    })
    expect((await pullAll(provider.numbers.pull)).items).toHaveLength(2)
    expect(asked.length).toBeGreaterThan(1)
  })

  it('may be none at all', async () => {
    const { provider } = await leases('leases-none.json')
    expect(await pullAll(provider.numbers.pull)).toMatchObject({ items: [], odd: [] })
  })

  it('without their rows are no empty list', async () => {
    for (const body of [
      {},
      { limit: 1000, offset: 0 },
      { totalCount: 5 },
      { items: null, totalCount: -1 },
      [],
      'x',
      null,
      true,
    ]) {
      const { provider } = await callfire({
        'GET /numbers/leases': ({ query }) => ({ body: query.get('offset') === '0' ? body : { items: [] } }),
      })
      if (Array.isArray(body)) expect((await pullAll(provider.numbers.pull)).items).toEqual([])
      else expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({ kind: 'garbled' })
    }
  })
})

describe('one odd lease', () => {
  it('never costs the others, is kept with what could be read, and is reported with its place', async () => {
    const { provider } = await leases('leases-odd.json')
    const { items, odd } = await pullAll(provider.numbers.pull)
    expect(items.map(({ number }) => number)).toEqual([
      '+12025550143',
      '+12025550144',
      '+55501430',
      '+491701234567890',
      '+12025550147',
      '+12025550143',
      '+12025550148',
      '+12025550149',
    ])
    expect(odd).toEqual(
      [
        { place: '[0].leaseEnd: expected number', kept: true },
        { place: '[1].leaseEnd: expected a day after leaseBegin', kept: true },
        { place: '[2].number: expected string of digits', kept: false },
        { place: '[3]: expected object', kept: false },
        { place: '[6].labels[1]: expected string', kept: true },
        { place: '[6].labels[3]: expected string', kept: true },
        { place: '[7].region.city: expected string', kept: true },
        { place: '[8].leaseBegin: expected epoch milliseconds', kept: true },
      ].map(({ place, kept }) => ({ place: `callfire-v2 GET /numbers/leases items${place}`, kept })),
    )
  })

  it('keeps the rest of what was said', async () => {
    const { provider } = await leases('leases-odd.json')
    const { items } = await pullAll(provider.numbers.pull)
    expect(items[0]).toMatchObject({ lease: { end: null, autoRenew: true }, state: 'active' })
    expect(items[1]).toMatchObject({ lease: { begin: '2025-12-01', end: '2025-11-01' } })
    expect(items[2]).toMatchObject({ kind: 'other', labels: [], place: { city: null } })
    expect(items[4]).toMatchObject({ labels: ['a', 'b'] })
    expect(items[5]).toMatchObject({ place: { zip: '20001', city: null } })
  })

  it('is found on a later page by its place in the whole list', async () => {
    const { provider } = await callfire({
      'GET /numbers/leases': ({ query }) => {
        const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
        const row = (index: number) => (index === 1500 ? { status: 'ACTIVE' } : { number: String(12025550000 + index) })
        const items = Array.from({ length: Math.min(limit, 2001 - offset) }, (_, index) => row(offset + index))
        return { body: { items, limit, offset, totalCount: 2001 } }
      },
    })
    const { items, odd, pages } = await pullAll(provider.numbers.pull)
    expect([items.length, pages.length]).toEqual([2000, 3])
    expect(odd).toEqual([
      { place: 'callfire-v2 GET /numbers/leases items[1500].number: expected string of digits', kept: false },
    ])
  })
})
