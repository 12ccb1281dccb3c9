import { describe, expect, it } from 'vitest'
import { collect, failureOf, never } from './support/provider.ts'
import { flowroute, type Replies, reply } from './support/replies.ts'
import type { Asked } from './support/serve.ts'

const bulk = 'POST /v2/numbers/details'
const numbersOf = ({ body }: Asked): readonly string[] => JSON.parse(body).numbers

const document = (number: string) => ({
  type: 'number',
  id: number.replace('+', ''),
  attributes: { value: number.replace('+', ''), monthly_cost: 1.25 },
  relationships: { primary_route: { data: { type: 'route', id: '0' } }, failover_route: { data: null } },
})

const some = (count: number) => Array.from({ length: count }, (_, index) => `+${12065550000 + index}`)
const gone = { status: 404, body: { errors: [{ status: 404, title: 'Resource not found', detail: '' }] } }

/** Serves each number by itself, but those that are gone. */
const singles = (numbers: readonly string[]): Replies =>
  Object.fromEntries(
    numbers.map((number) => [`GET /v2/numbers/${number.slice(1)}`, { body: { data: document(number) } }]),
  )

async function read(replies: Replies, numbers: readonly string[]) {
  const made = await flowroute(replies)
  const pull = made.provider.numbers.pullDetails
  if (pull === undefined) throw new Error('no details')
  return { ...made, pull, ...(await collect(pull(numbers, never))) }
}

describe('details in bulk', () => {
  it('are asked for with plus, 200 at a time, and tell routes and prices', async () => {
    const numbers = some(450)
    const { items, asked, pages } = await read(
      { [bulk]: (one) => ({ body: { data: numbersOf(one).map(document) } }) },
      numbers,
    )
    expect(items).toHaveLength(450)
    expect(items[0]).toMatchObject({
      number: { number: '+12065550000', monthly: { amount: '1.25' } },
      routing: { kind: 'routes', primary: '0', failover: null },
    })
    expect(asked.map((one) => numbersOf(one).length).toSorted()).toEqual([200, 200, 50])
    expect(pages[0]?.total).toBe(450)
  })

  it('read a document as documented', async () => {
    const { items } = await read({ [bulk]: reply('flowroute-v2/details.json') }, ['+12065550123', '+12065550124'])
    expect(items).toMatchObject([
      {
        number: { monthly: { amount: '1.25' }, setup: { amount: '1' }, note: null },
        routing: { primary: '90210', failover: null },
      },
      { number: { monthly: { amount: '1' }, setup: null }, routing: { primary: null, failover: null } },
    ])
  })

  it('leave out a number only when it says itself that it is gone', async () => {
    const numbers = some(4)
    const [first = '', second = '', third = ''] = numbers
    const { items, asked } = await read(
      {
        [bulk]: { body: { data: [first, second].map(document) } },
        ...singles([third]),
        'GET /v2/numbers/12065550003': gone,
      },
      numbers,
    )
    expect(items.map(({ number }) => number.number)).toEqual([first, second, third])
    expect(asked).toHaveLength(3)
  })

  it('are repeated when they fail for a moment, because they only ask', async () => {
    let turn = 0
    const { items, asked } = await read(
      {
        [bulk]: (one) => (turn++ === 0 ? { status: 500, body: {} } : { body: { data: numbersOf(one).map(document) } }),
      },
      some(3),
    )
    expect([items.length, asked.length]).toEqual([3, 2])
  })
})

