import { problemOf } from './words.ts'

const fronts = ['GO', 'MY', 'GET'] as const
const ends = ['NOW', 'US', 'TEXT'] as const

/** More than this is not asked about in one question; the likeliest come first. */
const askedAtMost = 60

/**
 * Words close to those that are taken: the plural or singular, a prefix or suffix, a city of the account. The best of every word
 * come before the second best of any.
 */
export function candidatesFor(taken: readonly string[], cities: readonly string[]): readonly string[] {
  const lists = taken.map((word) => around(word, cities))
  const rounds = Math.max(0, ...lists.map((list) => list.length))
  const inTurn = Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat()
  return [...new Set(inTurn)].filter((word) => problemOf(word) === null).slice(0, askedAtMost)
}

function around(word: string, cities: readonly string[]): readonly string[] {
  const places = cities.map(toWord).filter((city) => city !== '' && !word.includes(city))
  return [
    otherNumberOf(word),
    ...places.map((city) => word + city),
    ...fronts.map((front) => front + word),
    ...ends.map((end) => word + end),
  ]
}

/** Good enough for a shop's words: CAKE and CAKES, BERRY and BERRIES, DISH and DISHES. */
function otherNumberOf(word: string): string {
  if (/[^AEIOU]IES$/.test(word)) return `${word.slice(0, -3)}Y`
  if (/(S|X|Z|CH|SH)ES$/.test(word)) return word.slice(0, -2)
  if (/[^S]S$/.test(word)) return word.slice(0, -1)
  if (/[^AEIOU]Y$/.test(word)) return `${word.slice(0, -1)}IES`
  return word + (/(S|X|Z|CH|SH)$/.test(word) ? 'ES' : 'S')
}

const toWord = (city: string): string =>
  city
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
