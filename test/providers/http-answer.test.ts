import { describe, expect, it } from 'vitest'
import { hangUp, html, makeHttp, ok } from './support/http.ts'
import { failureOf } from './support/provider.ts'
import { type Reply, serve } from './support/serve.ts'

describe('an answer', () => {
  it.each([
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'refused'],
    [422, 'refused'],
  ])('%i becomes %s, at once', async (status, kind) => {
    const { url, asked } = await serve(() => ({
      status,
      body: { httpStatusCode: status, message: 'unavailable numbers: 12132212289' },
    }))
    const failure = await failureOf(makeHttp(url).get())
    expect(failure).toMatchObject({ kind, accountId: 'account-1' })
    if ('said' in failure) expect(failure.said).toBe('unavailable numbers: 12132212289')
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['HTML', html, 'expected JSON, got text/html', 'page'],
    [
      'HTML that claims to be JSON',
      { headers: { 'content-type': 'application/json' }, body: '<html></html>' },
      'expected JSON, got text/html',
      'page',
    ],
    ['nothing', { status: 200, headers: {} }, 'expected JSON, got nothing', 'nothing'],
    [
      'half a document',
      { headers: { 'content-type': 'application/json' }, body: '{"id": 1, "na' },
      'expected JSON, got a document that breaks off or is damaged',
      'half',
    ],
    ['a picture', { headers: { 'content-type': 'image/png' }, body: 'PNG' }, 'expected JSON, got image/png', undefined],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      'expected JSON, got a redirect',
      'page',
    ],
    [
      'a page not found of another web server',
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>nginx</h1>' },
      'the server at this address does not serve this path',
      'page',
    ],
    [
      'the error of the other provider',
      { status: 401, body: { errors: [{ status: 401, title: 'Unauthorized' }] } },
      "expected CallFire's document, got Flowroute's",
      'otherProvider',
    ],
  ] as const)('of %s is garbled, with its place and what came instead', async (_what, reply: Reply, problem, got) => {
    const { url, asked } = await serve(() => reply)
    const failure = await failureOf(makeHttp(url).get('/numbers/leases'))
    expect(failure).toEqual({
      kind: 'garbled',
      place: `callfire-v2 GET /numbers/leases: ${problem}`,
      accountId: 'account-1',
      got,
    })
    expect(asked).toHaveLength(1)
  })

  it('is read whatever its content type says, when it is JSON', async () => {
    const { url } = await serve(() => ({ headers: { 'content-type': 'text/plain' }, body: '{"id":7}' }))
    expect((await makeHttp(url).get()).body).toEqual({ id: 7 })
  })

  it('that never ends is hung up on at the limit', async () => {
    let sent = 0
    const { url, asked } = await serve(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        if (response.destroyed) return
        sent += 65_536
        response.write('x'.repeat(65_536), more)
      }
      more()
    })
    const failure = await failureOf(makeHttp(url, { limits: { answerBytes: 2 * 1024 * 1024 } }).get())
    expect(failure).toMatchObject({
      kind: 'garbled',
      place: 'callfire-v2 GET /me/account: expected less than 2 MB, got more',
    })
    expect(sent).toBeLessThan(20 * 1024 * 1024)
    expect(asked).toHaveLength(1)
  })
})

describe('a connection', () => {
  it('that is not there is offline', async () => {
    const { url } = await serve(() => hangUp)
    expect(await failureOf(makeHttp(url).get())).toEqual({ kind: 'offline', accountId: 'account-1' })
  })

  it('without a TLS that can be trusted is refused at once', async () => {
    const { url, asked } = await serve(() => ok)
    const { get, clock } = makeHttp(url.replace('http:', 'https:'))
    expect(await failureOf(get())).toEqual({ kind: 'tlsUntrusted', accountId: 'account-1' })
    expect([asked.length, clock.waits.length]).toEqual([0, 0])
  })

  it.each(['net::ERR_CERT_AUTHORITY_INVALID', 'net::ERR_CERT_DATE_INVALID'])(
    'with %s is untrusted',
    async (message) => {
      let tries = 0
      const chromium = () => {
        tries += 1
        return Promise.reject(new Error(message))
      }
      expect(await failureOf(makeHttp('https://api.callfire.com/v2', { fetch: chromium }).get())).toMatchObject({
        kind: 'tlsUntrusted',
      })
      expect(tries).toBe(1)
    },
  )

  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('with %s is untrusted', async (code) => {
    const node = () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }))
    expect(await failureOf(makeHttp('https://api.callfire.com/v2', { fetch: node }).put())).toMatchObject({
      kind: 'tlsUntrusted',
    })
  })

  it('of Chromium that is down is offline, after some tries', async () => {
    let tries = 0
    const chromium = () => {
      tries += 1
      return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'))
    }
    expect(await failureOf(makeHttp('https://api.callfire.com/v2', { fetch: chromium }).get())).toMatchObject({
      kind: 'offline',
    })
    expect(tries).toBe(5)
  })

  it('that Chromium refuses to redirect is garbled', async () => {
    const chromium = () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'"))
    expect(await failureOf(makeHttp('https://api.callfire.com/v2', { fetch: chromium }).get())).toMatchObject({
      kind: 'garbled',
    })
  })

  it('lets a bug of ours surface', async () => {
    const broken = () => Promise.reject(new RangeError('ours'))
    await expect(makeHttp('https://api.callfire.com/v2', { fetch: broken }).get()).rejects.toThrow(RangeError)
  })
})
