import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky'
import PQueue from 'p-queue'
import { type FailureError, isFailure } from '../../shared/failure.ts'
import type { Credentials } from '../../shared/model/account.ts'
import type { ProviderContext } from '../core/ports.ts'
import { toSafeBase } from './address.ts'
import { bodyOf, largestAnswerBytes, readingWhole, TooLargeError, UnreadableError } from './body.ts'
import { type About, failWith, isHopeless, type Outcome, toFailure, type Words } from './failures.ts'
import { backoffMs, type Clock, longestWaitMs, type Pacing, retryAfterMs } from './pacing.ts'
import { toBasic, toSecrets, toTold } from './redact.ts'
import { announced, createTurns, HeldError, type Turn, type Turns } from './turns.ts'

/** The world that HTTP needs. `fetch` is the operating system's way out (proxy, certificates), given by the shell. */
export type HttpWorld = Clock & {
  readonly fetch: typeof globalThis.fetch
  /**
   * For writes: surely sends a request once. Chromium's `fetch` does not: when a connection that it had kept open dies before
   * an answer comes, it sends a POST again by itself.
   */
  readonly fetchOnce: typeof globalThis.fetch
  /** 0 up to 1, spreads repeats. */
  readonly random: () => number
  readonly limits: HttpLimits
  /** Awaited before an answer is parsed: a page is long, and several may come at once. */
  readonly breathe: () => Promise<void>
}

export type HttpLimits = {
  readonly attemptMs: number
  /** All attempts and waits of one request together. */
  readonly totalMs: number
  readonly answerBytes: number
  readonly retries: number
}
export const defaultLimits: HttpLimits = {
  attemptMs: 30_000,
  totalMs: 180_000,
  answerBytes: largestAnswerBytes,
  retries: 4,
}

/** A list is sent as the same name repeated. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base address, starting with a slash; parts are encoded already. */
  readonly path: string
  readonly query?: Query
  readonly body?: unknown
  readonly signal: AbortSignal
  /** A person is watching: give up early. */
  readonly hurried?: boolean
  /** A refusal counts only in the provider's own error document; any other is garbled. For reads that decide about money. */
  readonly strict?: boolean
}

/** `place` names the request in reports: `callfire-v2 GET /numbers/leases`. */
export type Answer = { readonly status: number; readonly body: unknown; readonly place: string }

/** `told`: the answer for people, without secrets and shortened; null: an empty one. */
export type Written = Answer & { readonly told: string | null }

export type Http = {
  /** Changes nothing there, so it may be repeated; a POST that only asks is a read too. */
  readonly read: (request: Request) => Promise<Answer>
  /**
   * Sent once, or not at all. It fails as `refused`, `forbidden`, `notFound`, `unauthorized` or `busy` only when the provider
   * itself said no; as `unsure` or `broken` (a fault of the provider's own, 5xx) when it may have happened; all else was
   * never sent. An empty answer has the body null.
   */
  readonly write: (request: Request) => Promise<Written>
}

export type HttpOptions = {
  readonly world: HttpWorld
  readonly context: ProviderContext
  readonly lane: Lane
  readonly ownAddress: string
  /** Reads an error document; `secrets` must not come out again. */
  readonly explain: (data: unknown, secrets: readonly string[]) => Words
}

/** The one door to an account's provider. */
export type Lane = Turns & { readonly run: <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T> }

export function createLane(world: Pick<HttpWorld, 'now' | 'wait' | 'random'>, pacing: Pacing): Lane {
  const queue = new PQueue({ concurrency: pacing.concurrency })
  return { ...createTurns(world, pacing.requestsPerSecond), run: (task, signal) => queue.add(task, { signal }) }
}

export function createHttp(options: HttpOptions): Http {
  const { context, world, lane } = options
  const noticing = (fetch: typeof globalThis.fetch) =>
    noticingHolds(readingWhole(fetch, world.limits.answerBytes), lane, world)
  const [fetch, fetchOnce] = [noticing(world.fetch), noticing(world.fetchOnce)]
  const turn = announced(lane, context.onWait)
  return {
    read: (request) => send({ ...options, world: { ...world, fetch } }, turn, request, false),
    write: (request) => send({ ...options, world: { ...world, fetch: fetchOnce } }, turn, request, true),
  }
}

/** Holds the whole account as soon as one answer asks for it. */
function noticingHolds(fetch: typeof globalThis.fetch, lane: Lane, { now }: Clock): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const asked = retryAfterMs(response.headers.get('retry-after'), now())
    if (response.status === 429 || (response.status === 503 && asked !== null)) lane.hold(asked)
    else if (response.ok) lane.wentWell()
    return response
  }
}

