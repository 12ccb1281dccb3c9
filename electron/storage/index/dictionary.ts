/** Codes of the distinct values of a column, and how they rank. Code 0 is null, which ranks last. */
export class Dictionary<Value extends string | number> {
  readonly #codes = new Map<Value, number>()
  readonly #values: Value[] = []
  #sorted = new Uint32Array(0)
  #ranks = new Uint32Array(1)

  codeOf(value: Value | null): number {
    if (value === null) return 0
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    const code = this.#values.push(value)
    this.#codes.set(value, code)
    return code
  }

  valueOf(code: number): Value | null {
    return this.#values[code - 1] ?? null
  }

  /** How many codes there are, null's included. */
  get size(): number {
    return this.#values.length + 1
  }

  /** By code. */
  ranks(): Uint32Array {
    this.settle(this.size)
    if (this.#ranks.length === this.size) return this.#ranks
    this.#ranks = new Uint32Array(this.size)
    for (let rank = 0; rank < this.#sorted.length; rank++) this.#ranks[this.#sorted[rank] ?? 0] = rank
    this.#ranks[0] = this.#sorted.length
    return this.#ranks
  }

  /** Puts some new values into the order that stands; true while some are left. 100,000 at once would take 150 ms. */
  settle(limit: number): boolean {
    const first = this.#sorted.length + 1
    const added = Array.from({ length: Math.min(limit, this.size - first) }, (_, at) => first + at)
    if (added.length > 0) this.#sorted = this.#merged(added.sort((a, b) => this.#compare(a, b)))
    return this.#sorted.length + 1 < this.size
  }

  #merged(added: readonly number[]): Uint32Array<ArrayBuffer> {
    const old = this.#sorted
    const merged = new Uint32Array(old.length + added.length)
    let from = 0
    added.forEach((code, before) => {
      const to = this.#placeOf(code, from)
      merged.set(old.subarray(from, to), from + before)
      merged[to + before] = code
      from = to
    })
    merged.set(old.subarray(from), from + added.length)
    return merged
  }

  /** Where the code belongs among those that are sorted, by halving. */
  #placeOf(code: number, from: number): number {
    let [low, high] = [from, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#sorted[middle] ?? 0, code) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(a: number, b: number): number {
    const [left, right] = [this.#values[a - 1], this.#values[b - 1]]
    if (left === undefined || right === undefined || left === right) return 0
    return left < right ? -1 : 1
  }
}
