import type { MarketQuery } from '../../../shared/model/market.ts'
import { explainPattern, type Pattern, readPattern } from '../../../shared/pattern.ts'
import { formatPrefix, prefixDigits } from './prefix.ts'

/** "local numbers in Seattle, WA, area code 206, that end with 2253 = CAKE"; to go on with in a sentence. */
export function describeQuery(query: MarketQuery): string {
  const { kind, city, state, zip, prefix, rateCenter, pattern } = query
  const place = [city, state.toUpperCase()].filter((part) => part !== '').join(', ')
  const digits = prefixDigits(prefix)
  const read = readPattern(pattern)
  const parts = [
    place && kind === 'local' ? `in ${place}` : '',
    zip && kind === 'local' ? `in ZIP ${zip}` : '',
    rateCenter && kind === 'local' ? `in the rate center ${rateCenter}` : '',
    digits === '' ? '' : digits.length > 3 ? `that begin with ${formatPrefix(digits)}` : `in area code ${digits}`,
    read.ok && read.pattern ? `that ${ofMany(explainPattern(read.pattern))}` : '',
  ]
  const said = parts.filter((part) => part !== '').join(', ')
  const what = kind === 'local' ? 'local numbers' : 'toll-free numbers'
  return said === '' ? what : `${what} ${said}`
}

const ofMany = (explained: string): string =>
  explained.replace(/\b(start|contain|end)s /g, '$1 ').replace(/\bis /g, 'are ')

/** The pattern as it may be typed anywhere else: without the digits that it starts with. */
export function withoutStart({ starts, contains, ends, words }: Pattern): string {
  const typed = (digits: string) => words.find((word) => word.digits === digits)?.word ?? digits
  if (starts === '' && ends === '') return contains.map(typed).join('*')
  return contains.length === 0 && ends === ''
    ? ''
    : ['', ...contains, ends].map((part) => part && typed(part)).join('*')
}

/** The longest of its parts, wherever it may stand. */
export function anywhere({ contains, ends, words }: Pattern): string {
  const [longest = ''] = [ends, ...contains].toSorted((a, b) => b.length - a.length)
  return words.find(({ digits }) => digits === longest)?.word ?? longest
}
