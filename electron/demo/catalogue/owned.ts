import { hash32 } from '../kit/random.ts'
import type { Exchange } from './exchanges.ts'
import { type CarrierName, ownedLine, ownedSlots } from './lines.ts'

/** Numbers that an account holds at the start, ascending. */
export type OwnedNumbers = {
  readonly count: number
  /** Eleven digits. Outside 0..count-1: undefined. */
  at(index: number): string | undefined
  /** -1 when it is not among them. */
  indexOf(number: string): number
}

/** Goes through all exchanges once, far jumps apart, so that few numbers are already many places. */
function* wander(seed: number, count: number): Generator<number> {
  const order = Array.from({ length: count }, (_, index) => ({ index, key: hash32(seed, index, 21) }))
  for (const { index } of order.sort((one, other) => one.key - other.key)) yield index
}

function collect(seed: number, exchanges: readonly Exchange[], carrier: CarrierName, count: number): Float64Array {
  const numbers = new Float64Array(count)
  const rounds = Math.floor(count / exchanges.length)
  const rest = count % exchanges.length
  let filled = 0
  let visited = 0
  for (const index of wander(seed, exchanges.length)) {
    const exchange = exchanges[index]
    const here = rounds + (visited < rest ? 1 : 0)
    visited += 1
    if (!exchange || here === 0) continue
    const lineOf = ownedLine(seed, exchange, carrier)
    for (let step = 0; step < here; step += 1, filled += 1) numbers[filled] = exchange.base + lineOf(step)
  }
  return numbers.sort()
}

function find(numbers: Float64Array, wanted: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return numbers[low] === wanted ? low : -1
}

/** Throws when the catalogue has not that many numbers (about two million a carrier). */
export function createOwned(
  seed: number,
  exchanges: readonly Exchange[],
  carrier: CarrierName,
  count: number,
): OwnedNumbers {
  const most = exchanges.length * ownedSlots
  if (!Number.isInteger(count) || count < 0 || count > most) throw new RangeError(`0 to ${most} numbers, not ${count}`)
  const numbers = collect(seed, exchanges, carrier, count)
  return {
    count,
    at: (index) => numbers[index]?.toFixed(0),
    indexOf: (number) => (/^1\d{10}$/.test(number) ? find(numbers, Number(number)) : -1),
  }
}
