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

/** The line that everybody likes in this exchange, if it has one. */
function specialLine(seed: number, { exchange, tollFree, index }: Exchange): number | null {
  if (tollFree) {
    const word = tollFreeWords.find(({ digits }) => digits.startsWith(exchange))
    return word ? Number(word.digits.slice(3)) : null
  }
  const word = lineWords[hash32(seed, index, 11) % (lineWords.length * 2)]
  return word ? Number(word.digits) : null
}

/** Gives the special line to a carrier's stock by changing places with the line that would have been there. */
function createLineOf(seed: number, exchange: Exchange): (slot: number) => number {
  const key = hash32(seed, exchange.index, 12)
  const special = specialLine(seed, exchange)
  if (special === null) return (slot) => scatter(key, slot)
  const carrier = hash32(seed, exchange.index, 13) % 2 === 0 ? 'callfire' : 'flowroute'
  const given = scatter(key, slots.stock[carrier])
  return (slot) => {
    const line = scatter(key, slot)
    if (line === given) return special
    return line === special ? given : line
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
