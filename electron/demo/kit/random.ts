/** A seeded generator: the same seed gives the same run of values on every machine. */
export type Random = {
  /** At least 0, below 1. */
  next(): number
  /** A whole number of at least 0 and below `limit`. */
  int(limit: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly [T, ...(readonly T[])]): T
  hex(length: number): string
}

const GOLDEN = 0x9e3779b9

/** Scrambles 32 bits so that neighbours end far apart (the finisher of MurmurHash3). */
const mix = (value: number): number => {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** 32 bits for a place in a series: row 70,000 can be told without making the rows before it. */
export const hash32 = (seed: number, index: number, salt = 0): number =>
  mix(mix(mix((seed ^ GOLDEN) >>> 0) + Math.imul(index + 1, GOLDEN)) + Math.imul(salt + 1, 0x85157af5))

/** The same as `hash32`, at least 0 and below 1. */
export const unit = (seed: number, index: number, salt = 0): number => hash32(seed, index, salt) / 0x1_0000_0000

/** A stable number for a word, to be used as seed or salt. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash)
}

export function createRandom(seed: number): Random {
  let step = -1
  const next = () => {
    step += 1
    return unit(seed, step)
  }
  const int = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(list.length)] ?? list[0],
    hex: (length) => Array.from({ length }, () => int(16).toString(16)).join(''),
  }
}
