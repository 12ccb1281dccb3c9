import { toDigits } from '../../../shared/phone.ts'
import type { Spelling } from './words.ts'

/**
 * How easily a number is kept in mind; only good for comparing. The last seven digits count, and what stands at the end counts
 * twice, for that is what people repeat. The sum of:
 *
 * - each digit that is repeated at once: length² (77 is 4, 7777 is 16), twice at the end;
 * - each run up or down of three or more: length² (234 is 9, 1234 is 16), twice at the end;
 * - pairs at the end: 16 for 2121, 10 more for 212121, 2 more for 2233;
 * - mirrored ends: 14 for 2112, 24 more for 123 4 321;
 * - round ends: 4 for each zero, 6 for 500;
 * - words, the best one: (letters − 1)², twice at the end (CAKE at the end is 18, FLOWERS 72);
 * - few different digits: 2 for each of seven that is spared.
 */
export function memorable(number: string, spelt: readonly Spelling[]): number {
  const all = toDigits(number)
  const digits = [...all.slice(-counted)].map(Number)
  const last = digits.slice(-4)
  return (
    repeats(digits) +
    runs(digits) +
    pairs(last) +
    (endsIn(digits, 6) ? 10 : 0) +
    (isMirrored(last) && new Set(last).size > 1 ? 14 : 0) +
    (isMirrored(digits) && new Set(digits).size > 1 ? 24 : 0) +
    roundEnd(digits) +
    Math.max(0, ...spelt.map((word) => wordScore(word, nationalDigits))) +
    2 * (digits.length - new Set(digits).size)
  )
}

const counted = 7
/** Spellings count in the ten digits of the US/Canada plan; elsewhere there are none. */
const nationalDigits = 10

const wordScore = ({ from, to }: Spelling, end: number): number => (to - from - 1) ** 2 * (to === end ? 2 : 1)

const repeats = (digits: readonly number[]): number => stretches(digits, 0, 2)

const runs = (digits: readonly number[]): number => stretches(digits, 1, 3) + stretches(digits, -1, 3)

/** Squares of the lengths of all stretches in which each digit is the one before plus `step`. */
function stretches(digits: readonly number[], step: number, least: number): number {
  let score = 0
  let length = 1
  for (let at = 1; at <= digits.length; at += 1) {
    if (at < digits.length && digits[at] === (digits[at - 1] ?? 0) + step) {
      length += 1
      continue
    }
    if (length >= least) score += length ** 2 * (at === digits.length ? 2 : 1)
    length = 1
  }
  return score
}

function pairs([a, b, c, d]: readonly number[]): number {
  if (a === b && c === d && a !== c) return 2
  return a === c && b === d && a !== b ? 16 : 0
}

/** The last `count` digits are one pair, over and over. */
function endsIn(digits: readonly number[], count: number): boolean {
  const end = digits.slice(-count)
  const [a, b] = end
  return end.length === count && a !== b && end.every((digit, at) => digit === (at % 2 === 0 ? a : b))
}

const isMirrored = (digits: readonly number[]): boolean =>
  digits.every((digit, at) => digit === digits[digits.length - 1 - at])

function roundEnd(digits: readonly number[]): number {
  const zeros = digits.length - 1 - digits.findLastIndex((digit) => digit !== 0)
  return 4 * zeros + (zeros === 2 && digits.at(-3) === 5 ? 6 : 0)
}
