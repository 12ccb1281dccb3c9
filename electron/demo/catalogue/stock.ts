import type { Exchange } from './exchanges.ts'

/** What a carrier sells at this moment. It changes by `take` and `putBack` only. */
export type Stock = {
  isForSale(number: string): boolean
  /** False: it was not for sale. */
  take(number: string): boolean
  /** False: the catalogue has no such exchange, or it is for sale already. */
  putBack(number: string): boolean
  /** How many are left there. */
  left(exchange: Exchange): number
  /** Ascending lines of the exchange that are for sale: 0 to 9999. */
  lines(exchange: Exchange): Uint16Array
}

const elevenDigits = /^1\d{10}$/

/** The lines that are for sale at the start are made when somebody first looks at their exchange. */
export function createStock(
  initial: (exchange: Exchange) => Uint16Array,
  exchangeOf: (number: string) => Exchange | null,
): Stock {
  const known = new Map<number, Uint16Array>()
  const lines = (exchange: Exchange) => {
    const found = known.get(exchange.index) ?? initial(exchange)
    known.set(exchange.index, found)
    return found
  }
  const find = (number: string) => {
    const exchange = elevenDigits.test(number) ? exchangeOf(number) : null
    return exchange && { exchange, line: Number(number.slice(7)) }
  }
  const isForSale = (number: string) => {
    const found = find(number)
    return found !== null && lines(found.exchange).includes(found.line)
  }
  const change = (number: string, changed: (lines: Uint16Array, line: number) => Uint16Array) => {
    const found = find(number)
    if (found) known.set(found.exchange.index, changed(lines(found.exchange), found.line))
    return found !== null
  }
  return {
    isForSale,
    lines,
    left: (exchange) => lines(exchange).length,
    take: (number) => isForSale(number) && change(number, (all, line) => all.filter((other) => other !== line)),
    putBack: (number) => !isForSale(number) && change(number, (all, line) => Uint16Array.of(...all, line).sort()),
  }
}
