import { FailureError } from '../../shared/failure.ts'
import type { CatalogueNumber } from '../../shared/model/market.ts'
import { findPattern, type Pattern, toNational } from '../../shared/pattern.ts'
import type { MarketAsk } from '../core/ports.ts'

/**
 * The digits that every wanted number begins with, without country code: the prefix and the pattern's beginning together.
 * Null: they exclude one another, so that no number fits.
 */
export function beginningOf({ prefix, pattern }: MarketAsk): string | null {
  const starts = pattern === null ? '' : startOf(pattern)
  const [short = '', long = ''] = [prefix ?? '', starts].toSorted((a, b) => a.length - b.length)
  return long.startsWith(short) ? long : null
}

/** Ten digits are a whole number, wherever the pattern has them. */
const startOf = ({ starts, contains, ends }: Pattern): string =>
  [starts, ...contains, ends].find((digits) => digits.length === 10) ?? starts

export const excluded = 'The area code or prefix and the pattern exclude one another, so no number can match.'

/** Whether a number is what was asked for, as far as its digits tell. */
export function fitsDigits({ number, kind }: CatalogueNumber, ask: MarketAsk, beginning: string): boolean {
  const national = toNational(number)
  if (national === null || kind !== ask.kind || !national.startsWith(beginning)) return false
  return ask.pattern === null || findPattern(ask.pattern, national) !== null
}

/** The pattern says more than how a number begins. */
export const hasMore = ({ pattern }: MarketAsk): boolean =>
  pattern !== null && (pattern.contains.length > 0 || pattern.ends !== '')

/** Two letters, upper case. Null: none was asked for. */
export function stateOf({ state }: MarketAsk): string | null {
  if (state === null) return null
  if (/^[a-z]{2}$/i.test(state)) return state.toUpperCase()
  throw new FailureError({
    kind: 'invalid',
    field: 'state',
    problem: 'Write the state with its two letters, such as WA.',
  })
}

/** What of a place was typed, in the words of the form; for a sentence about what could not be asked. */
export const placeWordsOf = ({ city, zip, state, rateCenter }: MarketAsk): readonly string[] =>
  Object.entries({ city, ZIP: zip, state, 'rate center': rateCenter }).flatMap(([word, typed]) => (typed ? [word] : []))

/** "city", "city and ZIP", "city, ZIP and state". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const tollFreePlaces = (ask: MarketAsk): string | null =>
  placeWordsOf(ask).length === 0
    ? null
    : `Toll-free numbers have no place, so the ${listed(placeWordsOf(ask))} did not count.`

/** Gives of some sentences those that were not told yet. */
export function createNotes(): (...notes: readonly (string | null)[]) => readonly string[] {
  const told = new Set<string>()
  return (...notes) =>
    notes.flatMap((note) => {
      if (note === null || told.has(note)) return []
      told.add(note)
      return [note]
    })
}

/** Gives of some numbers those that were not given yet, until there are enough. */
export function createTake(count: number) {
  const given = new Set<string>()
  const take = (numbers: readonly CatalogueNumber[]): readonly CatalogueNumber[] =>
    numbers.filter(({ number }) => {
      const isFresh = given.size < count && !given.has(number)
      if (isFresh) given.add(number)
      return isFresh
    })
  return { take, left: () => count - given.size }
}
