import type { Failure } from '../failure.ts'
import type { AccountId } from './account.ts'

/** What is read from one account, in this order; an account's provider has some of them. */
export const syncParts = [
  'routes',
  'numbers',
  'leaseConfigs',
  'numberDetails',
  'keywords',
  'doNotContact',
  'orders',
  'billing',
] as const
export type SyncPart = (typeof syncParts)[number]

export type SyncProgress = {
  readonly part: SyncPart
  readonly rowsRead: number
  /** Null: the provider does not say (Flowroute never does). */
  readonly rowsTotal: number | null
  readonly rowsPerSecond: number
  /** Null: cannot be told. */
  readonly leftMs: number | null
  /** Epoch ms until which the provider asked us to wait, or null. */
  readonly waitingUntil: number | null
}

/** A row that could not be read as documented; the rest of its list is unharmed. */
export type OddRow = {
  /** `callfire-v2 GET /numbers/leases items[3].leaseEnd: expected number`. Holds no secret. */
  readonly place: string
  /** True: kept with what could be read. False: it had no number at all. */
  readonly kept: boolean
}

export type SyncState = {
  readonly accountId: AccountId
  readonly phase: 'never' | 'running' | 'done' | 'failed' | 'cancelled' | 'paused'
  readonly progress: SyncProgress | null
  /** Epoch ms of the last sync that read the numbers to their end; what failed on its own beside them is in `partFailures`. */
  readonly lastDoneAt: number | null
  readonly lastTriedAt: number | null
  readonly failure: Failure | null
  /** Parts that failed on their own while the rest was read, with why. */
  readonly partFailures: readonly { readonly part: SyncPart; readonly failure: Failure }[]
  readonly odd: readonly OddRow[]
  readonly oddCount: number
  /** Counts of the last full sync. */
  readonly found: number
  readonly gone: number
  /** Its account was removed, and its rows are on their way out. */
  readonly removed?: boolean
}
