import type { Offer, OfferKey, OfferRow, ResultsQuery } from '../../../shared/model/market.ts'
import { addMoney, multiplyMoney, toMicros } from '../../../shared/money.ts'
import { findPattern, type Pattern, toNational } from '../../../shared/pattern.ts'
import { formatPhone, toDigits } from '../../../shared/phone.ts'
import { memorable } from './memorable.ts'
import { spellings } from './words.ts'

/** What is known of an offer without asking how it stands now. */
export type FindRow = Omit<OfferRow, 'standing' | 'ownedBy'>
type Find = { readonly row: FindRow; readonly digits: number; readonly price: number }
type Order = Pick<ResultsQuery, 'sort' | 'direction'>

export const offerKey = ({ accountId, number }: OfferKey): string => `${accountId} ${number}`

/**
 * The offers of one search. What a row shows is computed once, when its offer arrives, and an order is sorted once, when it is first
 * asked for after that; so a window costs no more than its own rows.
 */
export class Finds {
  readonly #pattern: Pattern | null
  readonly #finds = new Map<string, Find>()
  readonly #orders = new Map<string, readonly FindRow[]>()

  constructor(pattern: Pattern | null) {
    this.#pattern = pattern
  }

  get size(): number {
    return this.#finds.size
  }

  /** An offer that was seen before takes the place of its older self. */
  add(offers: readonly Offer[]): void {
    for (const offer of offers) this.#finds.set(offerKey(offer), toFind(offer, this.#pattern))
    this.#orders.clear()
  }

  /** Lets go of offers, such as those of an account that was read to the end without them. */
  drop(isGone: (row: FindRow) => boolean): void {
    const gone = this.rows.filter(isGone)
    for (const row of gone) this.#finds.delete(offerKey(row))
    if (gone.length > 0) this.#orders.clear()
  }

  get(key: OfferKey): FindRow | null {
    return this.#finds.get(offerKey(key))?.row ?? null
  }

  /** In the order in which they first came. */
  get rows(): readonly FindRow[] {
    return [...this.#finds.values()].map(({ row }) => row)
  }

  /** Ties stand by number, then in the order of the accounts' ids, whichever direction. Unknown prices come last in both. */
  sorted({ sort, direction }: Order): readonly FindRow[] {
    const name = `${sort} ${direction}`
    const known = this.#orders.get(name)
    if (known) return known
    const rows = toSorted([...this.#finds.values()], { sort, direction })
    this.#orders.set(name, rows)
    return rows
  }
}

function toSorted(finds: readonly Find[], { sort, direction }: Order): readonly FindRow[] {
  const up = direction === 'ascending'
  const byNumber = finds.toSorted(
    (a, b) => (sort === 'number' && !up ? b.digits - a.digits : a.digits - b.digits) || compareAccounts(a, b),
  )
  if (sort === 'memorable') {
    byNumber.sort((a, b) => (up ? a.row.memorable - b.row.memorable : b.row.memorable - a.row.memorable))
  }
  if (sort === 'price') byNumber.sort((a, b) => comparePrices(a.price, b.price, up))
  return byNumber.map(({ row }) => row)
}

const compareAccounts = (a: Find, b: Find): number => (a.row.accountId < b.row.accountId ? -1 : 1)

const unknownPrice = Number.POSITIVE_INFINITY

function comparePrices(a: number, b: number, up: boolean): number {
  if (a === b) return 0
  if (a === unknownPrice || b === unknownPrice) return a === unknownPrice ? 1 : -1
  return up ? a - b : b - a
}

function toFind(offer: Offer, pattern: Pattern | null): Find {
  const { number, setup, monthly } = offer
  const spelt = spellings(number, pattern)
  const firstYear = setup && monthly ? addMoney(setup, multiplyMoney(monthly, 12)) : null
  const display = formatPhone(number)
  const row = {
    ...offer,
    display,
    match: toMatch(number, display, pattern),
    words: spelt.map(({ word }) => word),
    memorable: memorable(number, spelt),
    firstYear,
  }
  return { row, digits: Number(toDigits(number)), price: firstYear ? toMicros(firstYear) : unknownPrice }
}

function toMatch(number: string, display: string, pattern: Pattern | null): OfferRow['match'] {
  const national = toNational(number)
  const span = pattern && national !== null ? findPattern(pattern, national) : null
  if (!span || span.from === span.to) return null
  const places = [...display.matchAll(/\d/g)].map(({ index }) => index)
  const [from, last] = [places[span.from], places[span.to - 1]]
  return from === undefined || last === undefined ? null : { from, to: last + 1 }
}
