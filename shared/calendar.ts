import { CalendarDate, fromAbsolute, parseDate, toCalendarDate } from '@internationalized/date'

/** `2026-12-14`: a day in the account's life, without a time zone. */
export type CalendarDay = string

/** The zone in which CallFire and Flowroute keep their books is not published; lease days are read in US Pacific time. */
export const providerZone = 'America/Los_Angeles'

/** The calendar day of an instant (epoch ms) in a named zone. */
export function toCalendarDay(epochMs: number, zone: string): CalendarDay {
  return toCalendarDate(fromAbsolute(epochMs, zone)).toString()
}

/** Today by this computer's clock and zone. */
export function today(nowMs: number): CalendarDay {
  return toCalendarDay(nowMs, Intl.DateTimeFormat().resolvedOptions().timeZone)
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return parseDate(day).add({ days }).toString()
}

/** The same day of a later month, or that month's last day where it has no such day: 31 January and a month is 28 February. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  return parseDate(day).add({ months }).toString()
}

/** Whole days from the first to the second; negative when the second lies before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / 86_400_000)
}

const dayNumber = (day: CalendarDay): number => {
  const date = parseDate(day)
  return Date.UTC(date.year, date.month - 1, date.day)
}

/** `14 December 2026`, or `14 Dec` when short; the same on every computer. */
export function formatDay(day: CalendarDay, style: 'long' | 'short'): string {
  const date = parseDate(day)
  const month = months[date.month - 1] ?? ''
  return style === 'long' ? `${date.day} ${month} ${date.year}` : `${date.day} ${month.slice(0, 3)}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const isCalendarDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isReal(text)

function isReal(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const date = new CalendarDate(year, month, day)
  return date.month === month && date.day === day
}
