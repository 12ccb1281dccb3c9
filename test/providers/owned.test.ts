import { describe, expect, it } from 'vitest'
import { leaseReader } from '../../electron/providers/callfire-v2/leases.ts'
import { readListed } from '../../electron/providers/callfire-v2/one.ts'
import { makeHttp } from './support/http.ts'
import { failureOf, never } from './support/provider.ts'
import { callfire, flowroute, type Replies, reply } from './support/replies.ts'
import { serve, type Whole } from './support/serve.ts'

const at = '+12025550143'
const lease = 'GET /numbers/leases/12025550143'
const own404: Whole = { status: 404, body: { httpStatusCode: 404, internalCode: 4, message: 'number lease' } }

const readAtCallfire = async (replies: Replies) => {
  const made = await callfire(replies)
  return { ...made, read: () => made.provider.numbers.read(at, never) }
}

/** Answers that are not the provider's own "not there". */
const strange: readonly (readonly [string, Whole, string])[] = [
  ['a web page that is not found', { status: 404, body: '<h1>nginx</h1>' }, 'garbled'],
  ['a plain word', { status: 404, body: 'not found' }, 'garbled'],
  ['an empty 404', { status: 404 }, 'garbled'],
  ['somebody’s JSON', { status: 404, body: { message: 'no such route' } }, 'garbled'],
  ['the page of a hotel', { status: 200, body: '<!doctype html><title>Hotel</title>' }, 'garbled'],
  ['a document about nothing', { status: 200, body: {} }, 'garbled'],
  ['wrong keys', { status: 401, body: { httpStatusCode: 401 } }, 'unauthorized'],
]

describe('one number at CallFire', () => {
  it('is read as the list would tell it, and where it rings does not come with it', async () => {
    const { read } = await readAtCallfire({ [lease]: reply('callfire-v2/lease.json') })
    expect(await read()).toMatchObject({
      number: { number: at, state: 'active', calls: 'on', texts: 'off', lease: { end: '2025-12-01', autoRenew: true } },
      routing: null,
    })
  })

  it('is not there only when CallFire itself says so', async () => {
    expect(await (await readAtCallfire({ [lease]: own404 })).read()).toBeNull()
  })

  it.each(strange)('is not called gone by %s', async (_what, answer, kind) => {
    expect(await failureOf((await readAtCallfire({ [lease]: answer })).read())).toMatchObject({ kind })
  })

  it('is not mistaken for another one', async () => {
    const other = { body: { number: '12025550199', status: 'ACTIVE' } }
    expect(await failureOf((await readAtCallfire({ [lease]: other })).read())).toMatchObject({ kind: 'garbled' })
  })

  it.each([
    ['is owned when the list has it', reply('callfire-v2/leases.json'), true],
    ['is not owned when the whole list lacks it', { body: { items: [], totalCount: 0 } }, false],
  ])('%s, where CallFire refuses to speak of it', async (_what, list, isOwned) => {
    const refused = { status: 400, body: { httpStatusCode: 400, message: 'number is not leased' } }
    const { read } = await readAtCallfire({ [lease]: refused, 'GET /numbers/leases': list })
    expect((await read())?.number.number ?? null).toBe(isOwned ? at : null)
  })

  it('is not called gone by a list with a row that cannot be read', async () => {
    const refused = { status: 400, body: { httpStatusCode: 400, message: 'number is not leased' } }
    const list = { body: { items: [{ status: 'ACTIVE' }], totalCount: 1 } }
    const { read } = await readAtCallfire({ [lease]: refused, 'GET /numbers/leases': list })
    expect(await failureOf(read())).toMatchObject({ kind: 'refused' })
  })

  it('is not called gone by a list that kept changing while it was read', async () => {
    const refusing = await serve(() => ({ status: 400, body: { httpStatusCode: 400, message: 'not leased' } }))
    const api = { http: makeHttp(refusing.url).http, accountId: 'account-1' }
    const list = async function* () {
      yield { items: [], odd: [], total: null, incomplete: true }
    }
    const asking = { path: '/numbers/leases/1', reader: leaseReader, isIt: () => true, list, signal: never }
    expect(await failureOf(readListed(api, asking))).toMatchObject({ kind: 'refused', said: 'not leased' })
  })

  it('gives up soon, because somebody waits', async () => {
    const { read, asked } = await readAtCallfire({ [lease]: { status: 500, body: {} } })
    expect(await failureOf(read())).toMatchObject({ kind: 'broken' })
    expect(asked).toHaveLength(2)
  })
})

