import { describe, expect, it } from 'vitest'
import { never } from './support/provider.ts'
import { flowroute, reply } from './support/replies.ts'

const path = '/v2/numbers/12065550123'

describe('a purchase at Flowroute', () => {
  it('asks for one number with an empty body', async () => {
    const { provider, asked } = await flowroute({ [`POST ${path}`]: reply('flowroute-v2/number.json', 201) })
    const placed = await provider.buying?.buyOne?.('+12065550123', never)
    expect(placed).toMatchObject({ orderId: null, warning: null, answer: expect.stringContaining('"12065550123"') })
    expect(asked.map(({ method, body }) => [method, body])).toEqual([['POST', '']])
  })

  it('whose texting could not be set up is a purchase with a warning', async () => {
    const { provider } = await flowroute({ [`POST ${path}`]: reply('flowroute-v2/number.json', 207) })
    expect((await provider.buying?.buyOne?.('+12065550123', never))?.warning).toMatch(
      /^Flowroute sold the number, but .*\.$/,
    )
  })

  it('has no orders, and no leases to renew', async () => {
    const { provider } = await flowroute({})
    expect([provider.buying?.order, provider.leases, provider.keywords, provider.orders]).toEqual(
      Array(4).fill(undefined),
    )
  })
})

describe('a release at Flowroute', () => {
  it('asks for just that', async () => {
    const { provider, asked } = await flowroute({ [`DELETE ${path}`]: { status: 204 } })
    expect(await provider.buying?.release?.('+12065550123', never)).toEqual({
      orderId: null,
      warning: null,
      answer: null,
    })
    expect(asked.map(({ method, body }) => [method, body])).toEqual([['DELETE', '']])
  })
})
