import type { MarketQuery } from '../../../shared/model/market.ts'
import type { Place } from '../../../shared/model/number.ts'
import type { Money } from '../../../shared/money.ts'
import { compareMoney, formatMoney } from '../../../shared/money.ts'
import { toPlaceName } from '../../../shared/place-name.ts'
import { age, count, inWords } from '../../words.ts'

/** `Seattle, WA · 206 · CAKE`: what was looked for, short enough for a line of a list. */
export function searchWords({ kind, city, state, zip, prefix, rateCenter, pattern }: MarketQuery): string {
  const place = [city, state.toUpperCase()].filter(Boolean).join(', ')
  const local = kind === 'local' ? [place, zip, rateCenter] : ['toll-free']
  const parts = [...local, prefix, pattern].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : 'any local number'
}

/** `just now`, `40 s ago`, `12 min ago`: of what is for sale, seconds count. */
export function seenAgo(then: number, now: number): string {
  const seconds = Math.floor(Math.max(0, now - then) / 1000)
  if (seconds < 5) return 'just now'
  return seconds < 60 ? `${seconds} s ago` : age(then, now)
}

/** A price that is not known beforehand is said, never 0. */
export const priceWords = (value: Money | null): string => (value ? formatMoney(value) : 'not known')

/** How what is known of a price stands to the most for one order; with prices missing, nobody can say that it is within. */
export function limitWords(known: Money, most: Money, isPart: boolean): string {
  const limit = `your ${formatMoney(most)} for one order`
  if (compareMoney(known, most) > 0) return `More than ${limit}`
  return isPart ? `Whether it is within ${limit} is not known` : `Within ${limit}`
}

/** `7 numbers`, `1,204 numbers`, `No numbers`. */
export const foundWords = (total: number): string =>
  total === 0 ? 'No numbers' : total === 1 ? '1 number' : `${count(total)} numbers`

/** `and two prices that are not known`; empty when all are. */
export const unknownWords = (unknown: number): string =>
  unknown === 0 ? '' : ` and ${inWords(unknown, 'price that is', 'prices that are')} not known`

/** `Seattle, WA`; empty where nothing is told. */
export const placeWords = (place: Place): string => toPlaceName(place) ?? ''
