import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  formatDay,
  isCalendarDay,
  toCalendarDay,
  today,
} from '../../shared/calendar.ts'

describe('a calendar day', () => {
  it.each([
    ['2026-11-21T07:59:59Z', 'America/Los_Angeles', '2026-11-20'],
    ['2026-11-21T08:00:00Z', 'America/Los_Angeles', '2026-11-21'],
    ['2026-11-21T23:30:00Z', 'Asia/Tokyo', '2026-11-22'],
    ['2026-07-01T06:59:00Z', 'America/Los_Angeles', '2026-06-30'],
  ])('%s in %s is %s', (instant, zone, day) => expect(toCalendarDay(Date.parse(instant), zone)).toBe(day))

  it('is today where this computer is', () => expect(isCalendarDay(today(Date.now()))).toBe(true))

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %d days is %s', (day, days, then) => expect(addDays(day, days)).toBe(then))

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-14', 1, '2027-01-14'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %d months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then))

  it('counts whole days, over a change of the clock too', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
    expect(daysBetween('2026-12-14', '2026-11-21')).toBe(-23)
  })

  it('is written out the same everywhere', () => {
    expect(formatDay('2026-12-04', 'long')).toBe('4 December 2026')
    expect(formatDay('2026-12-04', 'short')).toBe('4 Dec')
  })

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', 'today', '2026-12-04T00:00'])('%s is none', (text) =>
    expect(isCalendarDay(text)).toBe(false),
  )
})
