import type { Exchange } from './exchanges.ts'
import type { Stock } from './stock.ts'

/** Digits are matched against the whole number with its leading 1; everything combines with AND. */
export type StockSearch = {
  readonly startsWith?: string | undefined
  readonly contains?: string | undefined
  readonly endsWith?: string | undefined
  /** Where to look. Left out: everywhere. */
  readonly where?: ((exchange: Exchange) => boolean) | undefined
  /** Exchanges in another order than ascending by number; numbers of one exchange stay together. */
  readonly order?: ((one: Exchange, other: Exchange) => number) | undefined
  readonly descending?: boolean | undefined
  /** How many of the found ones to leave out; cheaper than to pass over them. */
  readonly skip?: number | undefined
}

export type StockNumber = { readonly number: string; readonly exchange: Exchange }

const lineDigits = 4

type LineTest = (line: number) => boolean

const allLines = Array.from({ length: 10_000 }, (_, line) => String(line).padStart(lineDigits, '0'))

/** Which lines hold the digits in themselves; one table serves all exchanges of a search. */
const holding = (digits: string) => Uint8Array.from(allLines, (line) => Number(line.includes(digits)))

/** Ranges of lines that end what the prefix began: for 5512 and a prefix that ends in 5, the lines 5120 to 5129. */
function straddling(prefix: string, digits: string): readonly (readonly [number, number])[] {
  const shares = Array.from({ length: digits.length - 1 }, (_, index) => index + 1)
  return shares
    .filter((share) => digits.length - share <= lineDigits && prefix.endsWith(digits.slice(0, share)))
    .map((share) => {
      const begin = digits.slice(share)
      const first = Number(begin.padEnd(lineDigits, '0'))
      return [first, first + 10 ** (lineDigits - begin.length)]
    })
}

type Finder = (prefix: string) => LineTest | 'all' | 'none'

function containing(digits: string): Finder {
  if (digits === '') return () => 'all'
  const inside = digits.length > lineDigits ? null : holding(digits)
  return (prefix) => {
    if (prefix.includes(digits)) return 'all'
    const ranges = straddling(prefix, digits)
    if (ranges.length === 0) return inside ? (line) => inside[line] === 1 : 'none'
    return (line) => inside?.[line] === 1 || ranges.some(([first, end]) => line >= first && line < end)
  }
}

function ending(digits: string): Finder {
  const size = 10 ** Math.min(digits.length, lineDigits)
  const wanted = Number(digits.slice(-lineDigits))
  const before = digits.slice(0, -lineDigits)
  if (digits === '') return () => 'all'
  return (prefix) => (prefix.endsWith(before) ? (line) => line % size === wanted : 'none')
}

function starting(digits: string): Finder {
  return (prefix) => {
    if (prefix.startsWith(digits)) return 'all'
    const begin = digits.startsWith(prefix) ? digits.slice(prefix.length) : ''
    if (begin === '' || begin.length > lineDigits) return 'none'
    return (line) => Math.floor(line / 10 ** (lineDigits - begin.length)) === Number(begin)
  }
}

const everyLine: LineTest = () => true

/** Null: no line of this exchange can fit. */
function testOf(finders: readonly Finder[], prefix: string): LineTest | null {
  const answers = finders.map((finder) => finder(prefix)).filter((answer) => answer !== 'all')
  const tests = answers.filter((answer) => answer !== 'none')
  if (tests.length < answers.length) return null
  const [only, ...more] = tests
  if (!only) return everyLine
  return more.length === 0 ? only : (line) => tests.every((test) => test(line))
}

function ordered(exchanges: readonly Exchange[], { order, descending = false }: StockSearch): readonly Exchange[] {
  if (order) return exchanges.toSorted(descending ? (one, other) => order(other, one) : order)
  return descending ? exchanges.toReversed() : exchanges
}

/** A plain loop: a search for something rare looks at a hundred thousand lines. */
function pick(lines: Uint16Array, fits: LineTest): Uint16Array | number[] {
  if (fits === everyLine) return lines
  const found: number[] = []
  for (let step = 0; step < lines.length; step += 1) {
    const line = lines[step] ?? 0
    if (fits(line)) found.push(line)
  }
  return found
}

/** What is for sale and fits, made one after another: asking for the first ten costs ten. */
export function* searchStock(
  exchanges: readonly Exchange[],
  stock: Pick<Stock, 'lines'>,
  search: StockSearch,
): Generator<StockNumber> {
  const { startsWith = '', contains = '', endsWith = '', where = () => true, order, descending = false } = search
  const finders = [starting(startsWith), containing(contains), ending(endsWith)]
  const backwards = descending && !order
  let skip = search.skip ?? 0
  for (const exchange of ordered(exchanges.filter(where), search)) {
    const fits = testOf(finders, exchange.prefix)
    if (!fits) continue
    const found = pick(stock.lines(exchange), fits)
    const rest = (backwards ? found.toReversed() : found).slice(skip)
    skip = Math.max(0, skip - found.length)
    for (const line of rest) yield { number: String(exchange.base + line), exchange }
  }
}
