import type { CountAsk, PurchaseKind } from '../../../shared/model/purchase.ts'
import { formatPhone } from '../../../shared/phone.ts'

/** As people read it: a number in its national format, a keyword as it is. */
export const displayOf = (kind: PurchaseKind, thing: string): string =>
  kind === 'keywords' ? thing : formatPhone(thing)

/** "1 number", "3 keywords". */
export const howMany = (kind: PurchaseKind, count: number): string =>
  `${count} ${kind === 'keywords' ? 'keyword' : 'number'}${count === 1 ? '' : 's'}`

/** "2 local and 1 toll-free number in Seattle, WA". */
export function askInWords({ local, tollFree, prefix, city, state, zip }: CountAsk): string {
  const kinds = [local > 0 ? `${local} local` : '', tollFree > 0 ? `${tollFree} toll-free` : '']
  const what = kinds.filter((part) => part !== '').join(' and ')
  const where = [[city, state].filter((part) => part !== '').join(', '), zip].filter((part) => part !== '').join(' ')
  const place = where === '' ? '' : ` in ${where}`
  const begins = prefix === '' ? '' : ` beginning with ${prefix}`
  return `${what} number${local + tollFree === 1 ? '' : 's'}${place}${begins}`
}

const mostNamed = 5

/** "A", "A and B", "A, B, C, D, E and 12 more". */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

/** "is" or "are", "has" or "have": after a count. */
export const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are')

const longestWords = 300

/** What somebody else said, in quotes and not too long. */
export function quoted(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  return `“${flat.length > longestWords ? `${flat.slice(0, longestWords)}…` : flat}”`
}
