import { type CalendarDay, providerZone, toCalendarDay } from '../../shared/calendar.ts'

const dayMs = 86_400_000
const quarterMs = 900_000
/** 1970 up to 2200: anything else is not the time of a lease. */
const latest = Date.UTC(2200, 0, 1)

/** Local midnight within one UTC day: the calendar day before and after it. */
type Turning = { readonly at: number; readonly before: CalendarDay; readonly after: CalendarDay }

/** A few hundred days are asked for, by tens of thousands of rows. */
const turnings = new Map<number, Turning>()
const mostTurnings = 4000

/** True for epoch milliseconds that can be the time of something that a provider lists. */
export const isPlausibleTime = (epochMs: number): boolean => epochMs >= 0 && epochMs < latest

/** As `toCalendarDay` in the providers' zone, without asking the time zone tables for each row. */
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

/** Zones differ from UTC by whole quarters of an hour, so local midnight falls on one. */
function turningOf(start: number): Turning {
  const before = toCalendarDay(start, providerZone)
  const after = toCalendarDay(start + dayMs - 1, providerZone)
  let [low, high] = [0, before === after ? 0 : dayMs / quarterMs]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (toCalendarDay(start + middle * quarterMs, providerZone) === before) low = middle + 1
    else high = middle
  }
  return { at: start + low * quarterMs, before, after }
}
