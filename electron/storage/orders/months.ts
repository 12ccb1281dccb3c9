type MonthOf = (epochMs: number) => string
/** Epoch ms: from the first with, to the last without. */
export type Span = { readonly from: number; readonly to: number }

const dayMs = 24 * 60 * 60 * 1000

/**
 * Where calendar months begin and end, found by asking `monthOf` alone, which knows the zone: so the database can filter by plain
 * instants and no row has to be asked. What was found is kept as long as `monthOf` still says the same.
 */
export function createMonthSpans(): (month: string, monthOf: MonthOf) => Span {
  const known = new Map<string, Span>()
  return (month, monthOf) => {
    const kept = known.get(month)
    if (kept && isSpan(kept, month, monthOf)) return kept
    const span = { from: startOf(month, monthOf), to: startOf(after(month), monthOf) }
    known.set(month, span)
    return span
  }
}

const isSpan = ({ from, to }: Span, month: string, monthOf: MonthOf): boolean =>
  monthOf(from) === month && monthOf(from - 1) !== month && monthOf(to - 1) === month && monthOf(to) !== month

function after(month: string): string {
  const next = utcStart(month) + 32 * dayMs
  return new Date(next).toISOString().slice(0, 7)
}

const utcStart = (month: string): number => Date.parse(`${month}-01T00:00:00Z`)

/** No zone is as far from UTC as a day. */
function startOf(month: string, monthOf: MonthOf): number {
  let [before, from] = [utcStart(month) - dayMs, utcStart(month) + dayMs]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (monthOf(middle) < month) before = middle
    else from = middle
  }
  return from
}
