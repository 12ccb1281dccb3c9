import { wordToDigits } from './phone.ts'

/**
 * What the digits of a number (ten, without country code) must hold, in this order: `206*` starts, `*CAKE` ends, `CAKE` contains.
 * A star stands for any digits, none as well, so `***-0000` ends with 0000.
 */
export type Pattern = {
  /** Empty where it may start anyhow. */
  readonly starts: string
  readonly contains: readonly string[]
  readonly ends: string
  /** As typed, upper case, for people: `2253` is `CAKE`. Of `555-CAKE` both the whole part and the word in it. */
  readonly words: readonly { readonly digits: string; readonly word: string }[]
}

export type ReadPattern =
  | { readonly ok: true; readonly pattern: Pattern | null }
  /** A whole sentence with the way out. */
  | { readonly ok: false; readonly problem: string }

const digitsANumber = 10

/** `null` pattern: nothing was typed. */
export function readPattern(typed: string): ReadPattern {
  const text = plain(typed)
  const bare = text.replace(/[\s().\-‐-―/]/g, '')
  if (bare === '') return text === '' ? { ok: true, pattern: null } : problem(onlySigns)
  const strange = [...bare.replace(/^\+/, '')].find((sign) => !/[A-Z0-9*]/.test(sign))
  if (strange === '+') return problem('A + can only stand before the country code 1, as in +1 206*.')
  if (strange) return problem(`“${strange}” cannot be dialled. Use digits, letters and * for any digits.`)
  return bare.startsWith('+') ? readInternational(bare.slice(1)) : readParts(bare.split('*'))
}

/** Accents, ligatures and wide digits become what a keypad has; signs that nobody sees go. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .trim()
    .toUpperCase()

const onlySigns = 'There is no digit or letter in it. Add some, such as 206* or *CAKE.'
const problem = (sentence: string): ReadPattern => ({ ok: false, problem: sentence })

/** After a plus stands the number's very beginning, so the star at the end may be left out. */
function readInternational(bare: string): ReadPattern {
  if (/^\*|^$/.test(bare)) return problem('After + goes the country code 1, as in +1 206*.')
  if (!bare.startsWith('1')) {
    return problem('Only numbers of the US and Canada are searched. Begin with +1, or leave the + out.')
  }
  return readParts((bare.includes('*') ? bare : `${bare}*`).split('*'))
}

function readParts(parts: readonly string[]): ReadPattern {
  const typed = withoutCountry(parts)
  const digits = typed.map((part) => wordToDigits(part) ?? '')
  const length = digits.join('').length
  if (length === 0) return problem(matchesAll(parts))
  if (length > digitsANumber) {
    return problem(`A number has ten digits; this pattern has ${length}. Shorten it, or put a * in place of some.`)
  }
  const [only = ''] = digits
  const anchored = typed.length > 1
  const starts = anchored || only.length === digitsANumber ? only : ''
  if (/^[01]/.test(starts)) {
    return problem(`No area code begins with ${starts.charAt(0)}. Put a * before it to find it further on.`)
  }
  const words = typed.flatMap((part, at) => wordsOf(part, digits[at] ?? ''))
  if (!anchored) {
    return { ok: true, pattern: { starts: '', contains: [only], ends: '', words } }
  }
  const contains = digits.slice(1, -1).filter((part) => part !== '')
  return { ok: true, pattern: { starts, contains, ends: digits.at(-1) ?? '', words } }
}

const matchesAll = (parts: readonly string[]): string =>
  parts.some((part) => part !== '')
    ? '1 is the country code of every number here. Add a digit or a word, such as 1 206* or *CAKE.'
    : 'Stars alone match every number. Add a digit or a word, such as 206* or *CAKE.'

/** No area code begins with 1: at the start of a number it can only be the country code. */
function withoutCountry(parts: readonly string[]): readonly string[] {
  const [first = '', ...rest] = parts
  const isWhole = rest.length === 0 && first.length === digitsANumber + 1
  return first.startsWith('1') && (rest.length > 0 || isWhole) ? [first.slice(1), ...rest] : parts
}

function wordsOf(part: string, digits: string): Pattern['words'] {
  const from = part.search(/[A-Z]/)
  if (from === -1) return []
  const word = part.slice(from).replace(/\d+$/, '')
  const inside = { digits: digits.slice(from, from + word.length), word }
  return word === part ? [inside] : [{ digits, word: part }, inside]
}

/** Where the pattern's most telling part lies in the national digits; null: they do not match. */
export function findPattern(pattern: Pattern, national: string): { readonly from: number; readonly to: number } | null {
  const { starts, contains, ends } = pattern
  if (!national.startsWith(starts) || !national.endsWith(ends) || starts.length + ends.length > national.length)
    return null
  let from = starts.length
  const limit = national.length - ends.length
  const found: { readonly from: number; readonly to: number }[] = []
  for (const part of contains) {
    const at = national.indexOf(part, from)
    if (at === -1 || at + part.length > limit) return null
    found.push({ from: at, to: at + part.length })
    from = at + part.length
  }
  const spans = [...found, { from: limit, to: national.length }, { from: 0, to: starts.length }]
  return spans.reduce((longest, span) => (span.to - span.from > longest.to - longest.from ? span : longest))
}

/** "starts with 206, contains 2253 = CAKE"; for under the box while typing. */
export function explainPattern({ starts, contains, ends, words }: Pattern): string {
  const named = (digits: string) => {
    const word = words.find((candidate) => candidate.digits === digits)?.word
    return word ? `${digits} = ${word}` : digits
  }
  const parts = [
    starts && `starts with ${named(starts)}`,
    ...contains.map((part) => (part.length === digitsANumber ? `is ${named(part)}` : `contains ${named(part)}`)),
    ends && `ends with ${named(ends)}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Ten digits of a number on the US/Canada plan; null elsewhere. */
export const toNational = (number: string): string | null => (/^\+1\d{10}$/.test(number) ? number.slice(2) : null)
