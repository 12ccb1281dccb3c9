import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Exchange } from '../catalogue/exchanges.ts'
import type { Stock } from '../catalogue/stock.ts'
import type { CatalogueNumber, Region } from './documents.ts'
import { addMonth } from './months.ts'
import { Problem } from './problem.ts'
import { type Describe, fitsExchange, type RegionFilter } from './region.ts'

export type Market = {
  readonly stock: Stock
  local(filter: RegionFilter, limit: number): readonly string[]
  tollFree(pattern: string | undefined, limit: number): readonly string[]
  describe(number: string): CatalogueNumber
  regions(filter: RegionFilter, cityPrefix?: string, country?: string): readonly Region[]
  /** Somebody else buys it. False: it was not for sale. */
  sell(number: string): boolean
  /** A given-up number comes back for sale a month after its last day. */
  comeBackLater(number: string, endedAt: number): void
  /** Something would happen at the next `tick`. */
  isDue(now: number): boolean
  tick(now: number): void
}

const firstOf = <Item>(source: Iterator<Item>, limit: number): readonly Item[] => {
  const found: Item[] = []
  while (found.length < limit) {
    const next = source.next()
    if (next.done) break
    found.push(next.value)
  }
  return found
}

/** The nearest zip code, by its digits, that has something for sale and fits the rest of the filter. */
function nearestZip(exchanges: readonly Exchange[], stock: Stock, filter: RegionFilter): string | undefined {
  const { zipcode, ...rest } = filter
  const far = (zip: string | undefined) => Math.abs(Number(zip) - Number(zipcode))
  const candidates = exchanges.filter(
    (exchange) =>
      exchange.place?.country === 'US' &&
      fitsExchange({ ...rest, zipcode: undefined }, exchange) &&
      stock.left(exchange) > 0,
  )
  const sorted = candidates.map(({ place }) => place?.zip).sort((one, other) => far(one) - far(other))
  return sorted[0]
}

const digitsOf = (pattern: string | undefined): string => {
  if (pattern === undefined) return '1'
  if (!/^\d(?:\d|\*)\*$/.test(pattern)) {
    throw new Problem(400, `pattern should have exactly 3 characters and end with *, like 8** or 87*, not ${pattern}`)
  }
  return `1${pattern.replaceAll('*', '')}`
}

function createReturns(stock: Stock) {
  let waiting: readonly { readonly number: string; readonly at: number }[] = []
  return {
    add: (number: string, at: number) => {
      waiting = [...waiting, { number, at }]
    },
    isDue: (now: number) => waiting.some(({ at }) => at <= now),
    tick: (now: number) => {
      if (!waiting.some(({ at }) => at <= now)) return
      for (const { number, at } of waiting) if (at <= now) stock.putBack(number)
      waiting = waiting.filter(({ at }) => at > now)
    },
  }
}

export function createMarket(catalogue: Catalogue, { describe, regionOf }: Describe): Market {
  const stock = catalogue.stock('callfire')
  const returns = createReturns(stock)
  const find = (where: (exchange: Exchange) => boolean, limit: number, startsWith?: string) =>
    firstOf(catalogue.search(stock, { where, startsWith }), limit).map(({ number }) => number)
  const isLocal = (exchange: Exchange) => !exchange.tollFree
  return {
    stock,
    describe,
    local: (filter, limit) => {
      const fitting = find((exchange) => isLocal(exchange) && fitsExchange(filter, exchange), limit)
      if (fitting.length > 0 || filter.zipcode === undefined) return fitting
      const zipcode = nearestZip(catalogue.exchanges, stock, filter)
      if (zipcode === undefined) return []
      return find((exchange) => isLocal(exchange) && fitsExchange({ ...filter, zipcode }, exchange), limit)
    },
    tollFree: (pattern, limit) => find(({ tollFree }) => tollFree, limit, digitsOf(pattern)),
    regions: (filter, cityPrefix, country) =>
      catalogue.exchanges
        .filter(
          (exchange) =>
            fitsExchange(filter, exchange) &&
            (country === undefined || exchange.place?.country === country.toUpperCase()) &&
            (cityPrefix === undefined || exchange.place?.city.toUpperCase().startsWith(cityPrefix.toUpperCase())),
        )
        .flatMap((exchange) => regionOf(exchange) ?? []),
    sell: (number) => stock.take(number),
    comeBackLater: (number, endedAt) => returns.add(number, addMonth(endedAt)),
    isDue: returns.isDue,
    tick: returns.tick,
  }
}
