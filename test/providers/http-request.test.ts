import { describe, expect, it } from 'vitest'
import { FailureError } from '../../shared/failure.ts'
import { hangUp, html, inTurn, makeHttp, ok } from './support/http.ts'
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

  const failsWith = (error: Error) => makeHttp('https://api.callfire.com/v2', { fetch: () => Promise.reject(error) })
  const ofNode = (members: object) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error('connection trouble'), members) })

  it.each([
    ['nobody listens', ofNode({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['nobody listens, without a word on the step', ofNode({ code: 'ECONNREFUSED' })],
    ['there is no way to the host', ofNode({ code: 'EHOSTUNREACH', syscall: 'connect' })],
    ['the name is not known', ofNode({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['connecting takes too long', ofNode({ code: 'UND_ERR_CONNECT_TIMEOUT' })],
    ['the way out says that it did not send', ofNode({ code: 'ERR_NOT_SENT' })],
    ['Chromium knows no such name', new Error('net::ERR_NAME_NOT_RESOLVED')],
    ['Chromium finds nobody listening', new Error('net::ERR_CONNECTION_REFUSED')],
    ['Chromium cannot connect in time', new Error('net::ERR_CONNECTION_TIMED_OUT')],
    ['Chromium finds no proxy', new Error('net::ERR_PROXY_CONNECTION_FAILED')],
  ])('is offline, not unsure, when %s: the connection was never made', async (_what, error) => {
    expect(await failureOf(failsWith(error).put())).toEqual({ kind: 'offline', accountId: 'account-1' })
  })

  it.each([
    ['an open connection lost its host', ofNode({ code: 'EHOSTUNREACH', syscall: 'read' })],
    ['an open connection lost its network', ofNode({ code: 'ENETUNREACH', syscall: 'write' })],
    ['an open connection was refused', ofNode({ code: 'ECONNREFUSED', syscall: 'read' })],
    ['it is not said when the host got lost', ofNode({ code: 'EHOSTUNREACH' })],
    ['the other side closed', ofNode({ code: 'UND_ERR_SOCKET' })],
    ['the safe connection broke', ofNode({ code: 'EPROTO', syscall: 'write' })],
    ['the safe connection broke for reasons of its own', ofNode({ code: 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR' })],
    ['Chromium lost the network', new Error('net::ERR_INTERNET_DISCONNECTED')],
    ['Chromium lost the host', new Error('net::ERR_ADDRESS_UNREACHABLE')],
    ['Chromium changed the network', new Error('net::ERR_NETWORK_CHANGED')],
    ['Chromium got an empty answer', new Error('net::ERR_EMPTY_RESPONSE')],
    ['Chromium met a fault of the safe connection', new Error('net::ERR_SSL_PROTOCOL_ERROR')],
    ['Chromium was redirected', new Error("Attempted to redirect, but redirect policy was 'error'")],
  ])('is unsure when %s: it may have left before', async (_what, error) => {
    expect(await failureOf(failsWith(error).put())).toEqual({ kind: 'unsure', accountId: 'account-1' })
  })

  it('goes the way that sends once, and reads the other', async () => {
    const { url } = await serve(() => ok)
    const ways: string[] = []
    const noting = (way: string) => (input: RequestInfo | URL, init?: RequestInit) => {
      ways.push(way)
      return fetch(input, init)
    }
    const { get, put } = makeHttp(url, { fetch: noting('any'), fetchOnce: noting('once') })
    await get()
    await put()
    expect(ways).toEqual(['any', 'once'])
  })

  it('holds the account when it is told to wait, as a read does', async () => {
    const { url } = await serve(inTurn({ status: 429, headers: { 'retry-after': '9' }, body: {} }, ok))
    const { get, put, clock } = makeHttp(url)
    expect(await failureOf(put())).toMatchObject({ kind: 'busy', retryAfterMs: 9000 })
    await get()
    expect(clock.waits).toEqual([9000])
  })
})

describe('a read that decides about money', () => {
  const strictly = async (reply: Reply) => {
    const { url } = await serve(() => reply)
    return failureOf(makeHttp(url).http.read({ method: 'GET', path: '/orders/7', signal: never, strict: true }))
  }

  it('believes the provider’s own “not there”', async () => {
    expect(await strictly({ status: 404, body: { httpStatusCode: 404, message: 'order 7 was not found' } })).toEqual({
      kind: 'notFound',
      said: 'order 7 was not found',
      accountId: 'account-1',
    })
  })

  it.each<readonly [string, Reply]>([
    ['a web page', { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>nginx</h1>' }],
    ['a plain word', { status: 404, body: 'not found' }],
    ['nothing', { status: 404 }],
    ['somebody’s JSON', { status: 404, body: { message: 'no Route matched with those values' } }],
    ['the other provider', { status: 404, body: { errors: [{ status: 404 }] } }],
    ['a document about another status', { status: 404, body: { httpStatusCode: 500 } }],
    ['a locked door of somebody else', { status: 403, body: 'sign in first' }],
  ])('does not believe %s', async (_what, reply) => {
    expect(await strictly(reply)).toMatchObject({ kind: 'garbled', accountId: 'account-1' })
  })
})

describe('a question about several things', () => {
  it('repeats the name of the member for each', async () => {
    const { url, asked } = await serve(() => ok)
    const query = { keywords: ['SUN', 'A&B'], limit: 5, offset: undefined }
    await makeHttp(url).http.read({ method: 'GET', path: '/keywords', query, signal: never })
    expect(asked[0]?.query.toString()).toBe('keywords=SUN&keywords=A%26B&limit=5')
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
