import type { Catalogue } from '../catalogue/catalogue.ts'
import type { DemoClock } from '../kit/clock.ts'
import type { DemoHandler, DemoReply, DemoRequest } from '../kit/message.ts'
import { createRandom } from '../kit/random.ts'
import { createRouter } from '../kit/routing.ts'
import { type Account, createAccount } from './account.ts'
import { type Behaviour, usualBehaviour } from './behaviour.ts'
import { checkType } from './body.ts'
import { createBooks, type FlowrouteBooks } from './books.ts'
import { documentType, reply } from './documents.ts'
import { assignmentEndpoints } from './endpoints/assignments.ts'
import { coverageEndpoints } from './endpoints/coverage.ts'
import { marketEndpoints } from './endpoints/market.ts'
import { messagingEndpoints } from './endpoints/messaging.ts'
import { numberEndpoints } from './endpoints/numbers.ts'
import { purchaseEndpoints } from './endpoints/purchase.ts'
import { recordEndpoints } from './endpoints/records.ts'
import { routeEndpoints } from './endpoints/routes.ts'
import {
  malformed,
  methodNotAllowed,
  Problem,
  type ProblemBody,
  Unserved,
  unauthorized,
  unservedDocument,
  usualProblem,
} from './problem.ts'

export type FlowrouteOptions = {
  readonly catalogue: Catalogue
  /** How many numbers the account holds at the start. */
  readonly numbers: number
  readonly clock: DemoClock
  readonly seed: number
  readonly accessKey: string
  readonly secretKey: string
  /** Where it differs from the usual. */
  readonly options?: Partial<Behaviour>
  /** Told of a signed-in request that may change the books, before it does. When it throws, nothing is changed. */
  readonly onChange?: (request: DemoRequest) => void
}

export type FlowrouteV2 = {
  readonly handler: DemoHandler
  /** The way in for tests: what happens without the client's doing. */
  readonly books: FlowrouteBooks
  /** The carrier's own error document for a status, for the faults of the kit. */
  readonly errorBody: (status: number) => unknown
  /** Members that hold enum words. */
  readonly words: ReadonlySet<string>
}

const route = createRouter({
  ...numberEndpoints,
  ...purchaseEndpoints,
  ...marketEndpoints,
  ...coverageEndpoints,
  ...assignmentEndpoints,
  ...routeEndpoints,
  ...messagingEndpoints,
  ...recordEndpoints,
})

type ErrorIds = () => string

/** Every refusal has its own id; they repeat with the seed. */
function createErrorIds(seed: number): ErrorIds {
  const random = createRandom(seed)
  return () => [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-')
}

function errorDocument({ status, title, detail, withoutId }: ProblemBody, nextId: ErrorIds) {
  return { errors: [{ ...(!withoutId && { id: nextId() }), status, ...(title !== undefined && { title }), detail }] }
}

const toReply = (body: ProblemBody, nextId: ErrorIds): DemoReply => ({
  ...reply(body.status, errorDocument(body, nextId)),
  ...(body.headers && { headers: body.headers }),
})

/** The bulk read is a POST that only reads. */
const isChange = (account: Account, { method, path }: DemoRequest): boolean =>
  account.isDue() || (method !== 'GET' && path !== '/v2/numbers/details')

type Front = { readonly account: Account; readonly expected: string; readonly onChange: (request: DemoRequest) => void }

/** Credentials are looked at before anything else, even for a path that nobody serves. */
function answer({ account, expected, onChange }: Front, request: DemoRequest): DemoReply {
  if (request.headers.authorization !== expected) throw unauthorized()
  if (isChange(account, request)) onChange(request)
  account.settle()
  const { method, path, query, headers, body } = request
  const match = route(method, path)
  if (!match.found) {
    if (match.status === 405) throw methodNotAllowed(match.allow)
    throw match.status === 400 ? malformed('The path cannot be decoded.') : new Unserved()
  }
  checkType(headers, body)
  return match.action({ account, path, query, parameters: match.parameters, body })
}

const words = new Set(['number_type', 'route_type', 'status', 'rate_type', 'tier'])

/** A whole Flowroute v2 account behind a handler for the kit's server. One key, one account, no scopes. */
export function createFlowrouteV2(options: FlowrouteOptions): FlowrouteV2 {
  const { catalogue, clock, numbers, seed, accessKey, secretKey } = options
  const behaviour = { ...usualBehaviour, ...options.options }
  const account = createAccount({ catalogue, clock, count: numbers, behaviour })
  const expected = `Basic ${Buffer.from(`${accessKey}:${secretKey}`).toString('base64')}`
  const nextId = createErrorIds(seed)
  const front = { account, expected, onChange: options.onChange ?? (() => undefined) }
  const handler: DemoHandler = (request) => {
    try {
      return answer(front, request)
    } catch (error) {
      if (error instanceof Problem) return toReply(error.body, nextId)
      if (error instanceof Unserved) return { status: 404, body: unservedDocument, type: documentType }
      throw error
    }
  }
  const errorBody = (status: number) => errorDocument(usualProblem(status), nextId)
  return { handler, books: createBooks(account), errorBody, words }
}
