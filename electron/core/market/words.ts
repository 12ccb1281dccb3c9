import { type Pattern, toNational } from '../../../shared/pattern.ts'
import { wordToDigits } from '../../../shared/phone.ts'
import { foodWords, livingWords, plainWords } from './words-life.ts'
import { workWords } from './words-work.ts'

/** A word and where its digits lie among those of the number: `from` with, `to` without. */
export type Spelling = { readonly word: string; readonly from: number; readonly to: number }

const shortest = 3
const longest = 7
/** Nobody reads a word out of an area code; only what runs to the end may begin there. */
const areaCode = 3
const mostWords = 3

export const words: readonly string[] = [workWords, foodWords, livingWords, plainWords].flatMap((text) =>
  text.trim().split(/\s+/),
)

const byDigits: ReadonlyMap<string, readonly string[]> = Map.groupBy(words, (word) => wordToDigits(word) ?? '')

/** Words that the number's digits spell: those that were typed first, then the longest, then those nearest the end; at most three. */
export function spellings(number: string, pattern: Pattern | null): readonly Spelling[] {
  const digits = toNational(number)
  if (digits === null) return []
  const typed = typedIn(digits, pattern)
  const known = knownIn(digits).filter(({ word }) => !typed.some((other) => other.word === word))
  const found = [...typed, ...known]
  return found.filter((one) => !found.some((other) => isWithin(one, other))).slice(0, mostWords)
}

function typedIn(digits: string, pattern: Pattern | null): readonly Spelling[] {
  const letters = (pattern?.words ?? []).filter(({ word }) => /^[A-Z].*[A-Z]$/.test(word))
  return letters.flatMap(({ digits: dialled, word }) => {
    const from = digits.lastIndexOf(dialled)
    const to = from + dialled.length
    return from >= areaCode || (from >= 0 && to === digits.length) ? [{ word, from, to }] : []
  })
}

function knownIn(digits: string): readonly Spelling[] {
  const found: Spelling[] = []
  for (let length = longest; length >= shortest; length -= 1) {
    for (let from = digits.length - length; from >= areaCode; from -= 1) {
      const fitting = byDigits.get(digits.slice(from, from + length))
      if (fitting) found.push(...fitting.map((word) => ({ word, from, to: from + length })))
    }
  }
  return found
}

/** CAR in CARPET is no news. */
const isWithin = (one: Spelling, other: Spelling): boolean =>
  other.to - other.from > one.to - one.from && other.from <= one.from && one.to <= other.to
