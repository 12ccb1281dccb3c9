import type { AccountId, ApiId, ConnectionReport, Credentials, FacetName } from '../../shared/model/account.ts'
import type { Billing } from '../../shared/model/billing.ts'
import type { DoNotContact } from '../../shared/model/do-not-contact.ts'
import type { OwnedKeyword } from '../../shared/model/keyword.ts'
import type { LeaseConfig } from '../../shared/model/lease-config.ts'
import type { AreaCode, CatalogueNumber, Exchange, MarketQuery, Region } from '../../shared/model/market.ts'
import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import type { ProviderOrder } from '../../shared/model/order.ts'
import type { CountAsk } from '../../shared/model/purchase.ts'
import type { EdgeStrategy, Route } from '../../shared/model/route.ts'
import type { OddRow } from '../../shared/model/sync.ts'
import type { Pattern } from '../../shared/pattern.ts'

/** One page of a list. A pull yields pages, in any order, and ends; or throws a FailureError: half a list is no list. */
export type Page<Item> = {
  readonly items: readonly Item[]
  readonly odd: readonly OddRow[]
  /** All rows of the list, null when the provider does not say. */
  readonly total: number | null
  /** True: the list may hold rows that no page has, because it kept changing while it was read. */
  readonly incomplete?: boolean
}

export type Pull<Item> = (signal: AbortSignal) => AsyncIterable<Page<Item>>

export type ConfigOf = { readonly number: string; readonly config: LeaseConfig }

/** A provider's API in our words. What an API lacks is absent. Every function throws FailureError. */
export type Provider = {
  readonly api: ApiId
  readonly facets: readonly FacetName[]
  /** Never throws for what a provider answers: each line says what worked and why not. */
  readonly check: (signal: AbortSignal) => Promise<ConnectionReport>
  readonly numbers: {
    readonly pull: Pull<OwnedNumber>
    /** One number as the provider lists it now, and where it rings if that comes with it; null: it does not list it. */
    readonly read: (
      number: string,
      signal: AbortSignal,
    ) => Promise<{ readonly number: OwnedNumber; readonly routing: NumberRouting | null } | null>
    /** What lists leave out (Flowroute: routes and prices), for these numbers, paced. A number that is gone is left out. */
    readonly pullDetails?: (numbers: readonly string[], signal: AbortSignal) => AsyncIterable<Page<NumberDetails>>
  }
  readonly leaseConfigs?: { readonly pull: Pull<ConfigOf> }
  readonly routes?: {
    readonly pull: Pull<Route>
    readonly edgeStrategies: (signal: AbortSignal) => Promise<readonly EdgeStrategy[]>
  }
  readonly keywords?: {
    readonly pull: Pull<OwnedKeyword>
    /** One lease as the provider lists it now; null: it does not. */
    readonly read: (keyword: string, signal: AbortSignal) => Promise<OwnedKeyword | null>
    /** Of these words (upper case), those that can be bought now. */
    readonly available: (words: readonly string[], signal: AbortSignal) => Promise<readonly string[]>
  }
  readonly doNotContact?: { readonly pull: Pull<DoNotContact> }
  readonly orders?: { readonly pull: Pull<ProviderOrder> }
  readonly billing?: { readonly read: (signal: AbortSignal) => Promise<Billing> }
  readonly market?: Market
  readonly buying?: Buying
  readonly leases?: Leases
  readonly settings?: NumberSettings
}

/** What is for sale. */
export type Market = {
  /** `city` is the whole name, `cityStarts` how it begins; `prefix` has 3 to 6 digits, without the country code. */
  readonly regions?: (
    query: {
      readonly city?: string
      readonly cityStarts?: string
      readonly state?: string
      readonly prefix?: string
    },
    signal: AbortSignal,
  ) => AsyncIterable<Page<Region>>
  readonly areaCodes?: Pull<AreaCode>
  readonly exchanges?: (areaCode: string | null, signal: AbortSignal) => AsyncIterable<Page<Exchange>>
  /** Ends when `count` numbers were given, or the provider has no more. Only numbers that match all of the ask. */
  readonly search: (ask: MarketAsk, signal: AbortSignal) => AsyncIterable<OfferPage>
  /** Asks again for just these: those that are still for sale, with today's prices. */
  readonly recheck: (numbers: readonly string[], signal: AbortSignal) => Promise<readonly CatalogueNumber[]>
}

