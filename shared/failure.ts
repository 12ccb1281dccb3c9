import type { AccountId } from './model/account.ts'

/** Who said it: the account the request was made for, where there was one. */
type From = { readonly accountId: AccountId | null }

/** What came in place of a provider's document, where that can be told. */
export type CameInstead = 'page' | 'nothing' | 'half' | 'tooMuch' | 'otherProvider'

/**
 * Every way in which life, not our code, can stop a request. A closed union; each member carries what is needed to act.
 * `unsure` means *sent, no answer: it may have happened*; only writes can be unsure. Bugs are never failures.
 */
export type Failure =
  | ({ readonly kind: 'offline' } & From)
  | ({ readonly kind: 'timeout'; readonly afterMs: number } & From)
  | ({ readonly kind: 'tlsUntrusted' } & From)
  | ({ readonly kind: 'unauthorized' } & From)
  | ({ readonly kind: 'forbidden'; readonly said: string | null } & From)
  | ({ readonly kind: 'notFound'; readonly said: string | null } & From)
  | ({ readonly kind: 'refused'; readonly status: number; readonly said: string | null } & From)
  /** `held`: this request was not even sent, because an earlier one was told to wait. */
  | ({ readonly kind: 'busy'; readonly retryAfterMs: number; readonly held?: true } & From)
  | ({ readonly kind: 'broken'; readonly status: number } & From)
  /** The answer was not what the provider documents; `place` reads like `flowroute GET /v2/routes data[3].id: expected string`. */
  | ({ readonly kind: 'garbled'; readonly place: string; readonly got?: CameInstead | undefined } & From)
  | ({ readonly kind: 'unsure' } & From)
  | ({ readonly kind: 'cancelled' } & From)
  /** No keys for this account are at hand: never entered, kept for a past session only, or locked by a passphrase. */
  | ({ readonly kind: 'keysMissing'; readonly why: 'none' | 'session' | 'locked' | 'unreadable' } & From)
  /** What the page or a person sent cannot be used. `problem` is a whole sentence with the way out. */
  | { readonly kind: 'invalid'; readonly field: string; readonly problem: string }
  | { readonly kind: 'unknownAccount' }
  | { readonly kind: 'vault'; readonly why: 'pending' | 'unavailable' | 'wrongPassphrase' }
  | {
      readonly kind: 'disk'
      /** `inUse`: another Linekeeper has the data folder open. */
      readonly why: 'full' | 'readOnly' | 'damaged' | 'newer' | 'inUse' | 'other'
      readonly detail: string
    }

/** What the wall carries back. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** A failure on its way up through main; `app.invoke` turns it into a `Result` exactly once. */
export class FailureError extends Error {
  override readonly name = 'FailureError'
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options)
    this.failure = failure
  }
}

export const isFailure = (error: unknown): error is FailureError => error instanceof FailureError
