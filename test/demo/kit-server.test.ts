import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type DemoHandler, literal, serveDemo } from '../../electron/demo/kit/server.ts'

const echo: DemoHandler = ({ method, path, query, body }) => ({
  status: 200,
  body: { method, path, query: [...query], body: body.toString() },
})

const wholeAnswer = (port: number, request: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(request))
    let text = ''
    socket.on('data', (piece) => {
      text += piece
    })
    socket.on('end', () => resolve(text)).on('error', reject)
  })

describe('the demo server', () => {
  it('gives the handler the raw path, the query and the body', async () => {
    const server = await serveDemo(echo)
    const response = await fetch(`${server.url}/v2/a%20b/c,d?k=1&k=2`, { method: 'PUT', body: '{"x":1}' })
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({
      method: 'PUT',
      path: '/v2/a%20b/c,d',
      query: [
        ['k', '1'],
        ['k', '2'],
      ],
      body: '{"x":1}',
    })
    await server.close()
  })

  it('sends text, bytes and literals as they are, and 204 without a length', async () => {
    const replies: Record<string, ReturnType<DemoHandler>> = {
      '/text': { status: 201, body: 'plain', type: 'text/plain', headers: { 'x-one': '1' } },
      '/bytes': { status: 200, body: Buffer.from([1, 2]) },
      '/true': literal(200, true),
      '/none': { status: 204 },
      '/empty': { status: 200 },
    }
    const server = await serveDemo(({ path }) => replies[path] ?? { status: 404 })
    const text = await fetch(`${server.url}/text`)
    expect([text.status, text.headers.get('x-one'), await text.text()]).toEqual([201, '1', 'plain'])
    expect(await (await fetch(`${server.url}/bytes`)).bytes()).toEqual(new Uint8Array([1, 2]))
    expect(await (await fetch(`${server.url}/true`)).text()).toBe('true')
    const none = await fetch(`${server.url}/none`)
    expect([none.status, none.headers.get('content-length'), none.headers.get('content-type')]).toEqual([
      204,
      null,
      null,
    ])
    expect((await fetch(`${server.url}/empty`)).headers.get('content-length')).toBe('0')
    await server.close()
  })

  it('writes down what came, but never a header', async () => {
    const server = await serveDemo(echo, { now: () => 1234 })
    await fetch(`${server.url}/v2/x?y=1`, {
      method: 'POST',
      body: 'four',
      headers: { authorization: 'Basic c2VjcmV0' },
    })
    await fetch(`${server.url}/v2/z`)
    expect(server.requests[0]).toMatchObject({ method: 'POST', path: '/v2/x?y=1', at: 1234, bodyBytes: 4, status: 200 })
    expect(server.requests[0]?.ownTimeMs).toBeGreaterThan(0)
    expect(server.count()).toBe(2)
    expect(server.count({ method: 'POST', path: '/v2/*' })).toBe(1)
    expect(JSON.stringify(server.requests)).not.toContain('c2VjcmV0')
    await server.close()
  })

  it('turns a bug in a handler into a 500 that names it', async () => {
    const server = await serveDemo(() => {
      throw new Error('broken cog')
    })
    const response = await fetch(server.url)
    expect([response.status, (await response.json()).message]).toEqual([500, 'demo carrier: broken cog'])
    await server.close()
  })

  it('refuses a body that no carrier would take', async () => {
    const server = await serveDemo(echo)
    const body = new Uint8Array(5 * 1024 * 1024)
    expect((await fetch(server.url, { method: 'POST', body })).status).toBe(413)
    await server.close()
  })

  it('listens on the loopback address only and refuses a port that is taken', async () => {
    const server = await serveDemo(echo)
    const port = Number(new URL(server.url).port)
    expect(server.url).toBe(`http://127.0.0.1:${port}`)
    await expect(serveDemo(echo, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect(await wholeAnswer(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 200/)
    await server.close()
  })

  it('drops idle and waiting connections when it closes', async () => {
    const server = await serveDemo(echo, { latencyMs: 600_000 })
    const waiting = fetch(server.url).then(
      () => 'answered',
      () => 'dropped',
    )
    await expect.poll(() => server.requests.length).toBe(1)
    await server.close()
    expect(await waiting).toBe('dropped')
    await server.close()
  })
})
