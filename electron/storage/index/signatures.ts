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
  mayHave(words: readonly string[], size: number): Uint8Array {
    const may = new Uint8Array(size)
    for (const word of words) {
      const holds = this.#mayHold(word, size)
      for (let id = 0; id < size; id++) may[id] = (may[id] ?? 0) | (holds[id] ?? 0)
    }
    return may
  }

  /** Lane by lane, since a loop over one array at a time is what the engine is fast at. */
  #mayHold(word: string, size: number): Uint8Array {
    const holds = new Uint8Array(size).fill(1)
    bitsOf(word).forEach((needed, at) => {
      const lane = this.#lanes[at]
      if (needed === 0 || !lane) return
      for (let id = 0; id < size; id++) if (((lane[id] ?? 0) & needed) !== needed) holds[id] = 0
    })
    return holds
  }
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
