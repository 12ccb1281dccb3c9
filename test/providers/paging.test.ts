import { expect, it } from 'vitest'
import { createProviders, facetsOf } from '../../electron/providers/index.ts'
import { createTestClock } from './support/clock.ts'
import { failureOf, keys, pullAll } from './support/provider.ts'
import { callfire } from './support/replies.ts'
import { serve } from './support/serve.ts'

it('a list that shrank while it was read is read once more, so that no row slips through', async () => {
  let rows = Array.from({ length: 2500 }, (_, index) => ({ number: String(12025550000 + index) }))
  let isFirst = true
  const { provider, asked } = await callfire({
    'GET /numbers/leases': ({ query }) => {
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      const body = { items: rows.slice(offset, offset + limit), limit, offset, totalCount: rows.length }
      if (isFirst) rows = rows.slice(10)
      isFirst = false
      return { body }
    },
  })
  const { items } = await pullAll(provider.numbers.pull)
  expect(rows.filter(({ number }) => !items.some((item) => item.number === `+${number}`))).toEqual([])
  expect(asked).toHaveLength(6)
})

it('a list that changes each time it is read says that it may lack rows', async () => {
  let rows = Array.from({ length: 2500 }, (_, index) => ({ number: String(12025550000 + index) }))
  const { provider } = await callfire({
    'GET /numbers/leases': ({ query }) => {
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      const body = { items: rows.slice(offset, offset + limit), limit, offset, totalCount: rows.length }
      rows = rows.slice(1)
      return { body }
    },
  })
  const { pages } = await pullAll(provider.numbers.pull)
  expect(pages.map(({ incomplete = false }) => incomplete)).toEqual([...pages.slice(1).map(() => false), true])
})

it('a list that ends although its count says more is no list', async () => {
  const { provider } = await callfire({
    'GET /numbers/leases': { body: { items: [], totalCount: 7, limit: 1000, offset: 0 } },
  })
  expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({
    kind: 'garbled',
    place: 'callfire-v2 GET /numbers/leases: said that there are rows after 0, and gave none',
  })
})

it('an account keeps its place in the line, however often its provider is made', async () => {
  const { url, asked } = await serve(() => ({ status: 429, headers: { 'retry-after': '300' }, body: {} }))
  const clock = createTestClock()
  const create = createProviders({ fetch, now: clock.now, wait: clock.wait })
  const read = (accountId: string | null) => {
    const context = {
      accountId,
      api: 'callfire-v2' as const,
      address: url,
      credentials: async () => keys,
      onWait: () => undefined,
    }
    return failureOf(pullAll(create(context).numbers.pull))
  }
  expect(await read('one')).toMatchObject({ kind: 'busy' })
  expect(await read('one')).toMatchObject({ kind: 'busy' })
  expect(asked).toHaveLength(1)
  await read('two')
  await read(null)
  await read(null)
  expect(asked).toHaveLength(4)
})

it('facets name just what a provider has', async () => {
  for (const api of ['callfire-v2', 'flowroute-v2'] as const) {
    const { url } = await serve(() => ({}))
    const context = { accountId: null, api, address: url, credentials: async () => keys, onWait: () => undefined }
    const provider = createProviders({ fetch })(context)
    expect(provider.facets).toEqual(facetsOf(api))
    for (const facet of [
      'leaseConfigs',
      'routes',
      'keywords',
      'doNotContact',
      'orders',
      'billing',
      'market',
    ] as const) {
      expect([facet, facet in provider]).toEqual([facet, provider.facets.includes(facet)])
    }
  }
})
