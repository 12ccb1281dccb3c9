/** Rows from `offset` on, `limit` of them. */
export type Span = { readonly offset: number; readonly limit: number }

/** What an answer says about the list, apart from its rows. */
export type Arrival = {
  /** Rows in this answer, odd ones included. */
  readonly received: number
  /** All rows of the list, null when not said. */
  readonly total: number | null
  /** Where the next page starts; null: this was the last one. */
  readonly nextOffset: number | null
}

/**
 * Which rows to ask for next, so that every row is asked for at least once. Knows the end from a total where there is one;
 * else it looks ahead of the last answer. A page shorter than asked for, with more to come, leaves a gap that is asked for again.
 */
export type Plan = {
  readonly next: () => Span | null
  /** Null, or what is wrong with the list as a whole. */
  readonly arrived: (span: Span, arrival: Arrival) => string | null
  /** The provider refused to go that far; right only when the list proves to end before it. */
  readonly refused: (span: Span) => void
  /** Every row up to the end has come; what is still under way lies behind the end. */
  readonly isDone: () => boolean
  /** A page behind the end was refused, and the end was never seen. */
  readonly isCutOff: () => boolean
  /** The list grew or shrank while it was read, so that rows may have moved from one page to another. */
  readonly hasChanged: () => boolean
}

/** What is known so far; lives inside one plan. */
type Known = {
  readonly waiting: Map<number, Span>
  readonly gaps: Span[]
  /** Rows a page may have. */
  step: number
  frontier: number
  end: number
  refusedAt: number
  /** Behind the last row seen so far. */
  furthest: number
  isFirstHere: boolean
  total: number | null
  changed: boolean
}

export function createPlan(limit: number): Plan {
  const never = Number.POSITIVE_INFINITY
  const known: Known = {
    waiting: new Map(),
    gaps: [],
    step: limit,
    frontier: 0,
    end: never,
    refusedAt: never,
    furthest: 0,
    isFirstHere: false,
    total: null,
    changed: false,
  }
  return {
    next: () => takeNext(known),
    arrived: (span, arrival) => takeArrival(known, span, arrival),
    refused: (span) => {
      known.waiting.delete(span.offset)
      known.refusedAt = Math.min(known.refusedAt, span.offset)
    },
    isDone: () => isDone(known),
    isCutOff: () => known.end > known.refusedAt,
    hasChanged: () => known.changed,
  }
}

function takeNext(known: Known): Span | null {
  const span = known.gaps.shift() ?? ahead(known)
  if (span !== null) known.waiting.set(span.offset, span)
  return span
}

function ahead(known: Known): Span | null {
  const { frontier, step, isFirstHere } = known
  if ((frontier > 0 && !isFirstHere) || frontier >= known.end || frontier >= known.refusedAt) return null
  known.frontier += step
  return { offset: frontier, limit: step }
}

function isDone({ gaps, frontier, end, waiting }: Known): boolean {
  return gaps.length === 0 && frontier >= end && [...waiting.keys()].every((offset) => offset >= end)
}

function takeArrival(known: Known, span: Span, { received, total, nextOffset }: Arrival): string | null {
  const until = span.offset + received
  known.waiting.delete(span.offset)
  learnTotal(known, total)
  if (nextOffset === null) learnEnd(known, until)
  else if (nextOffset <= span.offset) return `said that there are rows after ${span.offset}, and gave none`
  else if (nextOffset < span.offset + span.limit) leaveGap(known, span, nextOffset)
  if (received > 0) known.furthest = Math.max(known.furthest, until)
  known.isFirstHere = true
  return null
}

function learnTotal(known: Known, said: number | null): void {
  if (said === null) return
  if (known.total !== null && known.total !== said) known.changed = true
  known.total = Math.max(known.total ?? 0, said)
  known.end = known.total
}

function learnEnd(known: Known, until: number): void {
  if (known.furthest > until) known.changed = true
  known.end = Math.min(known.end, until)
}

/** A short page that is not the last: the first one tells how many rows a page may have, a later one leaves a gap. */
function leaveGap(known: Known, span: Span, nextOffset: number): void {
  if (known.isFirstHere) {
    known.gaps.push({ offset: nextOffset, limit: span.offset + span.limit - nextOffset })
  } else {
    known.step = nextOffset
    known.frontier = nextOffset
  }
}