/** A search in the provider's terms: texts trimmed, empty ones null, the pattern read. */
export type MarketAsk = {
  readonly kind: MarketQuery['kind']
  readonly city: string | null
  readonly state: string | null
  readonly zip: string | null
  /** 3 to 6 digits, without the country code. */
  readonly prefix: string | null
  readonly rateCenter: string | null
  readonly pattern: Pattern | null
  readonly count: number
}

export type OfferPage = {
  readonly items: readonly CatalogueNumber[]
  readonly odd: readonly OddRow[]
  /** Whole sentences for the person, each told once: what could not be asked, and what was filtered here instead. */
  readonly notes: readonly string[]
}

/**
 * Everything here spends or gives up for good. Each call sends one request, once, and is never repeated by anybody. Throws
 * FailureError, and what its kind means is exact:
 * - `refused`, `forbidden`, `notFound`, `unauthorized`: the provider's own no, in its own error document; nothing happened.
 *   `busy`: it refused to listen (429); with `held`, it asked earlier for a pause so long that the request was not even sent.
 * - `offline`, `tlsUntrusted`, `keysMissing`, `invalid`, `cancelled`: the request surely never left.
 * - everything else may have happened. `unsure`: no answer, half of one, or one that is not the provider's (a web page, a
 *   redirect, a refusal in somebody else's words, a 2xx with a body that cannot be read). `broken`: its fault, a 5xx.
 * A 2xx of the provider itself never throws: it happened, or will, even when the answer does not name the order.
 */
export type Buying = {
  /** One order for several things, worked off later (CallFire); absent: numbers are bought one by one. */
  readonly order?: {
    readonly place: (ask: OrderAsk, signal: AbortSignal) => Promise<Placed>
    /** Null: the provider does not know this order (any more). */
    readonly read: (id: string, signal: AbortSignal) => Promise<ProviderOrder | null>
    /** The newest orders of the account, newest first; null: this account's API has no such list. */
    readonly recent: (signal: AbortSignal) => Promise<readonly ProviderOrder[] | null>
  }
  /** Buys one number (Flowroute). */
  readonly buyOne?: (number: string, signal: AbortSignal) => Promise<Placed>
  /** Gives a number up at once (Flowroute). */
  readonly release?: (number: string, signal: AbortSignal) => Promise<Placed>
}
export type OrderAsk =
  | { readonly kind: 'numbers'; readonly numbers: readonly string[] }
  | { readonly kind: 'count'; readonly ask: CountAsk }
  | { readonly kind: 'keywords'; readonly keywords: readonly string[] }
export type Placed = {
  readonly orderId: string | null
  /** A whole sentence about half a success ("Bought, but texting is not on yet"); null: nothing to tell. */
  readonly warning: string | null
  /** The answer without secrets, shortened, for the timeline. */
  readonly answer: string | null
}

/** Writes of what should be true: they may be sent twice. */
export type Leases = {
  readonly setAutoRenew: (
    thing: { readonly kind: 'number' | 'keyword'; readonly thing: string },
    autoRenew: boolean,
    signal: AbortSignal,
  ) => Promise<void>
}
export type NumberSettings = {
  /** Puts back what this provider can hold of it: config, routes, alias. A whole sentence for each part that it cannot. */
  readonly restore: (
    number: string,
    settings: {
      readonly snapshot: OwnedNumber
      readonly routing: NumberRouting | null
      readonly routes: readonly Route[]
    },
    signal: AbortSignal,
  ) => Promise<readonly string[]>
}

/** A detail read gives the whole number again and where it rings. */
export type NumberDetails = { readonly number: OwnedNumber; readonly routing: NumberRouting }

export type ProviderContext = {
  readonly accountId: AccountId | null
  readonly api: ApiId
  /** Base address without a trailing slash; null: the provider's own. */
  readonly address: string | null
  /** Asked for each request, so that replaced keys count at once. Throws FailureError `keysMissing`. */
  readonly credentials: () => Promise<Credentials>
  /** A provider asked us to wait until this time (epoch ms); null: no longer. */
  readonly onWait: (until: number | null) => void
}

export type CreateProvider = (context: ProviderContext) => Provider
/** What an API has, without an account; for screens. */
export type FacetsOf = (api: ApiId) => readonly FacetName[]
