import { describe, expect, it } from 'vitest'
import { createFetchOnce, type Line } from '../../electron/shell/fetch-once.ts'
import { makeHttp } from '../providers/support/http.ts'
import { failureOf } from '../providers/support/provider.ts'
import { serve } from '../providers/support/serve.ts'

/** Lines that note what happens on them, over the real `fetch`. */
function createLines(answer: typeof fetch = fetch) {
  const events: string[] = []
  const open = (nth: number): Line => {
    events.push(`open ${nth}`)
    return {
      closeAllConnections: async () => void events.push(`close ${nth}`),
      fetch: (input, init) => {
        events.push(`fetch ${nth}`)
        return answer(input, init)
      },
    }
  }
  return { events, open }
}
const online = { isOnline: () => true }
const address = 'http://127.0.0.1:9/'

describe('the fetch that sends once', () => {
  it('has nothing open on its line when a request leaves, however often it is used', async () => {
    const { url } = await serve(() => ({ body: { id: 1 } }))
    const { events, open } = createLines()
    const fetchOnce = createFetchOnce({ net: online, open })
    expect(await (await fetchOnce(url, { method: 'POST' })).json()).toEqual({ id: 1 })
    expect((await fetchOnce(new URL(url))).status).toBe(200)
    expect(events).toEqual(['open 0', 'close 0', 'fetch 0', 'close 0', 'fetch 0'])
  })

  it('never closes the line of a request that is under way', async () => {
    const first = Promise.withResolvers<Response>()
    const answers = [first.promise, Promise.resolve(new Response('two'))]
    const { events, open } = createLines(async () => (await answers.shift()) ?? new Response())
    const fetchOnce = createFetchOnce({ net: online, open })
    const one = fetchOnce(address)
    await (await fetchOnce(address)).text()
    first.resolve(new Response('one'))
    expect(await (await one).text()).toBe('one')
    expect(events.filter((event) => event.startsWith('close'))).toEqual(['close 0', 'close 1'])
  })

  it('keeps a line until its answer was read to the end', async () => {
    const { events, open } = createLines(async () => new Response('whole'))
    const fetchOnce = createFetchOnce({ net: online, open })
    const unread = await fetchOnce(address)
    await fetchOnce(address)
    expect(await unread.text()).toBe('whole')
    await fetchOnce(address)
    expect(events.filter((event) => event.startsWith('fetch'))).toEqual(['fetch 0', 'fetch 1', 'fetch 0'])
  })

  it.each<readonly [string, () => Promise<Response>, (response: Response) => Promise<unknown>]>([
    ['an answer without a body', async () => new Response(null, { status: 204 }), async () => undefined],
    ['an answer that nobody wants', async () => new Response('long'), async ({ body }) => body?.cancel()],
    [
      'an answer that breaks off',
      async () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })),
      (response) => response.text().catch(() => 'cut'),
    ],
    ['no answer', () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')), async () => undefined],
  ])('has its line back after %s', async (_what, answer, finish) => {
    const { events, open } = createLines(answer)
    const fetchOnce = createFetchOnce({ net: online, open })
    for (const _turn of [1, 2]) {
      const response = await fetchOnce(address).catch(() => null)
      if (response !== null) await finish(response)
    }
    expect(events.filter((event) => event.startsWith('open'))).toEqual(['open 0'])
  })

  it('hands on status and headers', async () => {
    const headers = { 'retry-after': '7' }
    const { open } = createLines(async () => new Response('slow down', { status: 429, headers }))
    const response = await createFetchOnce({ net: online, open })(address)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  })

  it('turns Chromium’s words into what every fetch throws', async () => {
    const error = new Error('net::ERR_CONNECTION_RESET')
    const { open } = createLines(() => Promise.reject(error))
    const thrown: unknown = await createFetchOnce({ net: online, open })(address).catch((reason: unknown) => reason)
    expect(thrown).toBeInstanceOf(TypeError)
    expect(thrown).toMatchObject({ cause: error })
  })

  it('sends nothing without a network, and a provider knows then that nothing happened', async () => {
    const { events, open } = createLines()
    const fetchOnce = createFetchOnce({ net: { isOnline: () => false }, open })
    expect(await failureOf(makeHttp(address.slice(0, -1), { fetchOnce }).put())).toMatchObject({ kind: 'offline' })
    expect(events).toEqual([])
  })

  it('leaves open whether it happened when the network goes under way', async () => {
    const { open } = createLines(() => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')))
    const fetchOnce = createFetchOnce({ net: online, open })
    expect(await failureOf(makeHttp(address.slice(0, -1), { fetchOnce }).put())).toMatchObject({ kind: 'unsure' })
  })
})
