const lanes = 8

/**
 * 256 bits a row: one for each pair of signs that stand side by side in its text. A text can hold a word only if it has all of the
 * word's bits. Looking through 100,000 texts takes 10 ms, through their signatures less than one, and few texts are left to look at.
 */
export class Signatures {
  #lanes = Array.from({ length: lanes }, () => new Int32Array(0))

  set(id: number, text: string): void {
    const bits = bitsOf(text)
    for (let at = 0; at < lanes; at++) {
      const lane = this.#lanes[at]
      if (lane) lane[id] = bits[at] ?? 0
    }
  }

  grow(capacity: number): void {
    this.#lanes = this.#lanes.map((lane) => {
      const wider = new Int32Array(capacity)
      wider.set(lane)
      return wider
    })
  }

  /** 1 for the rows that may hold one of the words. */
  mayHold(words: readonly string[], size: number): Uint8Array {
    const may = new Uint8Array(size)
    for (const word of words) this.#mark(may, word)
    return may
  }

  /** By the two lanes in which the word has most bits: they leave few rows, and one pass over two arrays is quick. */
  #mark(may: Uint8Array, word: string): void {
    const needed = [...bitsOf(word)].map((bits, at) => ({ bits, lane: this.#lanes[at] ?? new Int32Array(0) }))
    const [first, second] = needed.sort((a, b) => countBits(b.bits) - countBits(a.bits))
    if (!first || !second) return
    const [left, leftBits, right, rightBits] = [first.lane, first.bits, second.lane, second.bits]
    for (let id = 0; id < may.length; id++) {
      if (((left[id] ?? 0) & leftBits) === leftBits && ((right[id] ?? 0) & rightBits) === rightBits) may[id] = 1
    }
  }
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

const scratch = new Int32Array(lanes)

/** The same array each time: it is read at once. */
function bitsOf(text: string): Int32Array {
  scratch.fill(0)
  let before = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    const place = Math.imul(before * 131 + sign, 0x9e3779b1) >>> 24
    scratch[place >>> 5] = (scratch[place >>> 5] ?? 0) | (1 << (place & 31))
    before = sign
  }
  return scratch
}
