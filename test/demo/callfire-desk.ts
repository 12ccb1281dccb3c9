import type { Books } from '../../electron/demo/callfire-v2/books.ts'
import { createCallfireV2 } from '../../electron/demo/callfire-v2/carrier.ts'
import { wordMembers } from '../../electron/demo/callfire-v2/documents.ts'
import { createCatalogue } from '../../electron/demo/catalogue/catalogue.ts'
import { createClock, type DemoClock } from '../../electron/demo/kit/clock.ts'
import { type DemoServer, serveDemo } from '../../electron/demo/kit/server.ts'

const catalogue = createCatalogue(1)

export const login = '0123456789ab'
export const password = '0123456789abcdef'
export const rightKey = `Basic ${btoa(`${login}:${password}`)}`

/** A December noon, so that a lease month crosses the end of a year. */
export const noon = Date.UTC(2026, 11, 1, 12)

/** Whatever JSON came; a test looks at it as it is. */
export type Json = Awaited<ReturnType<Response['json']>>

export type Answer = { readonly status: number; readonly json: Json; readonly text: string; readonly headers: Headers }

export type Desk = {
  readonly books: Books
  readonly clock: DemoClock
  readonly server: DemoServer
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly send: (method: string, path: string, body?: unknown) => Promise<Answer>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type') === 'application/json'
  return { status: response.status, json: isJson ? JSON.parse(text) : undefined, text, headers: response.headers }
}

/** A CallFire carrier of one's own behind real HTTP, with a clock that stands still. */
export async function openDesk(numbers = 120): Promise<Desk> {
  const clock = createClock(noon)
  const carrier = createCallfireV2({ catalogue, numbers, clock, seed: 1, login, password })
  const server = await serveDemo(carrier.handler, { errorBody: carrier.errorBody, words: wordMembers })
  const ask = async (path: string, init: RequestInit) => {
    const headers = { authorization: rightKey, 'content-type': 'application/json', ...init.headers }
    return answerOf(await fetch(`${server.url}/v2${path}`, { ...init, headers }))
  }
  return {
    books: carrier.books,
    clock,
    server,
    get: (path, headers = {}) => ask(path, { headers }),
    send: (method, path, body) =>
      ask(path, {
        method,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    [Symbol.asyncDispose]: () => server.close(),
  }
}
