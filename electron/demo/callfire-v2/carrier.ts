import { createRouter, type NotFound } from '../kit/routing.ts'
import type { DemoHandler, DemoReply, DemoRequest } from '../kit/server.ts'
import { accountEndpoints } from './account-endpoints.ts'
import { type Books, type BooksWorld, createBooks } from './books.ts'
import { doNotContactEndpoints } from './do-not-contact-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { keywordEndpoints } from './keyword-endpoints.ts'
import { marketEndpoints } from './market-endpoints.ts'
import { numberEndpoints } from './number-endpoints.ts'
import { orderEndpoints } from './order-endpoints.ts'
import { errorDocument, type InternalCodeForm, Problem, toErrorReply } from './problem.ts'
import { createQuery } from './query.ts'

export type CallfireV2 = {
  readonly handler: DemoHandler
  readonly books: Books
  /** Its own error document, for faults. */
  readonly errorBody: (status: number) => unknown
}

export type CallfireV2World = BooksWorld & {
  readonly login: string
  readonly password: string
  /** Told of a signed-in request that may change the books, before it does. When it throws, nothing is changed. */
  readonly onChange?: (request: DemoRequest) => void
}

const root = '/v2'

function lost({ status, allow }: NotFound, { method, path }: DemoRequest, form: InternalCodeForm): DemoReply {
  const allowed = status === 405 ? { allow: allow.join(', ') } : {}
  const text = { 400: 'the path cannot be decoded', 404: `${path} was not found`, 405: `${method} is not allowed here` }
  return { status, headers: allowed, body: errorDocument(status, form, text[status]) }
}

/** Reads change something too: orders move on with them, and time that has passed has its effects first. */
const isChange = ({ orders, isDue }: Books, { method, path }: DemoRequest): boolean =>
  method !== 'GET' || isDue() || (orders.isBusy() && path.startsWith(`${root}/orders`))

/** CallFire's REST API v2 as `callfire-v2.md` describes it, under the path `/v2`. */
export function createCallfireV2(world: CallfireV2World): CallfireV2 {
  const books = createBooks(world)
  const route = createRouter<Endpoint>({
    ...numberEndpoints(books),
    ...marketEndpoints(books),
    ...orderEndpoints(books),
    ...keywordEndpoints(books),
    ...doNotContactEndpoints(books),
    ...accountEndpoints(books),
  })
  const expected = `Basic ${Buffer.from(`${world.login}:${world.password}`).toString('base64')}`
  const errorBody = (status: number) => errorDocument(status, books.settings.internalCode)
  const answer = (request: DemoRequest): DemoReply => {
    if (request.headers.authorization !== expected) {
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="demo"' }, body: errorBody(401) }
    }
    if (isChange(books, request)) world.onChange?.(request)
    books.tick()
    const match = route(request.method, request.path.startsWith(`${root}/`) ? request.path.slice(root.length) : '')
    if (!match.found) return lost(match, request, books.settings.internalCode)
    return match.action({ parameters: match.parameters, query: createQuery(request.query), body: request.body })
  }
  const handler: DemoHandler = (request) => {
    try {
      return answer(request)
    } catch (error) {
      if (error instanceof Problem) return toErrorReply(error, books.settings.internalCode)
      throw error
    }
  }
  return { handler, books, errorBody }
}
