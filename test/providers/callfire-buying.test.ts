import { describe, expect, it } from 'vitest'
import type { OrderAsk } from '../../electron/core/ports.ts'
import { textOf } from './support/fixtures.ts'
import { failureOf, never } from './support/provider.ts'
import { callfire, type Replies, reply } from './support/replies.ts'
import type { Whole } from './support/serve.ts'

async function ordering(replies: Replies) {
  const made = await callfire(replies)
  const order = made.provider.buying?.order
  if (order === undefined) throw new Error('no orders')
  return { ...made, order }
}

const created: Whole = { status: 201, body: { id: 6001002003 } }
const both = { 'POST /orders/numbers': created, 'POST /orders/keywords': created }
const anywhere = { local: 0, tollFree: 0, prefix: '', city: '', state: '', zip: '' }

describe('an order at CallFire', () => {
  it.each<readonly [string, OrderAsk, string, unknown]>([
    [
      'of numbers',
      { kind: 'numbers', numbers: ['+12065550143', '+18885550143'] },
      '/orders/numbers',
      { numbers: ['12065550143', '18885550143'] },
    ],
    ['of keywords', { kind: 'keywords', keywords: ['SUN', 'MOON'] }, '/orders/keywords', { keywords: ['SUN', 'MOON'] }],
    [
      'by count in a place',
      { kind: 'count', ask: { ...anywhere, local: 5, city: 'Seattle', state: 'wa', zip: '98101', prefix: '206' } },
      '/orders/numbers',
      { localCount: 5, prefix: '1206', city: 'SEATTLE', state: 'WA', zipcode: '98101' },
    ],
    [
      'by count anywhere',
      { kind: 'count', ask: { ...anywhere, tollFree: 2 } },
      '/orders/numbers',
      { tollFreeCount: 2 },
    ],
    [
      'by count with an exchange',
      { kind: 'count', ask: { ...anywhere, local: 1, prefix: '1 (206) 555' } },
      '/orders/numbers',
      { localCount: 1, prefix: '1206555' },
    ],
  ])('%s says just what is wanted', async (_what, ask, path, body) => {
    const { order, asked } = await ordering(both)
    expect(await order.place(ask, never)).toEqual({ orderId: '6001002003', warning: null, answer: '{"id":6001002003}' })
    expect(asked.map((one) => [one.method, one.path, JSON.parse(one.body)])).toEqual([['POST', path, body]])
  })

  it('with a prefix that CallFire does not know is not sent', async () => {
    const { order, asked } = await ordering(both)
    for (const prefix of ['20', '2065551', 'abc']) {
      const ask = { ...anywhere, local: 1, prefix }
      expect(await failureOf(order.place({ kind: 'count', ask }, never))).toMatchObject({
        kind: 'invalid',
        field: 'prefix',
      })
    }
    expect(asked).toHaveLength(0)
  })

  it.each<readonly [string, unknown]>([
    ['no body', undefined],
    ['no id', {}],
    ['an id that is none', { id: { value: 7 } }],
  ])('that is taken with %s happened all the same, and says so', async (_what, body) => {
    const { order } = await ordering({ 'POST /orders/numbers': { status: 201, body } })
    const placed = await order.place({ kind: 'numbers', numbers: ['+12065550143'] }, never)
    expect(placed).toMatchObject({ orderId: null, warning: expect.stringMatching(/^CallFire took the order .*\.$/) })
  })

  it('is taken by the 200 of older accounts too, and its id may be text', async () => {
    const { order } = await ordering({ 'POST /orders/numbers': { status: 200, body: { id: '9526143003' } } })
    expect((await order.place({ kind: 'numbers', numbers: ['+12065550143'] }, never)).orderId).toBe('9526143003')
  })
})

