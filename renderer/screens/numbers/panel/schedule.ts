import type { TimeOfDay, WeeklySchedule } from '../../../../shared/model/lease-config.ts'

/** CallFire's day words, Monday first, as a week is read here. */
export const weekDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

export const dayName = (day: string): string => day.charAt(0) + day.slice(1, 3).toLowerCase()

export const dayMinutes = 24 * 60

const minutesOf = ({ hour, minute }: TimeOfDay): number => hour * 60 + minute

/** `9:00`, `17:30`. */
export const clock = ({ hour, minute }: TimeOfDay): string => `${hour}:${String(minute).padStart(2, '0')}`

/** A part of one day in minutes, the end left out. */
export type Span = { readonly from: number; readonly to: number }

/**
 * When calls are put through on each day of the week, Monday first. A stop that is not after its start is read as being
 * on the next day; the provider does not say what it does then.
 */
export function openSpans({ start, stop, days }: WeeklySchedule): readonly (readonly Span[])[] {
  const [from, to] = [minutesOf(start), minutesOf(stop)]
  const isOvernight = to <= from
  return weekDays.map((day, index) => {
    const yesterday = weekDays[(index + 6) % 7] ?? ''
    return [
      ...(isOvernight && days.includes(yesterday) && to > 0 ? [{ from: 0, to }] : []),
      ...(days.includes(day) ? [{ from, to: isOvernight ? dayMinutes : to }] : []),
    ]
  })
}

/** Where the week stands in a zone: the day's place in `weekDays` and its minute. */
export type WeekMoment = { readonly day: number; readonly minute: number }

/** Null when this computer does not know the zone. */
export function momentIn(now: number, zone: string): WeekMoment | null {
  const format = formatIn(zone)
  if (!format) return null
  const part = (type: string) => format.formatToParts(now).find((other) => other.type === type)?.value ?? ''
  const day = weekDays.findIndex((name) => dayName(name) === part('weekday'))
  return { day, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}

function formatIn(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export const isOpenAt = (spans: readonly (readonly Span[])[], { day, minute }: WeekMoment): boolean =>
  (spans[day] ?? []).some(({ from, to }) => from <= minute && minute < to)

/** `Sat 16:42`. */
export const momentWords = ({ day, minute }: WeekMoment): string =>
  `${dayName(weekDays[day] ?? '')} ${clock({ hour: Math.floor(minute / 60), minute: minute % 60, second: 0 })}`

/** `America/New_York`: `New York`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** `Mon–Fri 9:00–17:00`, `Mon, Wed 9:00–17:00`. */
export function scheduleWords({ days, start, stop }: WeeklySchedule): string {
  const odd = days.filter((day) => !weekDays.some((known) => known === day))
  const text = [...runs(weekDays.map((day) => days.includes(day))), ...odd].join(', ')
  return `${text || 'no day'} ${clock(start)}–${clock(stop)}`
}

function runs(chosen: readonly boolean[]): readonly string[] {
  const found: string[] = []
  for (let from = 0; from < chosen.length; from++) {
    if (!chosen[from]) continue
    let to = from
    while (chosen[to + 1]) to++
    const [first, last] = [dayName(weekDays[from] ?? ''), dayName(weekDays[to] ?? '')]
    found.push(...(to - from > 1 ? [`${first}–${last}`] : to > from ? [first, last] : [first]))
    from = to
  }
  return found
}
