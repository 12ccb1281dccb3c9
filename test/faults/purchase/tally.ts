import type { Played } from './play.ts'

/** The counts that must be zero, by what they say. */
export const zeros = {
  boughtTwice: 'bought twice',
  ownedUnknown: 'owned but unknown to us',
  shownNot: 'shown as ours but not',
  refusedBought: 'shown as refused but bought',
  sentAgain: 'spending requests beyond one an item',
  unbalanced: 'purchases whose counts do not add up',
} as const
type Zero = keyof typeof zeros

/** Sums up runs. What should be zero and is not keeps the names of the runs in which it happened. */
export class Tally {
  runs = 0
  kills = 0
  stopped = 0
  asked = 0
  done = 0
  refused = 0
  notSent = 0
  readonly #counts: Record<Zero, number> = {
    boughtTwice: 0,
    ownedUnknown: 0,
    shownNot: 0,
    refusedBought: 0,
    sentAgain: 0,
    unbalanced: 0,
  }
  readonly #reasons = new Map<string, number>()
  readonly #stops = new Map<string, number>()
  readonly broken: string[] = []

  add(name: string, played: Played): void {
    this.runs += 1
    if (played.killed) this.kills += 1
    this.asked += played.asked
    this.done += played.done
    this.refused += played.refused
    this.notSent += played.notSent
    if (played.stopped !== null) {
      this.stopped += 1
      count(this.#stops, played.stopped)
    }
    for (const reason of played.checking) count(this.#reasons, reason)
    for (const zero of names) {
      this.#counts[zero] += played[zero]
      if (played[zero] > 0) this.broken.push(`${name}: ${zeros[zero]}: ${played[zero]}`)
    }
  }

  /** A run that could not be played to its end proves nothing. */
  fail(name: string, error: unknown): void {
    this.runs += 1
    this.broken.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }

  get checking(): number {
    return [...this.#reasons.values()].reduce((sum, times) => sum + times, 0)
  }

  /** The zeros as `{ 'bought twice': 0, … }`. */
  get mustBeZero(): Readonly<Record<string, number>> {
    return Object.fromEntries(names.map((zero) => [zeros[zero], this.#counts[zero]]))
  }

  toText(): string {
    const lines = [
      `runs ${this.runs}, of which stopped by their checks ${this.stopped}; killed ${this.kills}`,
      `items asked for ${this.asked} = done ${this.done} + refused ${this.refused} + still checking ${this.checking}; never sent ${this.notSent}`,
      ...Object.entries(this.mustBeZero).map(([what, times]) => `${what}: ${times}`),
      ...listed('still checking, because', this.#reasons),
      ...listed('stopped, because', this.#stops),
      ...this.broken.map((line) => `BROKEN ${line}`),
    ]
    return lines.join('\n')
  }
}

const names = Object.keys(zeros).filter((name): name is Zero => name in zeros)

/** Reasons that differ only in numbers and words of a number are one. */
function count(reasons: Map<string, number>, reason: string): void {
  const kind = reason.replace(/FAULT[A-J]+/g, '…').replace(/\d[\d\s().:-]*\d|\d/g, '…')
  reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
}

const listed = (title: string, reasons: ReadonlyMap<string, number>): readonly string[] =>
  [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, times]) => `${title} (${times}): ${reason}`)
