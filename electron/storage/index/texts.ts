/** Few enough that joining them again is quick, many enough that looking through all rows takes few looks. */
const rowsABlock = 512

/** `starts[row]` is where the row's text begins; one more tells where the last one is over. */
type Block = { readonly joined: string; readonly starts: Uint32Array }

/**
 * The texts of all rows, looked through in long strings: 100,000 short ones lie all over the memory, and reaching one takes longer
 * than looking through it. A block in which a row changed is joined again when somebody looks through it.
 */
export class Texts {
  readonly #texts: string[] = []
  readonly #blocks: (Block | null)[] = []

  of(id: number): string {
    return this.#texts[id] ?? ''
  }

  set(id: number, text: string): void {
    for (let size = this.#texts.length; size < id; size++) this.#texts.push('')
    this.#texts[id] = text
    this.#blocks[Math.floor(id / rowsABlock)] = null
  }

  /** Sets 1 at the ids of the rows whose text holds the part, which has no line break in it. */
  mark(part: string, found: Uint8Array): void {
    for (let at = 0; at * rowsABlock < this.#texts.length; at++) {
      markIn(this.#blocks[at] ?? this.#join(at), part, found.subarray(at * rowsABlock))
    }
  }

  #join(at: number): Block {
    const texts = this.#texts.slice(at * rowsABlock, (at + 1) * rowsABlock)
    const starts = new Uint32Array(texts.length + 1)
    texts.forEach((text, row) => {
      starts[row + 1] = (starts[row] ?? 0) + text.length + 1
    })
    const block = { joined: texts.join('\n'), starts }
    this.#blocks[at] = block
    return block
  }
}

function markIn({ joined, starts }: Block, part: string, found: Uint8Array): void {
  let row = 0
  for (let at = joined.indexOf(part); at !== -1; at = joined.indexOf(part, starts[row + 1])) {
    while ((starts[row + 1] ?? joined.length + 1) <= at) row++
    found[row] = 1
  }
}
