type MonthOf = (epochMs: number) => string
/** Epoch ms: from the first with, to the last without. */
export type Span = { readonly from: number; readonly to: number }

const dayMs = 24 * 60 * 60 * 1000

/**
 * When calendar months begin, found by asking `monthOf` alone, which knows the zone: so the database can filter by plain instants and
 * no row has to be asked. What was found is kept for as long as `monthOf` still says the same.
 */
export class Months {
  readonly #starts = new Map<string, number>()
  /** Ms from UTC at which months were seen to begin: the first guess for the next one. */
  readonly #offsets = new Set<number>()

  /** There is no `2026-13`: nothing lies in it. */
  spanOf(month: string, monthOf: MonthOf): Span {
    if (Number.isNaN(Date.parse(`${month}-01T00:00:00Z`))) return { from: 0, to: 0 }
    return { from: this.startOf(month, monthOf), to: this.startOf(monthAfter(month), monthOf) }
  }

  startOf(month: string, monthOf: MonthOf): number {
    const utc = Date.parse(`${month}-01T00:00:00Z`)
    const guesses = [this.#starts.get(month) ?? utc, ...[...this.#offsets].map((offset) => utc + offset)]
    const isStart = (at: number) => monthOf(at) === month && monthOf(at - 1) !== month
    const start = guesses.find(isStart) ?? search(month, utc, monthOf)
    this.#starts.set(month, start)
    this.#offsets.add(start - utc)
    return start
  }
}

const monthAfter = (month: string): string =>
  new Date(Date.parse(`${month}-01T00:00:00Z`) + 32 * dayMs).toISOString().slice(0, 7)

/** By halving; no zone is as far from UTC as a day. */
function search(month: string, utc: number, monthOf: MonthOf): number {
  let [before, from] = [utc - dayMs, utc + dayMs]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (monthOf(middle) < month) before = middle
    else from = middle
  }
  return from
}