describe('one number at Flowroute', () => {
  const single = 'GET /v2/numbers/12065550123'
  const forSale = 'GET /v2/numbers/12065550177'
  const read = async (replies: Replies, number: string) =>
    (await flowroute(replies)).provider.numbers.read(number, never)

  it('is read with its routes', async () => {
    expect(await read({ [single]: reply('flowroute-v2/number.json') }, '+12065550123')).toMatchObject({
      number: { number: '+12065550123', alias: 'front desk', monthly: { amount: '1.25' } },
      routing: { kind: 'routes', primary: '90210', failover: '0' },
    })
  })

  it.each(['error-404-thing', 'error-404-untitled'])('is not there when Flowroute says so (%s)', async (name) => {
    expect(await read({ [single]: reply(`flowroute-v2/${name}.json`, 404) }, '+12065550123')).toBeNull()
  })

  it('is not called gone by an address that does not serve numbers', async () => {
    const wrong = reply('flowroute-v2/error-404-path.json', 404)
    expect(await failureOf(read({ [single]: wrong }, '+12065550123'))).toMatchObject({ kind: 'garbled' })
  })

  it('is not called gone by a document about another status', async () => {
    const odd = { status: 404, body: { errors: [{ status: 500, title: 'Internal Server Error' }] } }
    expect(await failureOf(read({ [single]: odd }, '+12065550123'))).toMatchObject({ kind: 'garbled' })
  })

  it('is not mistaken for another one', async () => {
    const other = { [forSale]: reply('flowroute-v2/number.json') }
    expect(await failureOf(read(other, '+12065550177'))).toMatchObject({ kind: 'garbled' })
  })

  it.each(strange.slice(0, -1))('is not called gone by %s', async (_what, answer, kind) => {
    expect(await failureOf(read({ [single]: answer }, '+12065550123'))).toMatchObject({ kind })
  })

  it('is not called owned because it can be bought: the list of owned numbers decides', async () => {
    const replies = { [forSale]: reply('flowroute-v2/number-for-sale.json') }
    const none = { 'GET /v2/numbers': reply('flowroute-v2/numbers-none.json') }
    expect(await read({ ...replies, ...none }, '+12065550177')).toBeNull()
  })

  it('is owned without a word on where it rings when the list has it', async () => {
    const replies = {
      [single]: { body: { data: { type: 'number', id: '12065550123' } } },
      'GET /v2/numbers': reply('flowroute-v2/numbers.json'),
    }
    const owned = await read(replies, '+12065550123')
    expect(owned).toMatchObject({ number: { number: '+12065550123' }, routing: null })
  })

  it('is not called gone by a list with a row that cannot be read', async () => {
    const list = { body: { data: [{ type: 'number', attributes: {} }] } }
    const replies = { [single]: reply('flowroute-v2/error-422-flat.json', 422), 'GET /v2/numbers': list }
    expect(await failureOf(read(replies, '+12065550123'))).toMatchObject({ kind: 'garbled' })
  })

  it('is looked for on the list where Flowroute refuses to speak of it', async () => {
    const refused = reply('flowroute-v2/error-422-flat.json', 422)
    expect(
      await read({ [single]: refused, 'GET /v2/numbers': reply('flowroute-v2/numbers-none.json') }, '+12065550123'),
    ).toBeNull()
  })
})

describe('one keyword', () => {
  const path = 'GET /keywords/leases/SUN'
  const read = async (replies: Replies) => (await callfire(replies)).provider.keywords?.read('SUN', never)

  it('is read with its contact list, its second question and its words', async () => {
    expect(await read({ [path]: reply('callfire-v2/keyword-lease.json') })).toMatchObject({
      keyword: 'SUN',
      contactListId: '4050600',
      doubleOptIn: true,
      confirmation: 'Reply YES to hear of fresh bread',
    })
  })

  it('of an older API says nothing of these', async () => {
    const old = { body: { keyword: 'sun', status: 'ACTIVE' } }
    expect(await read({ [path]: old })).toMatchObject({ contactListId: null, doubleOptIn: null, confirmation: null })
  })

  it('is not there only when CallFire itself says so', async () => {
    expect(await read({ [path]: own404 })).toBeNull()
    expect(await failureOf(read({ [path]: { status: 404, body: 'not found' } }))).toMatchObject({ kind: 'garbled' })
  })

  it('has an address that holds whatever it is made of', async () => {
    const { provider, asked } = await callfire({ 'GET /keywords/leases/A%2FB%20%C3%89': own404 })
    expect(await provider.keywords?.read('A/B É', never)).toBeNull()
    expect(asked).toHaveLength(1)
  })
})

describe('words that can be bought', () => {
  it('are those that CallFire lists, of those that were asked for', async () => {
    const { provider, asked } = await callfire({ 'GET /keywords': reply('callfire-v2/keywords.json') })
    expect(await provider.keywords?.available(['SUN', 'MOON', 'STAR'], never)).toEqual(['SUN', 'MOON'])
    expect(asked[0]?.query.getAll('keywords')).toEqual(['SUN', 'MOON', 'STAR'])
  })

  it('are asked for fifty at a time', async () => {
    const words = Array.from({ length: 120 }, (_, index) => `WORD${index}`)
    const { provider, asked } = await callfire({
      'GET /keywords': ({ query }) => ({ body: { items: query.getAll('keywords').map((keyword) => ({ keyword })) } }),
    })
    expect(await provider.keywords?.available(words, never)).toEqual(words)
    expect(asked.map(({ query }) => query.getAll('keywords').length).toSorted()).toEqual([20, 50, 50])
  })

  it('are never guessed: without an answer nothing is free', async () => {
    const { provider } = await callfire({ 'GET /keywords': { status: 500, body: {} } })
    expect(await failureOf(Promise.resolve(provider.keywords?.available(['SUN'], never)))).toMatchObject({
      kind: 'broken',
    })
  })

  it('ask nobody when there are none', async () => {
    const { provider, asked } = await callfire({})
    expect(await provider.keywords?.available([], never)).toEqual([])
    expect(asked).toHaveLength(0)
  })
})
