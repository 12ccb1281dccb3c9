import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../electron/providers/http.ts'
import { createTestClock } from './support/clock.ts'
import { hangUp, inTurn, makeHttp, ok } from './support/http.ts'
import { failureOf, never } from './support/provider.ts'
import { type Reply, serve } from './support/serve.ts'

describe('a read that goes wrong for a moment', () => {
  it.each([
    ['a fault of theirs', { status: 500, body: {} }],
    ['a gateway that gave up', { status: 504, body: 'upstream' }],
    ['a dead connection', hangUp],
    [
      'a body that breaks off',
      ((response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"id":', () => response.destroy())
      }) satisfies Reply,
    ],
  ] as const)('is repeated after %s', async (_what, reply: Reply) => {
    const { url, asked } = await serve(inTurn(reply, reply, ok))
    const { get, clock } = makeHttp(url)
    expect((await get()).body).toEqual({ id: 1 })
    expect(asked).toHaveLength(3)
    expect(clock.waits).toEqual([225, 450])
  })

  it('gives up in the end', async () => {
    const { url, asked } = await serve(() => ({ status: 503, body: {} }))
    expect(await failureOf(makeHttp(url).get())).toEqual({ kind: 'broken', status: 503, accountId: 'account-1' })
    expect(asked).toHaveLength(1 + defaultLimits.retries)
  })

  it('gives up early when a person is watching', async () => {
    const { url, asked } = await serve(() => ({ status: 500, body: {} }))
    const { http } = makeHttp(url)
    await failureOf(http.read({ method: 'GET', path: '/me/account', signal: never, hurried: true }))
    expect(asked).toHaveLength(2)
  })

  it('is repeated once when no answer comes in time, and is a timeout then', async () => {
    const { url, asked } = await serve(() => () => undefined)
    const { get } = makeHttp(url, { limits: { attemptMs: 40 } })
    expect(await failureOf(get())).toEqual({ kind: 'timeout', afterMs: 40, accountId: 'account-1' })
    expect(asked).toHaveLength(2)
  })

  it('counts a body that trickles as no answer', async () => {
    const { url } = await serve(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"id":')
    })
    expect(await failureOf(makeHttp(url, { limits: { attemptMs: 40 } }).get())).toMatchObject({ kind: 'timeout' })
  })

  it('may be a POST that only asks', async () => {
    const { url, asked } = await serve(inTurn({ status: 500, body: {} }, ok))
    const { http } = makeHttp(url)
    await http.read({ method: 'POST', path: '/details', body: { numbers: ['+1'] }, signal: never })
    expect(asked.map(({ body }) => body)).toEqual(['{"numbers":["+1"]}', '{"numbers":["+1"]}'])
  })
})

describe('an account that asks too much', () => {
  const start = createTestClock().now()
  const inSeconds = (seconds: number) => new Date(start + seconds * 1000).toUTCString()

  it.each([
    ['seconds', '7'],
    ['an HTTP date', inSeconds(7)],
  ])('waits as long as it is told in %s, says until when, and goes on', async (_form, header) => {
    const { url, asked } = await serve(inTurn({ status: 429, headers: { 'retry-after': header }, body: {} }, ok))
    const { get, clock, told } = makeHttp(url)
    await get()
    expect(clock.waits).toEqual([7000])
    expect(told).toEqual([start + 7000, null])
    expect(asked).toHaveLength(2)
  })

  it('waits as a whole: no other request starts meanwhile', async () => {
    const { url, asked } = await serve(inTurn({ status: 429, headers: { 'retry-after': '5' }, body: {} }, ok))
    const { get, clock, told } = makeHttp(url, { pacing: { concurrency: 1, requestsPerSecond: 120 } })
    const sentAt = Promise.all([get('/a'), get('/b'), get('/c')])
    await sentAt
    expect(asked.map(({ path }) => path)).toEqual(['/a', '/a', '/b', '/c'])
    expect(clock.now()).toBe(start + 5000)
    expect(told).toEqual([start + 5000, null])
  })

  it('waits longer each time when it is not told how long', async () => {
    const busy: Reply = { status: 429, body: {} }
    const { url } = await serve(inTurn(busy, busy, busy, ok))
    const { get, clock } = makeHttp(url)
    await get()
    expect(clock.waits).toEqual([750, 1500, 3000])
  })

  it('fails as busy when the wait is longer than anybody would sit out, and does not ask again before', async () => {
    const { url, asked } = await serve(() => ({ status: 429, headers: { 'retry-after': '300' }, body: {} }))
    const { get, clock } = makeHttp(url)
    expect(await failureOf(get())).toEqual({ kind: 'busy', retryAfterMs: 300_000, accountId: 'account-1' })
    clock.set(start + 100_000)
    expect(await failureOf(get())).toEqual({ kind: 'busy', retryAfterMs: 200_000, held: true, accountId: 'account-1' })
    expect(asked).toHaveLength(1)
  })

  it('is not silenced for years by an odd answer, nor by a clock that is set back', async () => {
    const { url, asked } = await serve(inTurn({ status: 429, headers: { 'retry-after': '99999999' }, body: {} }, ok))
    const { get, clock } = makeHttp(url)
    expect(await failureOf(get())).toMatchObject({ kind: 'busy', retryAfterMs: 15 * 60_000 })
    clock.set(start - 365 * 86_400_000)
    expect(await failureOf(get())).toMatchObject({ kind: 'busy', retryAfterMs: 15 * 60_000 })
    clock.set(start + 16 * 60_000)
    await get()
    expect(asked).toHaveLength(2)
  })

  it('heeds a 503 that names its wait', async () => {
    const { url } = await serve(inTurn({ status: 503, headers: { 'retry-after': '3' }, body: {} }, ok))
    const { get, told } = makeHttp(url)
    await get()
    expect(told).toEqual([start + 3000, null])
  })

  it('never has more requests under way than allowed', async () => {
    const three = Promise.withResolvers<void>()
    let running = 0
    let peak = 0
    const { url } = await serve(async () => {
      running += 1
      peak = Math.max(peak, running)
      if (running === 3) three.resolve()
      await three.promise
      running -= 1
      return ok
    })
    const { get } = makeHttp(url, { pacing: { concurrency: 3, requestsPerSecond: 1000 } })
    await Promise.all(Array.from({ length: 20 }, (_, index) => get(`/${index}`)))
    expect(peak).toBe(3)
  })

  it('starts no more requests in a second than allowed', async () => {
    const { url } = await serve(() => ok)
    const { get, clock } = makeHttp(url, { pacing: { concurrency: 4, requestsPerSecond: 10 } })
    await Promise.all(Array.from({ length: 35 }, (_, index) => get(`/${index}`)))
    expect(clock.now() - start).toBe(3000)
  })
})
