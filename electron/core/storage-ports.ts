import type { CalendarDay } from '../../shared/calendar.ts'
import type { Holdings } from '../../shared/contract.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Billing } from '../../shared/model/billing.ts'
import type { DoNotContact } from '../../shared/model/do-not-contact.ts'
import type { OwnedKeyword } from '../../shared/model/keyword.ts'
import type {
  NumberCounts,
  NumberCountsQuery,
  NumberDetail,
  NumberKey,
  NumberQuery,
  NumberRouting,
  NumberWindow,
  OwnedNumber,
  Rings,
} from '../../shared/model/number.ts'
import type { ProviderOrder } from '../../shared/model/order.ts'
import type { EdgeStrategy, Route } from '../../shared/model/route.ts'
import type { Notice } from '../../shared/model/settings.ts'
import type { SyncPart, SyncState } from '../../shared/model/sync.ts'

export type RoutingOf = { readonly number: string; readonly routing: NumberRouting }
export type DetailsOf = { readonly number: OwnedNumber; readonly routing: NumberRouting }

/** What core computes from a snapshot for the columns that are sorted, filtered and searched. */
export type Projection = {
  readonly display: string
  readonly place: string | null
  readonly rings: Rings
  /** Everything that a search may find, folded (shared/fold.ts), a line a part; the number's own digits are the first line. */
  readonly searchText: string
}

export type Project = (input: {
  readonly number: OwnedNumber
  readonly routing: NumberRouting | null
  readonly route: (id: string) => Route | null
}) => Projection

/** All calls are synchronous and short; callers hand in at most `maxChunk` rows at a time and let the loop breathe between. */
export type NumberStore = {
  readonly maxChunk: number
  /** Names are searched and sorted by; to be called when accounts change. Cheap however many numbers there are. */
  readonly nameAccounts: (accounts: readonly { readonly accountId: AccountId; readonly name: string }[]) => void
  readonly query: (query: NumberQuery) => NumberWindow
  readonly counts: (query: NumberCountsQuery) => NumberCounts
  readonly get: (key: NumberKey) => NumberDetail | null
  readonly saveNumbers: (run: SyncRun, numbers: readonly OwnedNumber[]) => void
  readonly saveRoutings: (run: SyncRun, routings: readonly RoutingOf[]) => void
  /** Numbers together with where they ring: computed and written once. */
  readonly saveDetails: (run: SyncRun, details: readonly DetailsOf[]) => void
  readonly saveRoutes: (run: SyncRun, routes: readonly Route[], edges: readonly EdgeStrategy[]) => void
  /** Projects numbers again whose routes changed since, at most `limit` a call; true while some are left. */
  readonly reproject: (accountId: AccountId, limit: number) => boolean
  /** Numbers of this account still owned whose routing was not read in this run: never read first, then newest bought or listed first. */
  readonly withoutDetails: (run: SyncRun, limit: number, after: string | null) => readonly string[]
}

export type ListStore = {
  readonly saveKeywords: (run: SyncRun, keywords: readonly OwnedKeyword[]) => void
  readonly saveDoNotContact: (run: SyncRun, entries: readonly DoNotContact[]) => void
  readonly saveOrders: (run: SyncRun, orders: readonly ProviderOrder[]) => void
  readonly saveBilling: (run: SyncRun, billing: Billing) => void
}

/** One sync of one account. Rows written carry its generation; `finishPart` marks what older generations left behind. */
export type SyncRun = {
  readonly accountId: AccountId
  readonly generation: number
  /** Epoch ms. */
  readonly readAt: number
}

export type SyncStore = {
  /** A new run, or the one that a crash interrupted (same generation, the parts that it finished). */
  readonly begin: (
    accountId: AccountId,
    now: number,
  ) => {
    readonly run: SyncRun
    readonly finishedParts: readonly SyncPart[]
    /** Epoch ms at which the run first began, before it was interrupted; left out: now. */
    readonly startedAt?: number
  }
  /** True when the lists of this run so far lack a row of an older generation that is not marked gone yet. */
  readonly isAnyMissing: (run: SyncRun, part: SyncPart) => boolean
  /** Marks rows of older generations gone on this day, at most `limit` a call; `left` tells whether to call again. */
  readonly finishPart: (
    run: SyncRun,
    part: SyncPart,
    on: CalendarDay,
    limit: number,
  ) => { readonly gone: number; readonly left: boolean }
  /** The run is over: a later `begin` starts a new one. */
  readonly end: (run: SyncRun) => void
  readonly saveState: (state: SyncState) => void
  readonly states: () => readonly SyncState[]
}

export type Storage = {
  readonly numbers: NumberStore
  readonly lists: ListStore
  readonly sync: SyncStore
  readonly holdings: (accountId: AccountId) => Holdings
  /** Deletes rows of the account, at most `limit` a call; true while some are left. */
  readonly forget: (accountId: AccountId, limit: number) => boolean
  readonly notices: readonly Notice[]
  /** Checkpoints the write-ahead log and closes. */
  readonly close: () => void
}
