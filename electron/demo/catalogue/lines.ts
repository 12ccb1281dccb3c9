import { hash32 } from '../kit/random.ts'
import type { Exchange } from './exchanges.ts'
import { lineWords, tollFreeWords } from './words.ts'

export type CarrierName = 'callfire' | 'flowroute'

const half = 100
const rounds = 4

/** Where the ten thousand lines of an exchange go: nobody's line is another's, whatever the counts are. */
const slots = {
  owned: { callfire: 0, flowroute: 1_000 },
  stock: { callfire: 2_000, flowroute: 3_000 },
} as const

export const ownedSlots = 1_000

/** One multiplication is scramble enough here, and a hundred thousand numbers are made with it while somebody waits. */
const shift = (key: number, digits: number, round: number) =>
  (Math.imul(key ^ Math.imul(digits + 1 + half * round, 0x9e3779b9), 0x85ebca6b) >>> 15) % half

/** A bijection of 0..9999: a small Feistel network over two pairs of digits. */
function scatter(key: number, slot: number): number {
  let left = (slot / half) | 0
  let right = slot % half
  for (let round = 0; round < rounds; round += 1) {
    const next = (left + shift(key, right, round)) % half
    left = right
    right = next
  }
  return left * half + right
}

const wordsEach = 3

/** A line that everybody likes, and who sells it. */
type Special = { readonly carrier: CarrierName; readonly line: number }

/** Three easy lines for each carrier, others in the next exchange: an area code has nearly all of them. */
function easyLines({ index }: Exchange): readonly Special[] {
  const at = (step: number) => Number(lineWords[step % lineWords.length]?.digits)
  return Array.from({ length: wordsEach }, (_, turn) => index * wordsEach + turn).flatMap((step) => [
    { carrier: 'callfire', line: at(step) },
    { carrier: 'flowroute', line: at(step + lineWords.length / 2) },
  ])
}

/** Whoever sells a word of seven letters sells all of its digits. */
function wholeWord(seed: number, { exchange, tollFree, index }: Exchange): readonly Special[] {
  const word = tollFree ? tollFreeWords.find(({ digits }) => digits.startsWith(exchange)) : undefined
  const carrier = hash32(seed, index, 13) % 2 === 0 ? 'callfire' : 'flowroute'
  return word ? [{ carrier, line: Number(word.digits.slice(3)) }] : []
}

/** Gives the special lines to a carrier's stock by changing places with the lines that would have been there. */
function createLineOf(seed: number, exchange: Exchange): (slot: number) => number {
  const key = hash32(seed, exchange.index, 12)
  const moved = new Map<number, number>()
  const origins = new Map<number, number>()
  const put = (from: number, to: number) => {
    moved.set(from, to)
    origins.set(to, from)
  }
  const given = { callfire: 0, flowroute: 0 }
  for (const { carrier, line } of [...wholeWord(seed, exchange), ...easyLines(exchange)]) {
    const here = scatter(key, slots.stock[carrier] + given[carrier])
    given[carrier] += 1
    const instead = moved.get(here) ?? here
    put(origins.get(line) ?? line, instead)
    put(here, line)
  }
  return (slot) => {
    const line = scatter(key, slot)
    return moved.get(line) ?? line
  }
}

/** The `step`-th line of an exchange that a carrier's account holds; different for every step below `ownedSlots`. */
export function ownedLine(seed: number, exchange: Exchange, carrier: CarrierName): (step: number) => number {
  const lineOf = createLineOf(seed, exchange)
  return (step) => lineOf(slots.owned[carrier] + step)
}

const averageStock = 54

/** How many numbers a carrier sells there: some exchanges are sold out, some have plenty. */
function stockSize(seed: number, { index }: Exchange, carrier: CarrierName): number {
  const word = hash32(seed, index, slots.stock[carrier])
  if (word % 16 === 0) return 0
  return 1 + ((word >>> 8) % (2 * averageStock))
}

/** The lines that a carrier has for sale at the start, ascending. */
export function stockLines(seed: number, exchange: Exchange, carrier: CarrierName): Uint16Array {
  const lineOf = createLineOf(seed, exchange)
  const lines = new Uint16Array(stockSize(seed, exchange, carrier))
  for (let step = 0; step < lines.length; step += 1) lines[step] = lineOf(slots.stock[carrier] + step)
  return lines.sort()
}
