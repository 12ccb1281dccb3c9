import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTinyApp, type Opened, openTinyHost, type Running, tinyHost } from './support/running.ts'

type App = ReturnType<typeof createTinyApp>

const invoke = async (host: Opened, args: readonly unknown[], channel = 'linekeeper:invoke') => {
  const headers = { cookie: host.cookie, origin: host.origin, 'content-type': 'application/json' }
  const body = JSON.stringify({ channel, args })
  const answer = await fetch(`${host.origin}/_host/invoke`, { method: 'POST', headers, body })
  return { status: answer.status, body: await answer.text() }
}

/** Sends what no browser would: any `Host`, any header. */
const raw = (host: Opened, headers: Record<string, string>, path = '/', method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(host.origin)
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.once('error', reject)
    asked.end()
  })

/** Nobody listens there: somebody did a moment ago. */
async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
}

describe('the browser host', () => {
  let app: App
  let host: Opened
  beforeAll(async () => {
    app = createTinyApp()
    host = await openTinyHost(app, { LINEKEEPER_HOST_OFFLINE: join(app.folder, 'unplugged') })
  })
  afterAll(async () => {
    await host.end()
    app.remove()
  })

  it('prints its address in one line and nothing else', () => {
    expect(host.said().out.trim().split('\n')).toHaveLength(1)
  })

  it('lets the key in, takes it out of the address, and answers by cookie', async () => {
    const entered = await fetch(`${host.origin}/?key=${host.key}`, { redirect: 'manual' })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
    const page = await fetch(`${host.origin}/`, { headers: { cookie: host.cookie } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Tiny page')
  })

  it.each([
    ['no cookie', {}, '/', 'GET', 401],
    ['a wrong key', {}, '/?key=wrong', 'GET', 401],
    ['another name for itself', { host: 'evil.example' }, '/', 'GET', 421],
    ['another origin', { origin: 'http://evil.example' }, '/', 'GET', 403],
    ['another origin that writes', { origin: 'http://evil.example' }, '/_host/invoke', 'POST', 403],
    ['no origin that writes', {}, '/_host/invoke', 'POST', 403],
    ['no origin that knocks at a wrong door', {}, '/_host/knock/wrong', 'POST', 403],
  ])('refuses %s', async (_what, headers, path, method, status) => {
    const cookie: Record<string, string> = status === 401 ? {} : { cookie: host.cookie }
    expect(await raw(host, { ...cookie, ...headers }, path, method)).toBe(status)
  })

  it('listens on the loopback address alone', async () => {
    const { port } = new URL(host.origin)
    await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow()
  })

  it('answers with the headers of the app, its policy unchanged', async () => {
    const { headers } = await fetch(`${host.origin}/`, { headers: { cookie: host.cookie } })
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${host.origin}/..%2fpackage.json`, { headers: { cookie: host.cookie } })).status).toBe(404)
  })

  it('puts the preload before every script of the page, from its own origin', async () => {
    const html = await (await fetch(`${host.origin}/`, { headers: { cookie: host.cookie } })).text()
    expect(/<script[^>]*>/.exec(html)?.[0]).toBe('<script src="/_host/preload.js">')
    const script = await (await fetch(`${host.origin}/_host/preload.js`, { headers: { cookie: host.cookie } })).text()
    expect(script).toContain('exposeInMainWorld')
  })

  it('carries a request to main and its answer back', async () => {
    const { body } = await invoke(host, ['numbers.query', { offset: 3 }])
    expect(JSON.parse(body)).toEqual({ value: { ok: true, value: { name: 'numbers.query', input: { offset: 3 } } } })
  })

  it('carries an error back as Electron does: its words alone', async () => {
    expect(JSON.parse((await invoke(host, ['bug', null])).body)).toEqual({ error: 'RangeError: a bug' })
    expect((await invoke(host, [7, null])).body).toContain('A request has a name')
    expect((await invoke(host, [], 'other:channel')).body).toContain('No handler registered')
  })

  it.each(['', 'null', '{', '[]', '{"channel":1,"args":[]}'])('refuses the body %j', async (body) => {
    const headers = { cookie: host.cookie, origin: host.origin }
    expect((await fetch(`${host.origin}/_host/invoke`, { method: 'POST', headers, body })).status).toBe(400)
  })

  it('pushes what main sends', async () => {
    const events = await fetch(`${host.origin}/_host/events`, { headers: { cookie: host.cookie } })
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (text: string) => {
      while (!heard.includes(text)) heard += (await reader?.read())?.value ?? ''
    }
    await hear('event: hello')
    await invoke(host, ['push', 'numbers'])
    await hear('data: {"channel":"linekeeper:changed","args":["numbers"]}')
    await invoke(host, ['open', 'https://www.callfire.com/'])
    await hear('event: outside\ndata: "https://www.callfire.com/"')
    await reader?.cancel()
  })

  it('opens no other page outside', async () => {
    expect((await invoke(host, ['open', 'https://evil.example/'])).body).toContain('known pages')
  })

  it('tells what went wrong on the network in words that ky takes for a network error', async () => {
    const reason = async (address: string) => JSON.parse((await invoke(host, ['fetch', address])).body).value.value
    expect(await reason(await closedAddress())).toBe('Error: net::ERR_CONNECTION_REFUSED')
    writeFileSync(join(app.folder, 'unplugged'), '')
    expect(await reason(host.origin)).toBe('Error: net::ERR_INTERNET_DISCONNECTED')
  })

  it('tells main when the page has been shown', async () => {
    const headers = { cookie: host.cookie, origin: host.origin }
    await fetch(`${host.origin}/_host/loaded`, { method: 'POST', headers })
    await host.says(/painted/)
  })
})

describe('two on one data folder', () => {
  let app: App
  const started: Running[] = []
  beforeEach(() => {
    app = createTinyApp()
  })
  afterEach(async () => {
    for (const running of started.splice(0)) await running.end('SIGKILL')
    app.remove()
  })

  it('the second is told so and ends', async () => {
    started.push(await openTinyHost(app))
    const second = tinyHost(app)
    started.push(second)
    expect(await second.ended).toBe(0)
    expect(second.said()).toEqual({ out: '', err: 'taken\n' })
  })

  it('the address is for the owner of the folder alone, and gone with the host', async () => {
    const first = await openTinyHost(app)
    started.push(first)
    const door = join(app.data, 'host-address.json')
    const { url, knock } = JSON.parse(readFileSync(door, 'utf8'))
    expect(url).toBe(`${first.origin}/?key=${first.key}`)
    if (process.platform !== 'win32') expect(statSync(door).mode & 0o077).toBe(0)
    expect((await fetch(knock, { method: 'POST' })).status).toBe(204)
    await first.says(/second/)
    await first.end()
    expect(existsSync(door)).toBe(false)
  })

  it('a folder that cannot be written in is opened all the same', async () => {
    for (const name of ['host-lock', 'host-address.json']) mkdirSync(join(app.data, name))
    const host = await openTinyHost(app)
    started.push(host)
    expect(await host.end()).toBe(0)
  })

  it('a host whose plug was pulled keeps nobody out', async () => {
    const first = await openTinyHost(app)
    started.push(first)
    await first.end('SIGKILL')
    const next = await openTinyHost(app)
    started.push(next)
    expect(next.origin).not.toBe('')
  })
})

describe('the end', () => {
  let app: App
  beforeEach(() => {
    app = createTinyApp()
  })
  afterEach(() => app.remove())

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s writes first and is no error', async (signal) => {
    const host = await openTinyHost(app)
    expect(await host.end(signal)).toBe(0)
    expect(host.said().err).toBe('drained\nclosed\n')
  })

  it('does not wait for ever for what hangs, nor for a second signal', async () => {
    writeFileSync(join(app.data, 'hang'), '')
    const host = await openTinyHost(app)
    host.child.kill('SIGINT')
    const began = performance.now()
    expect(await host.end('SIGINT')).toBe(0)
    expect(performance.now() - began).toBeLessThan(12_000)
    expect(host.said().err).toMatch(/stopping took too long[\s\S]*closed/)
  })

  it('comes at once, with a sentence, when the port is taken', async () => {
    const host = await openTinyHost(app)
    const { port } = new URL(host.origin)
    const other = createTinyApp()
    const second = tinyHost(other, {}, [port])
    expect(await second.ended).toBe(1)
    expect(second.said().err).toContain(`Port ${port} is in use`)
    await host.end()
    other.remove()
  })
})