describe('reading an order', () => {
  const path = 'GET /orders/6001002003'
  const read = async (answer: Whole) => (await ordering({ [path]: answer })).order.read('6001002003', never)

  it('tells its state and what was obtained', async () => {
    expect(await read(reply('callfire-v2/order.json'))).toMatchObject({
      id: '6001002003',
      state: 'finished',
      local: { ordered: 3, fulfilled: ['+12025550143', '+12025550144'] },
    })
  })

  it('does not say that nothing was obtained when a finished one leaves that out', async () => {
    const keywords = { ordered: 1, unitCost: 2, fulfilled: [] }
    const answer = { id: 6001002003, status: 'FINISHED', localNumbers: { ordered: 3, unitCost: 1.5 }, keywords }
    expect(await read({ body: answer })).toMatchObject({ local: null, keywords: { ordered: 1, fulfilled: [] } })
    expect(await read({ body: { ...answer, status: 'PROCESSING' } })).toMatchObject({ local: { ordered: 3 } })
  })

  it('is null when CallFire itself does not know it any more', async () => {
    expect(await read({ status: 404, body: { httpStatusCode: 404, message: 'order was not found' } })).toBeNull()
  })

  it.each<readonly [string, Whole, string]>([
    ['a plain word', { status: 404, body: textOf('callfire-v2/error-plain.txt') }, 'garbled'],
    ['a web page', { status: 404, body: '<html></html>' }, 'garbled'],
    ['another order', { body: { id: 77, status: 'FINISHED' } }, 'garbled'],
    ['a refusal', { status: 400, body: { httpStatusCode: 400, message: 'no' } }, 'refused'],
    ['silence', { status: 503, body: {} }, 'broken'],
  ])('is not called unknown by %s', async (_what, answer, kind) => {
    expect(await failureOf(read(answer))).toMatchObject({ kind })
  })
})

describe('recent orders', () => {
  const recent = async (answer: Whole) => {
    const made = await ordering({ 'GET /orders': answer })
    return { ...made, orders: await made.order.recent(never) }
  }

  it('come newest first, one page of a hundred, the odd one left out', async () => {
    const { orders, asked } = await recent(reply('callfire-v2/orders.json'))
    expect(orders?.length).toBeGreaterThan(3)
    const times = orders?.map(({ created: at }) => at ?? 0) ?? []
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(asked.map(({ query }) => query.toString())).toEqual(['offset=0&limit=100'])
  })

  it('come newest first even when CallFire lists them otherwise', async () => {
    const items = [3, 9, 1].map((created) => ({ id: created, created }))
    const { orders } = await recent({ body: { items, totalCount: 3 } })
    expect(orders?.map(({ id }) => id)).toEqual(['9', '3', '1'])
  })

  it.each<readonly [string, Whole]>([
    ['does not serve the list', { status: 404, body: { httpStatusCode: 404, message: 'nothing here' } }],
    ['does not serve the path', { status: 404, body: '<h1>404</h1>' }],
    ['does not show it to these keys', { status: 403, body: { httpStatusCode: 403, message: 'no' } }],
  ])('are null when this account %s', async (_what, answer) => {
    expect((await recent(answer)).orders).toBeNull()
  })

  it.each<readonly [string, Whole, string]>([
    ['a fault', { status: 500, body: {} }, 'broken'],
    ['the page of a hotel', { body: '<html></html>' }, 'garbled'],
    ['wrong keys', { status: 401, body: { httpStatusCode: 401 } }, 'unauthorized'],
  ])('are not called missing by %s', async (_what, answer, kind) => {
    expect(await failureOf(recent(answer))).toMatchObject({ kind })
  })
})

describe('auto-renew at CallFire', () => {
  it.each([
    ['a number', { kind: 'number', thing: '+12025550143' }, '/numbers/leases/12025550143', false],
    ['a number, on again', { kind: 'number', thing: '+12025550143' }, '/numbers/leases/12025550143', true],
    ['a keyword', { kind: 'keyword', thing: 'SUN' }, '/keywords/leases/SUN', false],
  ] as const)('of %s is sent once and as nothing else', async (_what, thing, path, autoRenew) => {
    const { provider, asked } = await callfire({ [`PUT ${path}`]: { status: 200 } })
    await provider.leases?.setAutoRenew(thing, autoRenew, never)
    expect(asked.map((one) => [one.method, one.path, one.body])).toEqual([['PUT', path, JSON.stringify({ autoRenew })]])
  })

  it('is refused in CallFire’s words, and unsure when nobody says so', async () => {
    const thing = { kind: 'number', thing: '+12025550143' } as const
    const set = async (answer: Whole) => {
      const { provider } = await callfire({ 'PUT /numbers/leases/12025550143': answer })
      return failureOf(provider.leases?.setAutoRenew(thing, false, never) ?? Promise.resolve())
    }
    expect(await set({ status: 400, body: { httpStatusCode: 400, message: 'lease has ended' } })).toMatchObject({
      kind: 'refused',
      said: 'lease has ended',
    })
    expect(await set({ status: 400, body: '<html></html>' })).toMatchObject({ kind: 'unsure' })
    expect(await set({ status: 200, body: '<html></html>' })).toMatchObject({ kind: 'unsure' })
  })
})
