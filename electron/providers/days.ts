import { type CalendarDay, providerZone, toCalendarDay } from '../../shared/calendar.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** 1970 up to 2200: anything else is not the time of a lease. */
const latest = Date.UTC(2200, 0, 1)

/** Local midnight within one UTC day: the calendar day before and after it. */
type Turning = { readonly at: number; readonly before: CalendarDay; readonly after: CalendarDay }

/** A few hundred days are asked for, by tens of thousands of rows. */
const turnings = new Map<number, Turning>()
const mostTurnings = 4000

/** True for epoch milliseconds that can be the time of something that a provider lists. */
export const isPlausibleTime = (epochMs: number): boolean => epochMs >= 0 && epochMs < latest

/** As `toCalendarDay` in the providers' zone, asking the time zone tables once for each day instead of for each row. */
export function toProviderDay(epochMs: number): CalendarDay {
  const start = Math.floor(epochMs / dayMs) * dayMs
  const turning = turnings.get(start) ?? remember(start, turningOf(start))
  return epochMs < turning.at ? turning.before : turning.after
}

function remember(start: number, turning: Turning): Turning {
  if (turnings.size >= mostTurnings) turnings.clear()
  turnings.set(start, turning)
  return turning
}

/** Midnight in the providers' zone is 07:00 UTC in summer and 08:00 in winter. */
function turningOf(start: number): Turning {
  const after = toIsoDay(start)
  const isSummer = toCalendarDay(start + 7 * hourMs, providerZone) === after
  return { at: start + (isSummer ? 7 : 8) * hourMs, before: toIsoDay(start - dayMs), after }
}

const toIsoDay = (epochMs: number): CalendarDay => new Date(epochMs).toISOString().slice(0, 10)
