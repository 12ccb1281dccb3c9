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
  /** As typed, upper case, for people: `2253` is `CAKE`. */
  readonly words: readonly { readonly digits: string; readonly word: string }[]
}

export type ReadPattern =
  | { readonly ok: true; readonly pattern: Pattern | null }
  /** A whole sentence with the way out. */
  | { readonly ok: false; readonly problem: string }

/** `null` pattern: nothing was typed. */
export function readPattern(typed: string): ReadPattern {
  const text = typed.trim().toUpperCase()
  if (text === '') return { ok: true, pattern: null }
  const bare = text.replace(/[\s().\-‐-―+]/g, '')
  const strange = [...bare].find((sign) => !/[A-Z0-9*]/.test(sign))
  if (strange) return problem(`“${strange}” cannot be dialled. Use digits, letters and * for any digits.`)
  const parts = bare.split('*')
  if (parts.every((part) => part === ''))
    return problem('Stars alone match every number. Add a digit or a word, such as 206* or *CAKE.')
  return readParts(parts)
}

const problem = (sentence: string): ReadPattern => ({ ok: false, problem: sentence })
const digitsANumber = 10

function readParts(parts: readonly string[]): ReadPattern {
  const anchored = parts.length > 1
  const digits = parts.map((part) => wordToDigits(part) ?? '')
  // No area code begins with 1: it can only be the country code.
  const national = anchored ? digits.map((part, at) => (at === 0 ? part.replace(/^1/, '') : part)) : digits
  const [only = ''] = national
  const whole = !anchored && only.length === digitsANumber + 1 && only.startsWith('1') ? [only.slice(1)] : national
  const length = whole.join('').length
  if (length > digitsANumber) {
    return problem(`A number has ten digits; this pattern has ${length}. Shorten it, or put a * in place of some.`)
  }
  const words = parts.flatMap((part, at) => (/[A-Z]/.test(part) ? [{ digits: digits[at] ?? '', word: part }] : []))
  const middle = anchored ? whole.slice(1, -1) : whole
  return {
    ok: true,
    pattern: {
      starts: anchored ? (whole[0] ?? '') : '',
      contains: middle.filter((part) => part !== ''),
      ends: anchored ? (whole.at(-1) ?? '') : '',
      words,
    },
  }
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
    return word && word !== digits ? `${digits} = ${word}` : digits
  }
  const parts = [
    starts && `starts with ${named(starts)}`,
    ...contains.map((part) => `contains ${named(part)}`),
    ends && `ends with ${named(ends)}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Ten digits of a number on the US/Canada plan; null elsewhere. */
export const toNational = (number: string): string | null => (/^\+1\d{10}$/.test(number) ? number.slice(2) : null)
