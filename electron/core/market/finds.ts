import type { Offer, OfferKey, OfferRow, ResultsQuery } from '../../../shared/model/market.ts'
import { addMoney, multiplyMoney, toMicros } from '../../../shared/money.ts'
import { findPattern, type Pattern, toNational } from '../../../shared/pattern.ts'
import { formatPhone, toDigits } from '../../../shared/phone.ts'
import { memorable } from './memorable.ts'
import { spellings } from './words.ts'

/** What is known of an offer without asking how it stands now. */
export type FindRow = Omit<OfferRow, 'standing' | 'ownedBy'>
type Find = { readonly row: FindRow; readonly digits: number; readonly price: number }
type Priced = Pick<FindRow, 'firstYear'> & { readonly price: number }
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
  readonly #firstYears = new Map<string, Priced>()
  #byNumber: readonly Find[] | null = null

  constructor(pattern: Pattern | null) {
    this.#pattern = pattern
  }

  get size(): number {
    return this.#finds.size
  }

  /** An offer that was seen before takes the place of its older self. */
  add(offers: readonly Offer[]): void {
    for (const offer of offers) this.#finds.set(offerKey(offer), toFind(offer, this.#pattern, this.#priced(offer)))
    if (offers.length > 0) this.#changed()
  }

  /** Rows of an earlier run of the same search, as they are; to be called before anything new comes. */
  inherit(earlier: Finds, isWanted: (row: FindRow) => boolean): void {
    for (const [key, find] of earlier.#finds) if (isWanted(find.row)) this.#finds.set(key, find)
    this.#changed()
  }

  /** Lets go of offers, such as those of an account that was read to the end without them. */
  drop(isGone: (row: FindRow) => boolean): void {
    const before = this.#finds.size
    for (const [key, { row }] of this.#finds) if (isGone(row)) this.#finds.delete(key)
    if (this.#finds.size < before) this.#changed()
  }

  get(key: OfferKey): FindRow | null {
    return this.#finds.get(offerKey(key))?.row ?? null
  }

  /** In the order in which they first came. */
  get rows(): readonly FindRow[] {
    return [...this.#finds.values()].map(({ row }) => row)
  }

  /** Ties stand by number, then by the accounts' ids, whichever direction. Unknown prices come last in both. */
  sorted(order: Order): readonly FindRow[] {
    const name = `${order.sort} ${order.direction}`
    const rows = this.#orders.get(name) ?? this.#inOrder(order).map(({ row }) => row)
    this.#orders.set(name, rows)
    return rows
  }

  #inOrder({ sort, direction }: Order): readonly Find[] {
    const up = direction === 'ascending'
    this.#byNumber ??= [...this.#finds.values()].sort(byNumber)
    if (sort === 'number') return up ? this.#byNumber : this.#byNumber.toSorted((a, b) => b.digits - a.digits)
    return byKey(this.#byNumber, sort === 'price' ? ({ price }) => price : ({ row }) => row.memorable, up)
  }

  /** Carriers have few prices, and many numbers at each. */
  #priced(offer: Offer): Priced {
    const name = `${offer.setup?.amount} ${offer.monthly?.amount}`
    const known = this.#firstYears.get(name) ?? toPriced(offer)
    this.#firstYears.set(name, known)
    return known
  }

  #changed(): void {
    this.#byNumber = null
    this.#orders.clear()
  }
}

/** By number, and where two accounts offer one, by the accounts' ids. */
const byNumber = (a: Find, b: Find): number => a.digits - b.digits || (a.row.accountId < b.row.accountId ? -1 : 1)

const unknownPrice = Number.POSITIVE_INFINITY

/** Of finds that stand by number: few share no key, so whole groups are put in order, and each stays as it stood. */
function byKey(finds: readonly Find[], keyOf: (find: Find) => number, up: boolean): readonly Find[] {
  const groups = Map.groupBy(finds, keyOf)
  const known = [...groups.keys()].filter((key) => key !== unknownPrice).toSorted((a, b) => (up ? a - b : b - a))
  return [...known, unknownPrice].flatMap((key) => groups.get(key) ?? [])
}

function toFind(offer: Offer, pattern: Pattern | null, { firstYear, price }: Priced): Find {
  const { number } = offer
  const spelt = spellings(number, pattern)
  const row = {
    ...offer,
    display: formatPhone(number),
    match: toMatch(number, pattern),
    words: spelt.map(({ word }) => word),
    memorable: memorable(number, spelt),
    firstYear,
  }
  return { row, digits: Number(toDigits(number)), price }
}

function toPriced({ setup, monthly }: Offer): Priced {
  const firstYear = setup && monthly ? addMoney(setup, multiplyMoney(monthly, 12)) : null
  return { firstYear, price: firstYear ? toMicros(firstYear) : unknownPrice }
}

function toMatch(number: string, pattern: Pattern | null): OfferRow['match'] {
  const national = toNational(number)
  const span = pattern && national !== null ? findPattern(pattern, national) : null
  return span && span.from < span.to ? { from: placeOf(span.from), to: placeOf(span.to - 1) + 1 } : null
}

/** Where a digit of ten stands in `(206) 555-0143`. */
const placeOf = (digit: number): number => digit + (digit < 3 ? 1 : digit < 6 ? 3 : 4)
