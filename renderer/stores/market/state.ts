import type { Failure } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type {
  Basket,
  MarketQuery,
  MarketResults,
  OfferKey,
  OfferRow,
  RecentSearch,
  ResultsQuery,
  SearchId,
  Suggestion,
  SuggestQuery,
} from '../../../shared/model/market.ts'
import type { ScreenStore } from '../store.ts'
import type { Windowed } from '../windowed/asking.ts'
import type { Range } from '../windowed/pages.ts'

export type OfferSort = ResultsQuery['sort']

/** A search whose results are shown, without its rows. */
export type ShownSearch = Omit<MarketResults, 'rows' | 'offset' | 'total'>

export type ShownOffer = OfferKey & { readonly display: string }

export type MarketState = Windowed<OfferRow> & {
  /** What the form says; a search takes it as it stands. */
  readonly form: MarketQuery
  readonly setForm: (part: Partial<MarketQuery>) => void
  /** Why the last search could not begin; an `invalid` names the field that it is about. */
  readonly searchFailure: Failure | null
  /** Asked for, and main has not answered yet. */
  readonly isStarting: boolean

  /** Null: nothing was asked yet, or nothing was ever searched, which `isNew` tells. */
  readonly shown: ShownSearch | null
  /** Null: not known yet. */
  readonly isNew: boolean | null
  readonly sort: OfferSort
  readonly direction: ResultsQuery['direction']
  readonly show: (range: Range) => void
  readonly sortBy: (sort: OfferSort) => void

  /** Reads what is kept; pushes are followed from then on. */
  readonly load: () => void
  readonly search: () => Promise<void>
  /** Puts a query into the form and searches for it. */
  readonly searchFor: (query: MarketQuery) => Promise<void>
  readonly stop: () => Promise<void>
  /** Shows an earlier search again, as it was found then. */
  readonly recall: (search: RecentSearch) => void
  readonly watch: (searchId: SearchId, watched: boolean) => Promise<Failure | null>
  readonly recent: readonly RecentSearch[]
  readonly forget: (searchId: SearchId) => Promise<Failure | null>

  readonly suggestions: { readonly field: SuggestQuery['field']; readonly items: readonly Suggestion[] } | null
  /** The answer to the latest text is the one that stays. */
  readonly suggest: (field: SuggestQuery['field'], text: string) => void

  /** Null: not read yet. */
  readonly basket: Basket | null
  /** Why it could not be read or cleared last; null: it could. */
  readonly basketFailure: Failure | null
  /** What went into the basket or out of it last, as a sentence: for those who do not see it there. */
  readonly said: string
  readonly add: (offers: readonly ShownOffer[]) => Promise<Failure | null>
  readonly remove: (offers: readonly ShownOffer[]) => Promise<Failure | null>
  /** Null: all accounts. */
  readonly clear: (accountId: AccountId | null) => Promise<Failure | null>
}

export type MarketStore = ScreenStore<MarketState>

/** What the parts of the store share: reading and setting its state. */
export type Inside = { readonly get: () => MarketState; readonly set: (part: Partial<MarketState>) => void }
