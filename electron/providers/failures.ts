import { type CameInstead, type Failure, FailureError, isFailure } from '../../shared/failure.ts'
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
  /** The status that the provider's own error document repeats; null: whatever came is no such document. */
  readonly status: number | null
}

/** The status inside an error document: a number, or its digits. */
export const toStatus = (said: unknown): number | null =>
  (typeof said === 'number' && Number.isInteger(said)) || (typeof said === 'string' && /^\d{3}$/.test(said))
    ? Number(said)
    : null

export type About = {
  readonly accountId: AccountId | null
  readonly place: string
  readonly writes: boolean
  /** Only the provider's own error document counts as its word. Writes are always that strict. */
  readonly strict: boolean
}

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

type StatusOutcome = Extract<Outcome, { kind: 'status' }>

/**
 * Whether the provider itself refused. Hotel networks, proxies and other servers answer with the same statuses; "too many
 * requests" alone needs no document, because whoever says it has not passed the request on.
 */
function isOwnNo({ status, words }: StatusOutcome): boolean {
  if (status < 400 || status >= 500 || words.foreign !== null || words.isPage) return false
  return status === 429 || words.status === status
}

function ofStatus(answer: StatusOutcome, about: About): Failure {
  const { accountId, place, writes, strict } = about
  const { status, words } = answer
  const { said } = words
  // A gateway that gave up does not know what the provider behind it did.
  const isFault = status >= 500 && status !== 502 && status !== 504 && words.foreign === null
  if (writes && !isFault && !isOwnNo(answer)) return { kind: 'unsure', accountId }
  if (words.foreign !== null) {
    return { kind: 'garbled', place: `${place}: ${words.foreign}`, accountId, got: 'otherProvider' }
  }
  if (status === 404 && words.wrongPath) {
    const got = words.isPage ? 'page' : undefined
    return { kind: 'garbled', place: `${place}: ${wrongPathWords}`, accountId, got }
  }
  if (strict && status < 500 && !isOwnNo(answer)) {
    const got = words.isPage ? 'page' : undefined
    return {
      kind: 'garbled',
      place: `${place}: expected a refusal in its own words, got status ${status}`,
      accountId,
      got,
    }
  }
  if (status === 401) return { kind: 'unauthorized', accountId }
  if (status === 403) return { kind: 'forbidden', said, accountId }
  if (status === 404 || status === 410) return { kind: 'notFound', said, accountId }
  if (status === 429) return { kind: 'busy', retryAfterMs: answer.retryAfterMs, accountId }
  if (status >= 500) return { kind: 'broken', status, accountId }
  if (status >= 400) return { kind: 'refused', status, said, accountId }
  return { kind: 'garbled', place: `${place}: expected an answer, got status ${status}`, accountId }
}

const wrongPathWords = 'the server at this address does not serve this path'
/** The account's API does not have it, or not for these keys. */
export const isAbsent = (error: unknown): boolean =>
  isFailure(error) && (['notFound', 'forbidden'].includes(error.failure.kind) || isWrongPath(error.failure))

export const isWrongPath = (failure: Failure): boolean =>
  failure.kind === 'garbled' && failure.place.endsWith(wrongPathWords)

function ofNetwork(cause: unknown, { accountId, place, writes }: About): Failure {
  const signs = signsOf(cause)
  if (writes) return isSurelyUnsent(signs) ? unsent(signs, accountId) : { kind: 'unsure', accountId }
  if (signs.some(isUntrusted)) return { kind: 'tlsUntrusted', accountId }
  // A network that wants to be signed in to first sends everybody to its own page.
  if (signs.some(isRedirect)) {
    return { kind: 'garbled', place: `${place}: expected JSON, got a redirect`, accountId, got: 'page' }
  }
  return { kind: 'offline', accountId }
}

const unsent = (signs: readonly string[], accountId: AccountId | null): Failure => ({
  kind: signs.some(isBadCertificate) ? 'tlsUntrusted' : 'offline',
  accountId,
})

/** A failed connection that another try cannot mend. */
export const isHopeless = (cause: unknown): boolean =>
  signsOf(cause).some((sign) => isUntrusted(sign) || isRedirect(sign))

/** Refused by us, before anything of the request was written. */
const isBadCertificate = (sign: string): boolean =>
  /ERR_CERT_|^ERR_TLS_CERT_|^CERT_|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/.test(sign)

/** Any fault of the safe connection; some of them can come after a request was sent. */
const isUntrusted = (sign: string): boolean =>
  isBadCertificate(sign) || /ERR_SSL_|ERR_TLS_|WRONG_VERSION_NUMBER|^EPROTO$/.test(sign)

const isRedirect = (sign: string): boolean => /redirect/i.test(sign)

/**
 * The connection was never made, so that even a write cannot have happened. A host or a network that cannot be reached is not
 * among them: open connections end with the same words, minutes after the request left.
 */
function isSurelyUnsent(signs: readonly string[]): boolean {
  if (signs.some((sign) => /^(read|write|writev|shutdown)$/.test(sign))) return false
  return signs.some((sign) => isBadCertificate(sign) || isConnecting(sign))
}

const isConnecting = (sign: string): boolean =>
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ERR_NOT_SENT|connect)$/.test(sign) ||
  /ERR_(NAME_NOT_RESOLVED|CONNECTION_REFUSED|PROXY_CONNECTION_FAILED|CONNECTION_TIMED_OUT)/.test(sign)

/** Codes, system calls and messages of an error and of what caused it. */
function signsOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 5) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const call = 'syscall' in error && typeof error.syscall === 'string' ? [error.syscall] : []
  return [...code, ...call, error.message, ...signsOf(error.cause, depth + 1)]
}

/** Never carries the library's own error: that holds the request, and the request holds the keys. */
export const failWith = (failure: Failure): FailureError => new FailureError(failure)
