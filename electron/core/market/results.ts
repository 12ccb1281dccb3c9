import type { MarketResults, ResultsQuery } from '../../../shared/model/market.ts'
import { inBasket } from './basket.ts'
import { offerKey } from './finds.ts'
import type { Search } from './search.ts'
import { standings } from './standing.ts'
import type { MarketWorld } from './world.ts'

type Looked = {
  readonly world: Pick<MarketWorld, 'ports' | 'book'>
  readonly search: Search
  readonly watched: boolean
  readonly basket: ReadonlySet<string>
}

/** One window of a search's rows, each as it stands at this moment. */
export function resultsOf({ world, search, watched, basket }: Looked, query: ResultsQuery): MarketResults {
  const { ports, book } = world
  const rows = search.finds.sorted(query)
  const shown = rows.slice(query.offset, query.offset + query.limit)
  const standing = standings(
    ports.storage,
    shown.map(({ number }) => number),
  )
  return {
    searchId: search.id,
    query: search.query,
    askedAt: search.askedAt,
    parts: search.parts.filter(({ accountId }) => book.has(accountId)),
    rows: shown.map((row) => {
      const { standing: state, ownedBy } = standing(row.number)
      return { ...row, standing: inBasket(state, basket.has(offerKey(row))), ownedBy }
    }),
    offset: query.offset,
    total: rows.length,
    alternatives: search.hasNothing ? search.alternatives : [],
    watched,
  }
}
