import { expect, it } from 'vitest'
import { isPlausibleTime, toProviderDay } from '../../electron/providers/days.ts'
import { providerZone, toCalendarDay } from '../../shared/calendar.ts'

it('names the same day as the time zone tables, at every hour of a year and around both clock changes', () => {
  const hour = 3_600_000
  const wrong: number[] = []
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += hour) {
    for (const near of [at - 1, at, at + 1]) {
      if (toProviderDay(near) !== toCalendarDay(near, providerZone)) wrong.push(near)
    }
  }
  expect(wrong).toEqual([])
})

it('holds for the first instant and refuses what is no time of a lease', () => {
  expect(toProviderDay(0)).toBe('1969-12-31')
  expect([-1, Number.NaN, 8.64e15, Number.POSITIVE_INFINITY].map(isPlausibleTime)).toEqual([false, false, false, false])
})
