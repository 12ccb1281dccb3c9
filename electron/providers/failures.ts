import { type CameInstead, type Failure, FailureError } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'

/** What became of a request, before it is known whom it concerns. Made in `http.ts`, where the HTTP library ends. */
export type Outcome =
  | { readonly kind: 'status'; readonly status: number; readonly words: Words; readonly retryAfterMs: number }
  /** Not sent: the provider asked for a longer pause than may be sat out. */
  | { readonly kind: 'held'; readonly retryAfterMs: number }
  | { readonly kind: 'network'; readonly cause: unknown }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'unreadable'; readonly problem: string; readonly got: CameInstead | undefined }
  | { readonly kind: 'aborted' }

/** What a provider's error document says. */
export type Words = {
  readonly said: string | null
  /** The address does not serve this path at all: not the same as a thing that is not there. */
  readonly wrongPath: boolean
  /** A web page stands in its place. */
  readonly isPage: boolean
  /** Set when the document is not this provider's. */
  readonly foreign: string | null
}

export type About = { readonly accountId: AccountId | null; readonly place: string; readonly writes: boolean }

export function toFailure(outcome: Outcome, about: About): Failure {
  const { accountId, place, writes } = about
  switch (outcome.kind) {
    case 'status':
      return ofStatus(outcome, about)
    case 'held':
      return { kind: 'busy', retryAfterMs: outcome.retryAfterMs, held: true, accountId }
    case 'network':
      return ofNetwork(outcome.cause, about)
    case 'timeout':
      return writes ? { kind: 'unsure', accountId } : { kind: 'timeout', afterMs: outcome.afterMs, accountId }
    case 'unreadable':
      return writes
        ? { kind: 'unsure', accountId }
        : { kind: 'garbled', place: `${place}: ${outcome.problem}`, accountId, got: outcome.got }
    case 'aborted':
      return writes ? { kind: 'unsure', accountId } : { kind: 'cancelled', accountId }
    default:
      return outcome satisfies never
  }
}

function ofStatus(answer: Extract<Outcome, { kind: 'status' }>, { accountId, place, writes }: About): Failure {
  const { status, words } = answer
  const { said } = words
  if (words.foreign !== null) {
    return { kind: 'garbled', place: `${place}: ${words.foreign}`, accountId, got: 'otherProvider' }
  }
  if (status === 404 && words.wrongPath) {
    const got = words.isPage ? 'page' : undefined
    return { kind: 'garbled', place: `${place}: ${wrongPathWords}`, accountId, got }
  }
  if (status === 401) return { kind: 'unauthorized', accountId }
  if (status === 403) return { kind: 'forbidden', said, accountId }
  if (status === 404 || status === 410) return { kind: 'notFound', said, accountId }
  if (status === 429) return { kind: 'busy', retryAfterMs: answer.retryAfterMs, accountId }
  // A gateway that gave up does not know what the provider behind it did.
  if (writes && (status === 502 || status === 504)) return { kind: 'unsure', accountId }
  if (status >= 500) return { kind: 'broken', status, accountId }
  if (status >= 400) return { kind: 'refused', status, said, accountId }
  return { kind: 'garbled', place: `${place}: expected an answer, got status ${status}`, accountId }
}

const wrongPathWords = 'the server at this address does not serve this path'
export const isWrongPath = (failure: Failure): boolean =>
  failure.kind === 'garbled' && failure.place.endsWith(wrongPathWords)

function ofNetwork(cause: unknown, { accountId, place, writes }: About): Failure {
  const signs = signsOf(cause)
  if (signs.some(isUntrusted)) return { kind: 'tlsUntrusted', accountId }
  // A network that wants to be signed in to first sends everybody to its own page.
  if (signs.some(isRedirect)) {
    return { kind: 'garbled', place: `${place}: expected JSON, got a redirect`, accountId, got: 'page' }
  }
  if (writes && !signs.some(isNeverSent)) return { kind: 'unsure', accountId }
  return { kind: 'offline', accountId }
}

/** A failed connection that another try cannot mend. */
export const isHopeless = (cause: unknown): boolean =>
  signsOf(cause).some((sign) => isUntrusted(sign) || isRedirect(sign))

const isUntrusted = (sign: string): boolean =>
  /ERR_CERT_|ERR_SSL_|ERR_TLS_|^CERT_|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|WRONG_VERSION_NUMBER|^EPROTO$/.test(sign)

const isRedirect = (sign: string): boolean => /redirect/i.test(sign)

/** The connection was never made, so that even a write cannot have happened. */
const isNeverSent = (sign: string): boolean =>
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(sign) ||
  /ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|CONNECTION_REFUSED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|CONNECTION_TIMED_OUT)/.test(
    sign,
  )

/** Codes and messages of an error and of what caused it. */
function signsOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 5) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...code, error.message, ...signsOf(error.cause, depth + 1)]
}

/** Never carries the library's own error: that holds the request, and the request holds the keys. */
export const failWith = (failure: Failure): FailureError => new FailureError(failure)
