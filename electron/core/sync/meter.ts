import type { SyncPart, SyncProgress } from '../../../shared/model/sync.ts'

/** The part whose progress is told, most telling first: several are read at the same time. */
const telling: readonly SyncPart[] = [
  'numbers',
  'numberDetails',
  'leaseConfigs',
  'doNotContact',
  'keywords',
  'orders',
  'routes',
  'billing',
]

type Count = { readonly rows: number; readonly total: number | null; readonly elapsedMs: number; readonly at: number }

/** Rows, rate and time left of a running sync. Takes `now`; a clock that is set back stops the watch for a moment, no more. */
export class Meter {
  readonly #counts = new Map<SyncPart, Count>()
  #waitingUntil: number | null = null

  begin(part: SyncPart, total: number | null, now: number): void {
    this.#counts.set(part, { rows: 0, total, elapsedMs: 0, at: now })
  }

  add(part: SyncPart, rows: number, now: number): void {
    const count = this.#counts.get(part)
    if (!count) return
    const elapsedMs = count.elapsedMs + Math.max(0, now - count.at)
    this.#counts.set(part, { ...count, rows: count.rows + rows, elapsedMs, at: now })
  }

  expect(part: SyncPart, total: number | null): void {
    const count = this.#counts.get(part)
    if (count && total !== null) this.#counts.set(part, { ...count, total })
  }

  end(part: SyncPart): void {
    this.#counts.delete(part)
  }

  wait(until: number | null): void {
    this.#waitingUntil = until
  }

  /** Null while nothing is being read. */
  progress(): SyncProgress | null {
    const part = telling.find((candidate) => this.#counts.has(candidate))
    const count = part && this.#counts.get(part)
    return part && count ? { part, ...figures(count), waitingUntil: this.#waitingUntil } : null
  }
}

function figures({ rows, total, elapsedMs }: Count) {
  const perMs = elapsedMs > 0 ? rows / elapsedMs : 0
  const known = total !== null && perMs > 0
  return {
    rowsRead: rows,
    rowsTotal: total,
    rowsPerSecond: Math.round(perMs * 1000),
    leftMs: known ? Math.round(Math.max(0, total - rows) / perMs) : null,
  }
}
