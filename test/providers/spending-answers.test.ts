import { describe, expect, it } from 'vitest'
import { hangUp, html } from './support/http.ts'
import { failureOf, makeProvider, never } from './support/provider.ts'
import { type Reply, serve } from './support/serve.ts'
import { otherOf, refusalOf, spendings } from './support/spending.ts'

const number = '+12065550143'
const page = { ...html, body: '<!doctype html><title>Sign in to the network</title>' }

/** What a request that spends comes to when it is answered like this, and how often it was received. */
describe.each(spendings)('$name', ({ api, method, path, send }) => {
  const meet = async (reply: Reply) => {
    const { url, asked } = await serve(() => reply)
    return { ...makeProvider(api, url), asked }
  }
  const fail = async (reply: Reply) => {
    const { provider, asked } = await meet(reply)
    const failure = await failureOf(send(provider, number))
    expect(asked.map((one) => `${one.method} ${one.path}`)).toEqual([`${method} ${path(number)}`])
    return failure
  }

  it.each([
    [400, 'refused'],
    [401, 'unauthorized'],
    [402, 'refused'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'refused'],
    [409, 'refused'],
    [415, 'refused'],
    [422, 'refused'],
    [429, 'busy'],
  ])('is refused by the provider’s own %i: %s', async (status, kind) => {
    expect(await fail({ status, body: refusalOf(api, status) })).toMatchObject({ kind, accountId: 'account-1' })
  })

  it('tells the provider’s own words with the refusal', async () => {
    expect(await fail({ status: 400, body: refusalOf(api, 400) })).toMatchObject({
      said: expect.stringContaining('said the carrier'),
    })
  })

  it('is refused by a 429 that has no document, for who says it has passed nothing on', async () => {
    expect(await fail({ status: 429, headers: { 'retry-after': '7' } })).toMatchObject({
      kind: 'busy',
      retryAfterMs: 7000,
    })
  })

  it.each([400, 401, 402, 403, 404, 408, 409, 410, 422, 451])('is unsure after a %i in other words', async (status) => {
    const other = refusalOf(otherOf(api), status)
    const strange: readonly unknown[] = [page.body, 'not here', undefined, {}, [], { message: 'Forbidden' }, other]
    for (const body of strange) expect(await fail({ status, body })).toEqual({ kind: 'unsure', accountId: 'account-1' })
  })

  it('is unsure after a refusal whose document names another status', async () => {
    expect(await fail({ status: 400, body: refusalOf(api, 500) })).toMatchObject({ kind: 'unsure' })
    expect(await fail({ status: 404, body: refusalOf(api, 200) })).toMatchObject({ kind: 'unsure' })
  })

  it('is unsure after a 429 that is a web page', async () => {
    expect(await fail({ status: 429, ...page })).toMatchObject({ kind: 'unsure' })
  })

  it.each([
    [500, 'broken'],
    [501, 'broken'],
    [503, 'broken'],
    [502, 'unsure'],
    [504, 'unsure'],
  ])('is no refusal after a %i, but %s', async (status, kind) => {
    for (const body of [refusalOf(api, status), {}, undefined])
      expect(await fail({ status, body })).toMatchObject({ kind })
  })

  it.each<readonly [string, Reply]>([
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
    ['a redirect that keeps the method', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }],
    ['a redirect to nowhere', { status: 302 }],
    ['“not modified”', { status: 304 }],
    ['a web page that says yes', { status: 200, ...page }],
    ['a web page that says created', { status: 201, ...page }],
    ['a created thing of another kind', { status: 201, body: [1, 2] }],
    ['a mere word', { status: 201, body: '"ok"' }],
    ['half a document', { status: 201, headers: { 'content-type': 'application/json' }, body: '{"id": 60010' }],
    ['a document of the other provider', { status: 201, body: refusalOf(otherOf(api), 201) }],
    ['a dead connection', hangUp],
    [
      'a body that breaks off',
      (response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"id":', () => response.destroy())
      },
    ],
  ])('is unsure after %s', async (_what, reply) => {
    expect(await fail(reply)).toEqual({ kind: 'unsure', accountId: 'account-1' })
  })

  it.each([200, 201, 202, 204, 207])('happened when the provider says %i, whatever else it says', async (status) => {
    const bodies = status === 204 ? [undefined] : [undefined, {}, { id: null }, { meta: 'new' }]
    for (const body of bodies) {
      const { provider, asked } = await meet({ status, body })
      const placed = await send(provider, number)
      expect(placed.orderId).toBeNull()
      expect(placed.answer).toBe(body === undefined ? null : JSON.stringify(body))
      expect(asked).toHaveLength(1)
    }
  })

  it('tells the answer without keys, and not more of it than can be read', async () => {
    const echo = 'c0ffee123456:feedbeef87654321 YzBmZmVlMTIzNDU2OmZlZWRiZWVmODc2NTQzMjE='
    const { provider } = await meet({ status: 201, body: { id: 7, echo, more: 'x'.repeat(5000) } })
    const { answer } = await send(provider, number)
    expect(answer).toMatch(/^\{"id":7,"echo":"•••:••• •••","more":"x+…$/)
    expect(answer).toHaveLength(2000)
  })

  it('masks a key that the cut would have split', async () => {
    const { provider } = await meet({ status: 201, body: { more: `${'x'.repeat(1985)}feedbeef87654321` } })
    expect((await send(provider, number)).answer).not.toContain('feed')
  })

  it('is not sent at all while the provider has asked for a long pause', async () => {
    const { provider, asked } = await meet({ status: 429, headers: { 'retry-after': '300' }, body: {} })
    await failureOf(send(provider, number))
    expect(await failureOf(send(provider, number))).toMatchObject({ kind: 'busy', retryAfterMs: 300_000 })
    expect(asked).toHaveLength(1)
  })

  it('waits out a short pause, and is sent once then', async () => {
    const { url, asked } = await serve((one) =>
      one.method === 'GET' ? { status: 429, headers: { 'retry-after': '20' }, body: {} } : { status: 201, body: {} },
    )
    const { provider, clock } = makeProvider(api, url)
    const read = failureOf(provider.numbers.read(number, never))
    await read
    await send(provider, number)
    expect(clock.waits).toContain(20_000)
    expect(asked.filter((one) => one.method !== 'GET')).toHaveLength(1)
  })

  it('is cancelled, and never sent, when it is stopped before it left', async () => {
    const { provider, asked } = await meet({ status: 201, body: {} })
    const stopped = AbortSignal.abort()
    expect(await failureOf(send(provider, number, stopped))).toEqual({ kind: 'cancelled', accountId: 'account-1' })
    expect(asked).toHaveLength(0)
  })

  it('is unsure when it is stopped under way', async () => {
    const stop = new AbortController()
    const { url, asked } = await serve(() => {
      stop.abort()
      return () => undefined
    })
    const { provider } = makeProvider(api, url)
    expect(await failureOf(send(provider, number, stop.signal))).toMatchObject({ kind: 'unsure' })
    expect(asked).toHaveLength(1)
  })
})
