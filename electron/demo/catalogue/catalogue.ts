import { createExchanges, type Exchange } from './exchanges.ts'
import { type CarrierName, stockLines } from './lines.ts'
import { createOwned, type OwnedNumbers } from './owned.ts'
import { type FlowroutePrice, flowroutePrice } from './prices.ts'
import { type StockNumber, type StockSearch, searchStock } from './search.ts'
import { createStock, type Stock } from './stock.ts'
import { aliasOf, type Traits, traitsOf } from './traits.ts'

/** Sample numbers in real places. One seed gives one catalogue; what is not asked for is never made. */
export type Catalogue = {
  readonly seed: number
  /** Ascending by prefix. */
  readonly exchanges: readonly Exchange[]
  /** From eleven digits, or at least their first seven. Null: not in the catalogue. */
  exchangeOf(number: string): Exchange | null
  /** The numbers that an account holds at the start. No other carrier holds or sells them. */
  owned(carrier: CarrierName, count: number): OwnedNumbers
  /** A new stock, as it is at the start; it belongs to its caller. */
  stock(carrier: CarrierName): Stock
  /** Fitting numbers of that stock, ascending unless asked otherwise. */
  search(stock: Pick<Stock, 'lines'>, search: StockSearch): Generator<StockNumber>
  flowroutePrice(exchange: Exchange): FlowroutePrice
  traits(number: string): Traits
  /** A part of the traits, told faster. */
  alias(number: string): string | null
}

export function createCatalogue(seed: number): Catalogue {
  const exchanges = createExchanges(seed)
  const byPrefix = new Map(exchanges.map((exchange) => [exchange.prefix, exchange]))
  const prices = exchanges.map((exchange) => flowroutePrice(seed, exchange))
  const exchangeOf = (number: string) => byPrefix.get(number.slice(0, 7)) ?? null
  return {
    seed,
    exchanges,
    exchangeOf,
    owned: (carrier, count) => createOwned(seed, exchanges, carrier, count),
    stock: (carrier) => createStock((exchange) => stockLines(seed, exchange, carrier), exchangeOf),
    search: (stock, search) => searchStock(exchanges, stock, search),
    flowroutePrice: (exchange) => prices[exchange.index] ?? flowroutePrice(seed, exchange),
    alias: (number) => aliasOf(seed, number),
    traits: (number) => traitsOf(seed, number),
  }
}
