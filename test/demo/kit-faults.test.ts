import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseFault } from '../../electron/demo/kit/fault-words.ts'
import { type DemoServer, serveDemo } from '../../electron/demo/kit/server.ts'

const page = {
  items: [
    { number: '12025550143', status: 'ACTIVE', first: 1, second: 2, region: { city: 'A' } },
    { number: '12025550144', status: 'ACTIVE', first: 1, second: 2, region: { city: 'B' } },
  ],
  totalCount: 2,
}

let effects = 0
let server: DemoServer

beforeEach(async () => {
  effects = 0
  const handler = () => {
    effects += 1
    return { status: 200, body: page }
  }
  server = await serveDemo(handler, { words: new Set(['status']), now: () => Date.UTC(2026, 0, 1) })
})

afterEach(() => server.close())

const ask = (path = '/v2/numbers?offset=0', init: RequestInit = {}) => fetch(`${server.url}${path}`, init)

const codeOf = async (failing: Promise<unknown>) => {
  const error = await failing.then(
    () => null,
    (reason: unknown) => reason,
  )
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error && 'code' in cause ? cause.code : error
}

describe('a fault', () => {
  it('answers a status with the error document and leaves the effect out', async () => {
    for (const status of [401, 403, 404, 500, 503] as const) {
      server.faults.clear()
      server.faults.add({ fault: { kind: 'status', status } })
      const response = await ask()
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ httpStatusCode: status })
    }
    expect(effects).toBe(0)
  })

  it('answers 429 with Retry-After as seconds or as a date', async () => {
    server.faults.add({ times: 1, fault: { kind: 'status', status: 429, retryAfter: { seconds: 7, form: 'seconds' } } })
    server.faults.add({ fault: { kind: 'status', status: 429, retryAfter: { seconds: 7, form: 'date' } } })
    expect((await ask()).headers.get('retry-after')).toBe('7')
    expect((await ask()).headers.get('retry-after')).toBe('Thu, 01 Jan 2026 00:00:07 GMT')
  })

  it('answers 500 although the effect happened', async () => {
    server.faults.add(parseFault('500-after'))
    expect((await ask()).status).toBe(500)
    expect(effects).toBe(1)
  })

  it('resets the connection before or after the effect', async () => {
    server.faults.add({ times: 1, fault: { kind: 'reset', when: 'before' } })
    expect(await codeOf(ask())).toBe('ECONNRESET')
    expect(effects).toBe(0)
    server.faults.add({ fault: { kind: 'reset', when: 'after' } })
    expect(await codeOf(ask())).toBe('ECONNRESET')
    expect(effects).toBe(1)
  })

  it('keeps silent, with or without the effect, until the client gives up', async () => {
    for (const [when, expected] of [
      ['before', 0],
      ['after', 1],
    ] as const) {
      server.faults.clear()
      server.faults.add({ fault: { kind: 'silent', when } })
      const patience = new AbortController()
      const answer = ask('/v2/numbers', { signal: patience.signal })
      await expect.poll(() => server.requests.length).toBe(expected + 1)
      patience.abort()
      await expect(answer).rejects.toThrow('aborted')
      expect(effects).toBe(expected)
      expect(server.requests.at(-1)?.status).toBeNull()
    }
  })

  it('cuts the body: the connection dies, or it ends in good order', async () => {
    server.faults.add({ times: 1, fault: { kind: 'truncated', cut: true } })
    const dying = await ask()
    expect(dying.status).toBe(200)
    await expect(dying.text()).rejects.toThrow()
    server.faults.add({ fault: { kind: 'truncated', cut: false } })
    const whole = JSON.stringify(page)
    expect(await (await ask()).text()).toBe(whole.slice(0, whole.length >> 1))
  })

  it('sends JSON under another type, HTML in place of JSON, or nothing', async () => {
    server.faults.add({ times: 1, fault: { kind: 'wrongType', type: 'text/plain' } })
    const plain = await ask()
    expect([plain.headers.get('content-type'), await plain.json()]).toEqual(['text/plain', page])
    server.faults.add({ times: 1, fault: { kind: 'html' } })
    const html = await ask()
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect(await html.text()).toMatch(/^<!doctype html>/)
    server.faults.add({ fault: { kind: 'empty' } })
    const empty = await ask()
    expect([empty.status, await empty.text()]).toEqual([200, ''])
  })

  it('adds members and words that nobody knows', async () => {
    server.faults.add({ fault: { kind: 'unknown' } })
    const body = await (await ask()).json()
    expect(body.items[0]).toMatchObject({ number: '12025550143', status: 'X_UNHEARD_OF', first: 1 })
    expect(body.items[0].xAddedYesterday).toBeDefined()
    expect(body.items[0].region.xAddedYesterday).toBeDefined()
    expect(body.xAddedYesterday).toBeDefined()
  })

  it('leaves members out: named ones, or some of each row but never what identifies it', async () => {
    server.faults.add({ times: 1, fault: { kind: 'missing', members: ['number', 'totalCount'] } })
    const named = await (await ask()).json()
    expect(named).toEqual({ items: page.items.map(({ number: _gone, ...rest }) => rest) })
    server.faults.add({ fault: { kind: 'missing' } })
    const some = await (await ask()).json()
    expect(some.totalCount).toBe(2)
    for (const [index, row] of some.items.entries()) {
      expect(row.number).toBe(page.items[index]?.number)
      expect(Object.keys(row).length).toBeLessThan(5)
    }
  })

  it('trickles the body and still sends all of it', async () => {
    server.faults.add({ fault: { kind: 'slow', ms: 40 } })
    const reader = (await ask()).body?.getReader()
    let pieces = 0
    let bytes = 0
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      pieces += 1
      bytes += next.value.length
    }
    expect(bytes).toBe(JSON.stringify(page).length)
    expect(pieces).toBeGreaterThan(1)
  })

  it('makes a body of many megabytes without telling its length', async () => {
    server.faults.add({ fault: { kind: 'huge', megabytes: 3 } })
    const response = await ask()
    expect(response.headers.get('content-length')).toBeNull()
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(3 * 1024 * 1024)
  })

  it('waits, and lets another fault follow', async () => {
    server.faults.add({ fault: { kind: 'latency', ms: 30 } })
    server.faults.add({ fault: { kind: 'status', status: 503 } })
    const started = performance.now()
    expect((await ask()).status).toBe(503)
    expect(performance.now() - started).toBeGreaterThan(25)
  })

  it('may be asked for by a single request', async () => {
    expect((await ask('/', { headers: { 'x-demo-fault': '503:4' } })).headers.get('retry-after')).toBe('4')
    expect((await ask('/')).status).toBe(200)
    const wrong = await ask('/', { headers: { 'x-demo-fault': 'gremlins' } })
    expect([wrong.status, (await wrong.json()).message]).toEqual([400, '"gremlins" is not a fault; --help lists them.'])
  })
})
