import { largestKeywordCheck } from '../../../shared/limits.ts'
import { invalid } from '../requests.ts'

const shortest = 3
export const longest = 64

/** The words of a text, upper case, each once, in the order typed. Throws `invalid` for none and for too many. */
export function wordsOf(text: string): readonly string[] {
  const words = [...new Set(text.split(/[\s,;]+/u).map((word) => word.toUpperCase()))].filter((word) => word !== '')
  if (words.length === 0) throw invalid('text', 'Type at least one word to check.')
  if (words.length <= largestKeywordCheck) return words
  throw invalid(
    'text',
    `These are ${words.length.toLocaleString('en-US')} words. Check ${largestKeywordCheck} at most at once.`,
  )
}

/** Why this cannot be a keyword (callfire-v2.md, 6.4: letters and digits, more than 2 and fewer than 65); null: it can. */
export function problemOf(word: string): string | null {
  const strange = [...word].find((sign) => !/[A-Z0-9]/.test(sign))
  if (strange) return `A keyword has only the letters A to Z and digits; “${strange}” cannot be in it.`
  if (word.length < shortest) return `A keyword has at least ${shortest} letters or digits.`
  return word.length > longest ? `A keyword has at most ${longest} letters or digits; this has ${word.length}.` : null
}