describe('details one by one', () => {
  it.each([
    ['the path is not served', reply('flowroute-v2/error-404-path.json', 404)],
    ['the method is not allowed', reply('flowroute-v2/error-405.json', 405)],
    ['the account may not', reply('flowroute-v2/error-403-empty.json', 403)],
  ])('are read where %s, and bulk is not tried again', async (_why, refusal) => {
    const numbers = some(120)
    const { items, asked, pull } = await read({ [bulk]: refusal, ...singles(numbers) }, numbers)
    expect(items).toHaveLength(120)
    await collect(pull(numbers, never))
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(asked).toHaveLength(241)
  })

  it('replace one bulk question that is refused for its numbers, and only that one', async () => {
    const numbers = some(400)
    const odd = numbers[3] ?? ''
    const { items, asked } = await read(
      {
        [bulk]: (one) =>
          numbersOf(one).includes(odd)
            ? reply('flowroute-v2/error-404-thing.json', 404)
            : { body: { data: numbersOf(one).map(document) } },
        ...singles(numbers),
        [`GET /v2/numbers/${odd.slice(1)}`]: gone,
      },
      numbers,
    )
    expect(items).toHaveLength(399)
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  it.each([
    ['that always fails there', { status: 500, body: {} }, 'expected an answer, got broken'],
    ['that is refused', { status: 422, body: { errors: [{ status: 422 }] } }, 'expected an answer, got refused'],
    ['whose document is garbled', { body: { data: [] } }, 'data: expected object'],
  ])('lose no others by one %s, and report it', async (_, odd, problem) => {
    const numbers = some(60)
    const [first = ''] = numbers
    const replies = { [bulk]: reply('flowroute-v2/error-405.json', 405), ...singles(numbers) }
    const path = `/v2/numbers/${first.slice(1)}`
    const read60 = await read({ ...replies, [`GET ${path}`]: odd }, numbers)
    expect(read60.items).toHaveLength(59)
    expect(read60.odd).toEqual([{ place: `flowroute-v2 GET ${path}: ${problem}`, kept: false }])
  })

  it('fail as a whole where none of them comes', async () => {
    const replies = { [bulk]: reply('flowroute-v2/error-405.json', 405) }
    const numbers = some(60)
    const broken = Object.fromEntries(numbers.map((number) => [`GET /v2/numbers/${number.slice(1)}`, { status: 500 }]))
    const { provider, asked } = await flowroute({ ...replies, ...broken })
    const pages = provider.numbers.pullDetails?.(numbers, never)
    expect(pages && (await failureOf(collect(pages)))).toMatchObject({ kind: 'broken' })
    expect(asked.length).toBeGreaterThan(60)
  })

  it('start with the first numbers, which are the newest', async () => {
    const numbers = some(60)
    const { asked } = await read({ [bulk]: reply('flowroute-v2/error-405.json', 405), ...singles(numbers) }, numbers)
    const newest = new Set(numbers.slice(0, 36).map((number) => `/v2/numbers/${number.slice(1)}`))
    expect(asked.slice(1, 25).filter(({ path }) => !newest.has(path))).toEqual([])
  })

  it('know routes by their ids, rings-nowhere by null, and say nothing where nothing was said', async () => {
    const { items, odd } = await read(
      {
        [bulk]: reply('flowroute-v2/error-405.json', 405),
        'GET /v2/numbers/12065550123': reply('flowroute-v2/number.json'),
        'GET /v2/numbers/12065550124': reply('flowroute-v2/number-nowhere.json'),
        'GET /v2/numbers/12065550125': reply('flowroute-v2/number-unlinked.json'),
      },
      ['+12065550123', '+12065550124', '+12065550125'],
    )
    expect(items.map(({ routing }) => routing)).toEqual([
      { kind: 'routes', primary: '90210', failover: '0' },
      { kind: 'routes', primary: null, failover: null },
    ])
    expect(odd).toEqual([
      {
        place: 'flowroute-v2 GET /v2/numbers/12065550125 data.relationships.primary_route: expected object',
        kept: false,
      },
    ])
  })

  it('fail as a whole when the provider fails', async () => {
    const made = await flowroute({ [bulk]: reply('flowroute-v2/error-401.json', 401) })
    const pull = made.provider.numbers.pullDetails
    if (pull === undefined) throw new Error('no details')
    expect(await failureOf(collect(pull(some(3), never)))).toMatchObject({ kind: 'unauthorized' })
  })
})
