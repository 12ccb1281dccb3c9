import { z } from 'zod'
import type { Failure } from '../failure.ts'
import { largestSearch } from '../limits.ts'
import type { Money } from '../money.ts'
import { type AccountId, accountId } from './account.ts'
import type { NumberKind, Place } from './number.ts'

/** A CallFire region: what its number catalogue knows of a prefix. */
export type Region = Place & { readonly latitude: number | null; readonly longitude: number | null }

/** Flowroute: three digits that have stock. */
export type AreaCode = { readonly areaCode: string }

/** Flowroute: NPA and NXX, six digits, that have stock. */
export type Exchange = { readonly areaCode: string; readonly exchange: string }

/** A number as a provider's catalogue shows it for sale. Nothing is reserved by that. */
export type CatalogueNumber = {
  /** E.164 with plus. */
  readonly number: string
  readonly kind: NumberKind
  readonly place: Place
  /** Decimal USD; null: the price is not known beforehand. Never 0 for that. */
  readonly setup: Money | null
  readonly monthly: Money | null
}

/** Seen for sale by this account, which would be the one to buy it. */
export type Offer = CatalogueNumber & {
  readonly accountId: AccountId
  /** Epoch ms. */
  readonly seenAt: number
}
export type OfferKey = { readonly accountId: AccountId; readonly number: string }

const text = z.string().trim().max(60, 'Use 60 signs at most.')
export const marketKinds = ['local', 'tollFree'] as const

/** What a person looks for. Empty texts do not restrict; members combine with AND. */
export const marketQuery = z.object({
  kind: z.enum(marketKinds),
  city: text,
  /** Two letters. */
  state: text,
  zip: text,
  /** Area code, or area code and exchange: up to six digits, without the country code. */
  prefix: text,
  rateCenter: text,
  /** As typed; `shared/pattern.ts` reads it. */
  pattern: z.string().max(200, 'Shorten the pattern: a number has ten digits.'),
  /** How many numbers are looked for at each account. */
  count: z
    .number('How many must be a whole number, such as 50.')
    .int('How many must be a whole number, such as 50.')
    .min(1, 'Look for at least one number.')
    .max(largestSearch, 'Look for 5,000 numbers at most.'),
  /** Empty: every account that can be searched. */
  accountIds: z.array(accountId).max(500),
})
export type MarketQuery = z.infer<typeof marketQuery>

export type SearchId = string

/** How one account's part of a search stands. */
export type SearchPart = {
  readonly accountId: AccountId
  readonly state: 'searching' | 'done' | 'failed' | 'stopped'
  readonly found: number
  readonly failure: Failure | null
  /** Whole sentences: what this provider cannot be asked, and what was filtered here instead. */
  readonly notes: readonly string[]
}

/** `checking`: a purchase of it is open, in whatever account. */
export type OfferStanding = 'free' | 'inBasket' | 'yours' | 'checking'

export type OfferRow = Offer & {
  /** National format. */
  readonly display: string
  /** Where in `display` the pattern was found: `from` with, `to` without. */
  readonly match: { readonly from: number; readonly to: number } | null
  /** Words that its digits spell, the longest first, upper case. */
  readonly words: readonly string[]
  /** Higher is easier to remember; only good for comparing. */
  readonly memorable: number
  /** Set-up and twelve months; null: not known. */
  readonly firstYear: Money | null
  readonly standing: OfferStanding
  /** The account that owns it already. */
  readonly ownedBy: AccountId | null
}

/** Another search that may find something, the nearest first. */
export type Alternative = { readonly sentence: string; readonly query: MarketQuery }

export const offerSorts = ['memorable', 'number', 'price'] as const
export const resultsQuery = z.object({
  /** Null: the latest search, of an earlier run of the app too. */
  searchId: z.string().max(64).nullable(),
  sort: z.enum(offerSorts),
  direction: z.enum(['ascending', 'descending']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})
export type ResultsQuery = z.infer<typeof resultsQuery>

export type MarketResults = {
  readonly searchId: SearchId
  readonly query: MarketQuery
  /** Epoch ms. */
  readonly askedAt: number
  readonly parts: readonly SearchPart[]
  readonly rows: readonly OfferRow[]
  readonly offset: number
  readonly total: number
  /** Only when every part is over and nothing was found. */
  readonly alternatives: readonly Alternative[]
  readonly watched: boolean
}

export type RecentSearch = {
  readonly searchId: SearchId
  readonly query: MarketQuery
  readonly askedAt: number
  readonly found: number
  /** Asked again now and then while the app is open; a notice tells when something is found. */
  readonly watched: boolean
}

/** What may complete a typed place or prefix. */
export type Suggestion = {
  /** "Seattle, WA", "206", "206 555". */
  readonly label: string
  readonly set: Partial<Pick<MarketQuery, 'city' | 'state' | 'zip' | 'prefix' | 'rateCenter'>>
  readonly accountId: AccountId
}
export const suggestQuery = z.object({
  field: z.enum(['city', 'prefix']),
  text,
  accountIds: z.array(accountId).max(500),
})
export type SuggestQuery = z.infer<typeof suggestQuery>

export const offerKeys = z.array(z.object({ accountId, number: z.string().min(2).max(20) })).max(1000)

export type BasketLine = Offer & {
  readonly display: string
  /** Epoch ms. */
  readonly addedAt: number
  readonly standing: Exclude<OfferStanding, 'inBasket'>
}

/** What an account may spend and has spent, decimal USD. Null: no cap. */
export type Budget = {
  readonly perOrder: Money | null
  readonly perMonth: Money | null
  /** In this calendar month, on what was bought or is being checked, as far as prices are known. */
  readonly spent: Money
  readonly spentUnknown: number
}

export type AccountBudget = Budget & { readonly accountId: AccountId }

export type BasketGroup = {
  readonly accountId: AccountId
  readonly lines: readonly BasketLine[]
  /** Sums of the known prices, and how many lines have none. */
  readonly setup: Money
  readonly monthly: Money
  readonly unknownPrices: number
  readonly budget: Budget
}
export type Basket = { readonly groups: readonly BasketGroup[]; readonly count: number }
