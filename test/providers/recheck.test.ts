import { describe, expect, it } from 'vitest'
import { failureOf, never } from './support/provider.ts'
import { callfire, flowroute, reply } from './support/replies.ts'
import type { Asked, Whole } from './support/serve.ts'

const shelf = (numbers: readonly string[]): Whole => ({ body: { items: numbers.map((number) => ({ number })) } })
const filler = (beginning: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${beginning}${String(index).padStart(11 - beginning.length, '0')}`)

describe('asking CallFire again', () => {
  const again = async (answer: (asked: Asked) => Whole, numbers: readonly string[]) => {
    const made = await callfire({ 'GET /numbers/local': answer, 'GET /numbers/tollfree': answer })
    return { ...made, found: made.provider.market?.recheck(numbers, never) ?? Promise.resolve([]) }
  }

  it('asks once for all numbers of one exchange, and gives just those that are still there', async () => {
    const wanted = ['+12065550143', '+12065550144', '+14255550101', '+18885550143', '+18885550144']
    const { found, asked } = await again(
      ({ query }) => shelf(query.get('pattern') ? ['18885550144', '18885550145'] : ['12065550143', '12065550199']),
      wanted,
    )
    expect((await found).map(({ number }) => number)).toEqual(['+12065550143', '+18885550144'])
    expect(asked.map(({ query }) => query.get('prefix') ?? query.get('pattern')).toSorted()).toEqual([
      '1206555',
      '1425555',
      '88*',
    ])
  })

  it('asks for the whole exchange when the page was too short to tell', async () => {
    const { found, asked } = await again(
      ({ query }) => shelf(query.get('limit') === '1000' ? filler('1206555', 1000) : filler('1206555', 5000)),
      ['+12065554321'],
    )
    expect((await found).map(({ number }) => number)).toEqual(['+12065554321'])
    expect(asked.map(({ query }) => query.get('limit'))).toEqual(['1000', '10000'])
  })

  it('asks no further when all were on the first page, however full it is', async () => {
    const { found, asked } = await again(() => shelf(filler('1206555', 1000)), ['+12065550004'])
    expect([(await found).length, asked.length]).toEqual([1, 1])
  })

  it.each<readonly [string, (asked: Asked) => Whole]>([
    ['is never long enough', () => shelf(filler('1888555', 1000))],
    [
      'may not be longer',
      ({ query }) =>
        query.get('limit') === '1000' ? shelf(filler('1888555', 1000)) : reply('callfire-v2/error-int-code.json', 400),
    ],
  ])('does not call a number sold when the page %s: the check could not be made', async (_what, answer) => {
    const { found } = await again(answer, ['+18885559999'])
    expect(await failureOf(found)).toMatchObject({
      kind: 'invalid',
      problem: expect.stringMatching(/cannot be seen whether \(888\) 555-9999 can still be bought\. .*\.$/),
    })
  })

  it('does not wait long, because somebody does', async () => {
    const { found, asked } = await again(() => ({ status: 500, body: {} }), ['+12065550143'])
    expect(await failureOf(found)).toMatchObject({ kind: 'broken' })
    expect(asked).toHaveLength(2)
  })
})

describe('asking Flowroute again', () => {
  const row = (number: string, setup = 1) => ({
    id: number,
    attributes: { value: number, setup_cost: setup, monthly_cost: 1.25 },
  })
  const path = 'GET /v2/numbers/available'
  const stocked =
    (numbers: readonly string[]) =>
    ({ query }: Asked): Whole => {
      const fitting = numbers.filter((number) => number.startsWith((query.get('starts_with') ?? '').replace('+', '')))
      const limit = Number(query.get('limit'))
      const next = fitting.length > limit ? { next: `https://x.invalid/?offset=${limit}` } : {}
      return { body: { data: fitting.slice(0, limit).map((number) => row(number)), links: next } }
    }
  const again = async (answer: (asked: Asked) => Whole, numbers: readonly string[]) => {
    const made = await flowroute({ [path]: answer })
    return { ...made, found: (await made.provider.market?.recheck(numbers, never)) ?? [] }
  }
  const asks = (asked: readonly Asked[]) => asked.map(({ query }) => query.get('starts_with')).toSorted()

  it('asks for one number by all its digits, and tells today’s price', async () => {
    const { found, asked } = await again(() => ({ body: { data: [row('12065550143', 3.99)] } }), ['+12065550143'])
    expect(found).toMatchObject([{ number: '+12065550143', setup: { amount: '3.99' }, monthly: { amount: '1.25' } }])
    expect(asks(asked)).toEqual(['12065550143'])
  })

  it('asks once for several of one exchange', async () => {
    const { found, asked } = await again(stocked(['12065550143', '12065550144', '14255550101']), [
      '+12065550143',
      '+12065550144',
      '+12065550145',
      '+14255550101',
    ])
    expect(found.map(({ number }) => number).toSorted()).toEqual(['+12065550143', '+12065550144', '+14255550101'])
    expect(asks(asked)).toEqual(['1206555', '14255550101'])
  })

  it('asks for each number that a long exchange does not show on its first page', async () => {
    const { found, asked } = await again(stocked(filler('1206555', 1000)), [
      '+12065550003',
      '+12065550900',
      '+12065551900',
    ])
    expect(found.map(({ number }) => number)).toEqual(['+12065550003', '+12065550900'])
    expect(asks(asked)).toEqual(['1206555', '12065550900', '12065551900'])
  })

  it('marks a country code that is not 1', async () => {
    const { asked } = await again(() => ({ body: { data: [] } }), ['+3222000000'])
    expect(asks(asked)).toEqual(['+3222000000'])
  })

  it('finds nothing where Flowroute says that nothing is there', async () => {
    expect((await again(() => reply('flowroute-v2/error-404-thing.json', 404), ['+12065550143'])).found).toEqual([])
  })
})
