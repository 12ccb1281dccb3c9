import { describe, expect, it } from 'vitest'
import { FailureError } from '../../shared/failure.ts'
import { hangUp, html, makeHttp, ok } from './support/http.ts'
import { failureOf, never } from './support/provider.ts'
import { type Reply, serve } from './support/serve.ts'

describe('a request', () => {
  it('carries the keys as UTF-8, without the blanks that were pasted around them', async () => {
    const { url, asked } = await serve(() => ok)
    await makeHttp(url, { credentials: async () => ({ login: ' naïve\n', secret: '\tschlüssel→ ' }) }).get()
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('naïve:schlüssel→').toString('base64')}`)
  })

  it('asks for the keys each time, so that replaced ones count at once', async () => {
    const { url, asked } = await serve(() => ok)
    let login = 'first-login'
    const { get } = makeHttp(url, { credentials: async () => ({ login, secret: 'x' }) })
    await get()
    login = 'second-login'
    await get()
    expect(new Set(asked.map(({ authorization }) => authorization)).size).toBe(2)
  })

  it('follows no redirect, uses no cache and no cookies', async () => {
    const seen: Request[] = []
    const spy: typeof fetch = async (input) => {
      if (input instanceof Request) seen.push(input)
      return Response.json({ id: 1 })
    }
    await makeHttp('https://api.callfire.com/v2', { fetch: spy }).get()
    expect(seen[0]).toMatchObject({ redirect: 'error', cache: 'no-store', credentials: 'omit' })
  })

  it.each([
    'http://api.callfire.com/v2',
    'ftp://127.0.0.1',
    'https://user:pass@api.callfire.com',
    'callfire',
    'http://127.0.0.1.evil.example',
  ])('never goes to %s', async (address) => {
    const spy: typeof fetch = () => Promise.reject(new Error('was sent'))
    expect(await failureOf(makeHttp(address, { fetch: spy }).get())).toMatchObject({
      kind: 'invalid',
      field: 'address',
    })
  })

  it('says that keys are missing without asking anybody', async () => {
    const { url, asked } = await serve(() => ok)
    const failure = { kind: 'keysMissing', why: 'locked', accountId: 'account-1' } as const
    const { get } = makeHttp(url, { credentials: () => Promise.reject(new FailureError(failure)) })
    expect(await failureOf(get())).toEqual(failure)
    expect(asked).toHaveLength(0)
  })
})

describe('a write', () => {
  it('is sent once, whatever the answer', async () => {
    const { url, asked } = await serve(() => ({ status: 500, body: {} }))
    expect(await failureOf(makeHttp(url).put())).toMatchObject({ kind: 'broken' })
    expect(asked).toHaveLength(1)
  })

  it('that is a POST is sent once too', async () => {
    const { url, asked } = await serve(() => ({ status: 503, body: {} }))
    const { http } = makeHttp(url)
    const order = http.write({ method: 'POST', path: '/orders/numbers', body: { numbers: [] }, signal: never })
    expect(await failureOf(order)).toMatchObject({ kind: 'broken' })
    expect(asked).toHaveLength(1)
  })

  it('takes an empty answer for done', async () => {
    const { url } = await serve(() => ({ status: 204, headers: {} }))
    expect(await makeHttp(url).put()).toMatchObject({ status: 204, body: null })
  })

  it.each([
    ['the connection dies', hangUp, {}],
    ['a gateway gives up', { status: 502, body: {} }, {}],
    ['the answer is unreadable', html, {}],
    ['no answer comes', (() => undefined) as Reply, { attemptMs: 40 }],
  ] as const)('is unsure when %s', async (_what, reply: Reply, limits) => {
    const { url, asked } = await serve(() => reply)
    expect(await failureOf(makeHttp(url, { limits }).put())).toEqual({ kind: 'unsure', accountId: 'account-1' })
    expect(asked).toHaveLength(1)
  })

  it('is unsure when it is stopped under way, and only cancelled before', async () => {
    const stop = new AbortController()
    const { url } = await serve(() => {
      stop.abort()
      return () => undefined
    })
    const { put } = makeHttp(url)
    expect(await failureOf(put(stop.signal))).toMatchObject({ kind: 'unsure' })
    expect(await failureOf(put(stop.signal))).toMatchObject({ kind: 'cancelled' })
  })

  it('is offline, not unsure, when the connection was never made', async () => {
    const { url } = await serve(() => ok)
    const refused = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }))
    expect(await failureOf(makeHttp(url, { fetch: refused }).put())).toMatchObject({ kind: 'offline' })
  })
})

describe('stopping', () => {
  it('ends a request under way', async () => {
    const stop = new AbortController()
    const { url } = await serve(() => {
      stop.abort()
      return () => undefined
    })
    expect(await failureOf(makeHttp(url).get('/a', stop.signal))).toEqual({ kind: 'cancelled', accountId: 'account-1' })
  })

  it('ends a wait, and says that nobody waits any more', async () => {
    const stop = new AbortController()
    const { url } = await serve(() => ({ status: 429, headers: { 'retry-after': '30' }, body: {} }))
    const { get, told } = makeHttp(url, {
      onWait: (until) => {
        told.push(until)
        if (until !== null) stop.abort()
      },
    })
    expect(await failureOf(get('/a', stop.signal))).toMatchObject({ kind: 'cancelled' })
    expect(told.at(-1)).toBeNull()
  })

  it('takes requests that have not started out of the queue', async () => {
    const stop = new AbortController()
    const { url, asked } = await serve(() => {
      stop.abort()
      return () => undefined
    })
    const { get } = makeHttp(url, { pacing: { concurrency: 1, requestsPerSecond: 120 } })
    const both = await Promise.all([failureOf(get('/a', stop.signal)), failureOf(get('/b', stop.signal))])
    expect(both.map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled'])
    expect(asked).toHaveLength(1)
  })
})
