import { describe, expect, it } from 'vitest'
import { failureOf, never, pullAll } from './support/provider.ts'
import { flowroute, reply } from './support/replies.ts'

describe('the list of Flowroute numbers', () => {
  it('may be none, said in either way', async () => {
    for (const none of [reply('flowroute-v2/numbers-none.json'), reply('flowroute-v2/error-404-thing.json', 404)]) {
      const { provider } = await flowroute({ 'GET /v2/numbers': none })
      expect((await pullAll(provider.numbers.pull)).items).toEqual([])
    }
  })

  it.each([
    ['a gateway', { message: 'no Route matched with those values' }],
    ['nobody', ''],
  ])('is not empty when %s says 404 in its place', async (_, body) => {
    const { provider } = await flowroute({ 'GET /v2/numbers': { status: 404, body } })
    expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({ kind: 'garbled' })
    expect(await provider.check(never)).toMatchObject({ usable: false })
  })

  it('is not none when the path is not served', async () => {
    const { provider } = await flowroute({})
    expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({ kind: 'garbled' })
  })
})