async function send(options: HttpOptions, turn: Turn, request: Request, writes: boolean): Promise<Written> {
  const { context, lane } = options
  const place = `${context.api} ${request.method} ${request.path}`
  const base = toSafeBase(context.address ?? options.ownAddress)
  const about: About = { accountId: context.accountId, place, writes, strict: request.strict ?? false }
  const state: { keys: Credentials | null } = { keys: null }
  try {
    const response = await lane.run(async () => {
      await turn(request.signal, patienceOf(request))
      const credentials = await context.credentials()
      request.signal.throwIfAborted()
      state.keys = credentials
      return attempt(options, turn, { request, writes, url: base + request.path, basic: toBasic(credentials) })
    }, request.signal)
    // The line is free again: who waits for it need not wait for this answer to be parsed.
    const body = await bodyOf(response, writes, options.world.breathe)
    return { status: response.status, body, place, told: writes ? toTold(body, state.keys) : null }
  } catch (error) {
    throw failureOf(error, {
      options,
      request,
      keys: state.keys,
      about: { ...about, writes: writes && state.keys !== null },
    })
  }
}

const patienceOf = ({ hurried }: Request): number => (hurried ? 2_000 : longestWaitMs)

const attemptMsOf = ({ hurried }: Request, { attemptMs }: HttpLimits): number =>
  hurried ? Math.min(attemptMs, 10_000) : attemptMs

type Attempt = { readonly request: Request; readonly writes: boolean; readonly url: string; readonly basic: string }

function attempt(
  { world, lane }: HttpOptions,
  turn: Turn,
  { request, writes, url, basic }: Attempt,
): Promise<Response> {
  const retries = writes ? 0 : request.hurried ? Math.min(world.limits.retries, 1) : world.limits.retries
  const patienceMs = patienceOf(request)
  const isBusy = (error: unknown) => isHTTPError(error) && lane.leftMs() > 0
  return ky(url, {
    method: request.method,
    headers: { authorization: `Basic ${basic}`, accept: 'application/json' },
    ...(request.query === undefined ? {} : { searchParams: toParams(request.query) }),
    ...(request.body === undefined ? {} : { json: request.body }),
    fetch: world.fetch,
    signal: request.signal,
    redirect: 'error',
    cache: 'no-store',
    credentials: 'omit',
    timeout: attemptMsOf(request, world.limits),
    totalTimeout: world.limits.totalMs,
    retry: {
      limit: retries,
      methods: ['get', 'post'],
      delay: () => 0,
      shouldRetry: ({ error, retryCount }) => isWorthRepeating(error, retryCount) && lane.leftMs() <= patienceMs,
    },
    hooks: {
      beforeRetry: [
        async ({ error, retryCount }) => {
          if (!isBusy(error)) await world.wait(backoffMs(retryCount, world.random), request.signal)
          await turn(request.signal, patienceMs)
        },
      ],
    },
  })
}

/** A stalled answer is repeated once only: each costs its whole patience. */
function isWorthRepeating(error: Error, retryCount: number): boolean {
  if (isHTTPError(error)) return [408, 429, 500, 502, 503, 504].includes(error.response.status)
  if (isTimeoutError(error)) return retryCount <= 1
  return isNetworkError(error) && !isHopeless(error)
}

function toParams(query: Query): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) params.append(name, String(one))
  }
  return params
}

type Told = {
  readonly options: HttpOptions
  readonly request: Request
  /** Null: nothing was sent yet. */
  readonly keys: Credentials | null
  readonly about: About
}

function failureOf(error: unknown, told: Told): FailureError | unknown {
  if (isFailure(error)) return error
  const outcome = toOutcome(error, told)
  return outcome === null ? error : failWith(toFailure(outcome, told.about))
}

/** Null: nothing that life does; a bug of ours, which must surface. */
function toOutcome(error: unknown, { options, request, keys }: Told): Outcome | null {
  const { lane, world, explain } = options
  if (request.signal.aborted) return { kind: 'aborted' }
  if (isHTTPError(error)) {
    const { status } = error.response
    return {
      kind: 'status',
      status,
      words: explain(error.data, keys === null ? [] : toSecrets(keys)),
      retryAfterMs: lane.leftMs(),
    }
  }
  if (error instanceof HeldError) return { kind: 'held', retryAfterMs: lane.leftMs() }
  if (isTimeoutError(error)) return { kind: 'timeout', afterMs: attemptMsOf(request, world.limits) }
  if (isNetworkError(error)) return { kind: 'network', cause: error.cause }
  if (error instanceof UnreadableError) return { kind: 'unreadable', problem: error.message, got: error.got }
  if (error instanceof TooLargeError) {
    return {
      kind: 'unreadable',
      problem: `expected less than ${Math.round(error.limitBytes / 1_048_576)} MB, got more`,
      got: 'tooMuch',
    }
  }
  return null
}
