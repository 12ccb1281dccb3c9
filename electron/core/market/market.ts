import type {
  MarketResults,
  Offer,
  OfferKey,
  ResultsQuery,
  Suggestion,
  SuggestQuery,
} from '../../../shared/model/market.ts'
import { WishBasket } from './basket.ts'
import { offerKey } from './finds.ts'
import { KeptSearches } from './kept.ts'
import { resultsOf } from './results.ts'
import { Searches } from './searches.ts'
import { Suggestions } from './suggestions.ts'
import { Watches } from './watches.ts'
import type { MarketWorld } from './world.ts'

/** Finding numbers and wishing for them. */
export type Market = {
  readonly searches: Searches
  readonly basket: WishBasket
  readonly results: (query: ResultsQuery) => Promise<MarketResults | null>
  /** As a kept search last saw it, with the price of then; null: none has. */
  readonly seen: (key: OfferKey) => Offer | null
  readonly suggest: (query: SuggestQuery) => Promise<readonly Suggestion[]>
  /** To be called when numbers turned out to be owned: they leave the basket. */
  readonly bought: (numbers: readonly string[]) => void
  /** To be called after first paint: watched searches are asked again from time to time. */
  readonly start: () => void
  /** Resolves when nothing is asked any more and what was found is stored; the world's `stopping` comes first. */
  readonly settled: () => Promise<void>
}

export function createMarket(world: MarketWorld): Market {
  const kept = new KeptSearches(world)
  const searches = new Searches(world, kept)
  const basket = new WishBasket(world, (keys) => searches.offers(keys))
  const watches = new Watches(world, kept, searches)
  const suggestions = new Suggestions(world)
  return {
    searches,
    basket,
    results: async (query) => {
      const search = await searches.find(query.searchId)
      return search && resultsOf({ world, search, watched: kept.isWatched(search.id), basket: basket.keys() }, query)
    },
    seen: (key) => searches.offers([key]).get(offerKey(key)) ?? null,
    suggest: (query) => suggestions.ask(query),
    bought: (numbers) => basket.bought(numbers),
    start: () => watches.start(),
    settled: async () => {
      await Promise.all([searches.settled(), watches.settled()])
    },
  }
}
