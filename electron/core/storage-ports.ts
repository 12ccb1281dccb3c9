import type { CalendarDay } from '../../shared/calendar.ts'
import type { Holdings } from '../../shared/contract.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Billing } from '../../shared/model/billing.ts'
import type { DoNotContact } from '../../shared/model/do-not-contact.ts'
import type { KeywordsQuery, KeywordWindow, OwnedKeyword } from '../../shared/model/keyword.ts'
import type { RestorePoint } from '../../shared/model/lease.ts'
import type { MarketQuery, Offer, OfferKey, SearchId, SearchPart } from '../../shared/model/market.ts'
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
import type {
  ItemState,
  OrdersQuery,
  OrdersWindow,
  Purchase,
  PurchaseEvent,
  PurchaseId,
  PurchaseItem,
} from '../../shared/model/purchase.ts'
import type { EdgeStrategy, Route } from '../../shared/model/route.ts'
import type { Notice } from '../../shared/model/settings.ts'
import type { SyncPart, SyncState } from '../../shared/model/sync.ts'
import type { Money } from '../../shared/money.ts'

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
  /** Of these numbers, the accounts that own them. */
  readonly owners: (numbers: readonly string[]) => ReadonlyMap<string, AccountId>
  readonly saveNumbers: (run: SyncRun, numbers: readonly OwnedNumber[]) => void
  readonly saveRoutings: (run: SyncRun, routings: readonly RoutingOf[]) => void
  /** Numbers together with where they ring: computed and written once. */
  readonly saveDetails: (run: SyncRun, details: readonly DetailsOf[]) => void
  /** Marks numbers that were given up gone on this day, as the end of a sync would; those not known here are passed over. */
  readonly markGone: (accountId: AccountId, numbers: readonly string[], on: CalendarDay) => void
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
  readonly keywords: (query: KeywordsQuery) => KeywordWindow
  /** Null: not known here. */
  readonly keyword: (accountId: AccountId, keyword: string) => OwnedKeyword | null
  /** What an order of this kind last cost apiece at this account, as its orders say; null: none says. */
  readonly lastUnitCost: (accountId: AccountId, kind: 'local' | 'tollFree' | 'keyword') => Money | null
}

/**
 * Purchases and releases. What `begin` and `change` write is on the disk (`synchronous=FULL`) when they return, each in one
 * transaction, events with it.
 */
export type OrderJournal = {
  /**
   * Throws FailureError `invalid` (field `things`) when another purchase that is still open, in whatever account, names one of
   * the things, and writes nothing then.
   */
  readonly begin: (purchase: NewPurchase) => void
  readonly change: (id: PurchaseId, change: PurchaseChange) => void
  readonly get: (id: PurchaseId) => StoredPurchase | null
  readonly events: (id: PurchaseId) => readonly PurchaseEvent[]
  /** Those that are not settled, oldest first. */
  readonly open: () => readonly StoredPurchase[]
  /** Of these things, those that an open purchase locks. */
  readonly locked: (things: readonly string[]) => readonly { readonly thing: string; readonly purchaseId: PurchaseId }[]
  /** Purchases made here and orders made elsewhere in one list, newest first. `monthOf` gives `2026-11` of an instant. */
  readonly query: (query: OrdersQuery, monthOf: (epochMs: number) => string) => OrdersWindow
  /** Set-up and first month of what was bought or is being checked, begun within [from, to) in epoch ms. */
  readonly spent: (
    accountId: AccountId,
    from: number,
    to: number,
  ) => { readonly known: Money; readonly unknown: number }
}

/** With what only settling needs. */
export type StoredPurchase = Purchase & {
  /** Things that the account owned before an order by count, and its orders then; null: not asked. */
  readonly before: { readonly things: readonly string[]; readonly orders: readonly string[] | null } | null
  /** Slots that the provider answered with no. Such an item is refused as soon as a look shows that it did not happen. */
  readonly noes: readonly number[]
}
export type NewPurchase = Pick<
  StoredPurchase,
  'id' | 'accountId' | 'accountName' | 'api' | 'kind' | 'createdAt' | 'count' | 'before'
> & {
  readonly items: readonly Pick<PurchaseItem, 'slot' | 'thing' | 'state' | 'setup' | 'monthly'>[]
  readonly events: readonly PurchaseEvent[]
}
export type PurchaseChange = {
  readonly orderId?: string
  readonly total?: Money
  readonly settledAt?: number | null
  readonly lookAt?: number | null
  readonly items?: readonly {
    readonly slot: number
    /** Epoch ms of this change. */
    readonly at: number
    readonly thing?: string
    readonly state?: ItemState
    readonly said?: string | null
    readonly setup?: Money | null
    readonly letGo?: boolean
    /** The provider answered no; kept from then on (`StoredPurchase.noes`). */
    readonly saidNo?: boolean
  }[]
  readonly events?: readonly PurchaseEvent[]
}

export type StoredSearch = {
  readonly searchId: SearchId
  readonly query: MarketQuery
  readonly askedAt: number
  readonly parts: readonly SearchPart[]
  readonly watched: boolean
  readonly found: number
}

/** Searches and the basket; what is for sale is only ever as good as its age. */
export type MarketStore = {
  /** Replaces what is stored of this search; of all but the newest few and the watched ones the offers are dropped, and old searches go. */
  readonly saveSearch: (search: StoredSearch, offers: readonly Offer[]) => void
  /** Newest first. */
  readonly searches: () => readonly StoredSearch[]
  readonly offers: (searchId: SearchId) => readonly Offer[]
  readonly setWatched: (searchId: SearchId, watched: boolean) => void
  readonly forgetSearch: (searchId: SearchId) => void
  readonly basket: () => readonly (Offer & { readonly addedAt: number })[]
  readonly addToBasket: (offers: readonly Offer[], now: number) => void
  readonly removeFromBasket: (offers: readonly OfferKey[]) => void
  readonly clearBasket: (accountId: AccountId | null) => void
}

export type RestoreStore = {
  readonly save: (point: RestorePoint) => void
  /** Newest first, of whatever account. */
  readonly of: (number: string) => readonly RestorePoint[]
  readonly get: (pointId: string) => RestorePoint | null
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
  /** For what is read outside of a sync: stamped so that a sync that runs now does not take it for gone. */
  readonly current: (accountId: AccountId, now: number) => SyncRun
  /** The run is over: a later `begin` starts a new one. */
  readonly end: (run: SyncRun) => void
  readonly saveState: (state: SyncState) => void
  readonly states: () => readonly SyncState[]
}

export type Storage = {
  readonly numbers: NumberStore
  readonly lists: ListStore
  readonly sync: SyncStore
  readonly orders: OrderJournal
  readonly market: MarketStore
  readonly restorePoints: RestoreStore
  readonly holdings: (accountId: AccountId) => Holdings
  /** Deletes rows of the account, at most `limit` a call; true while some are left. */
  readonly forget: (accountId: AccountId, limit: number) => boolean
  readonly notices: readonly Notice[]
  /** Checkpoints the write-ahead log and closes. */
  readonly close: () => void
}
