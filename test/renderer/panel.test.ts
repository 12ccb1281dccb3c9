import { describe, expect, it } from 'vitest'
import { type DialplanTag, firstHeard, outlineOf } from '../../renderer/screens/numbers/panel/dialplan.ts'
import { rightNow } from '../../renderer/screens/numbers/panel/right-now.ts'
import {
  isOpenAt,
  momentIn,
  momentWords,
  openSpans,
  scheduleWords,
  zoneCity,
} from '../../renderer/screens/numbers/panel/schedule.ts'
import type { CallTracking, WeeklySchedule } from '../../shared/model/lease-config.ts'
import type { NumberDetail } from '../../shared/model/number.ts'
import { fakeAccount } from './support/fake-main.ts'
import { detailOf, sampleTracking } from './support/sample-detail.ts'
import { sampleRow } from './support/sample-rows.ts'

const at = (hour: number, minute = 0) => ({ hour, minute, second: 0 })
const shop: WeeklySchedule = {
  start: at(9),
  stop: at(17, 30),
  days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  timeZone: 'America/Chicago',
}
const bar: WeeklySchedule = { ...shop, start: at(22), stop: at(4), days: ['SATURDAY'] }
/** Saturday, 16:42 in Chicago. */
const saturday = Date.UTC(2026, 10, 21, 22, 42)
/** Monday, 09:00 in Chicago. */
const monday = Date.UTC(2026, 10, 23, 15, 0)

describe('a weekly schedule', () => {
  it.each([
    ['days in a row', shop, 'Mon–Fri 9:00–17:30'],
    ['two days apart', { ...shop, days: ['MONDAY', 'WEDNESDAY'] }, 'Mon, Wed 9:00–17:30'],
    ['two days together', { ...shop, days: ['SUNDAY', 'SATURDAY'] }, 'Sat, Sun 9:00–17:30'],
    ['a word that is not a day', { ...shop, days: ['MONDAY', 'HOLIDAY'] }, 'Mon, HOLIDAY 9:00–17:30'],
    ['no day', { ...shop, days: [] }, 'no day 9:00–17:30'],
  ])('with %s reads as people say it', (_name, schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words)
  })

  it('is open from its first minute and closed from its last', () => {
    const spans = openSpans(shop)
    expect([539, 540, 1049, 1050].map((minute) => isOpenAt(spans, { day: 0, minute }))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isOpenAt(spans, { day: 5, minute: 600 })).toBe(false)
  })

  it('that stops before it starts goes on into the next day, also from Sunday into Monday', () => {
    const night = openSpans(bar)
    expect(isOpenAt(night, { day: 5, minute: 23 * 60 })).toBe(true)
    expect(isOpenAt(night, { day: 6, minute: 3 * 60 })).toBe(true)
    expect(isOpenAt(night, { day: 6, minute: 4 * 60 })).toBe(false)
    expect(isOpenAt(openSpans({ ...bar, days: ['SUNDAY'] }), { day: 0, minute: 60 })).toBe(true)
  })

  it('is read in its own zone, wherever this computer is', () => {
    const moment = momentIn(saturday, 'America/Chicago')
    expect(moment && momentWords(moment)).toBe('Sat 16:42')
    expect(momentIn(saturday, 'America/New_York')).toEqual({ day: 5, minute: 17 * 60 + 42 })
    expect(momentIn(saturday, 'Mars/Base')).toBeNull()
    expect(zoneCity('America/New_York')).toBe('New York')
  })
})

const account = fakeAccount('cf', 'callfire-v2')
const row = sampleRow(2, account)
const phone = (number: string) => `<${number.slice(-4)}>`
const tools = { now: saturday, phone, parse: () => null }

const withTracking = (change: Partial<CallTracking>): NumberDetail => ({
  ...detailOf(row, 'callfire-v2'),
  routing: {
    kind: 'config',
    config: { kind: 'tracking', tracking: { ...sampleTracking, weeklySchedule: shop, ...change }, texts: null },
  },
})

describe('what a caller meets right now', () => {
  it('out of hours is the voicemail, in hours the numbers in their order', () => {
    expect(rightNow(withTracking({}), tools)).toEqual({
      when: 'Sat 16:42 in Chicago',
      hears: 'hears the voicemail greeting',
      more: 'Calls are put through Mon–Fri 9:00–17:30.',
    })
    expect(rightNow(withTracking({}), { ...tools, now: monday })).toEqual({
      when: 'Mon 9:00 in Chicago',
      hears: 'hears <0102> ring',
      more: 'Then <0103>. Voicemail if nobody answers.',
    })
  })

  it.each([
    ['without voicemail', { voicemail: false }, 'is not put through'],
    ['without voicemail but with a sound', { voicemail: false, failedTransferSoundId: 5 }, /message for calls that/],
    ['with a schedule in no zone', { weeklySchedule: { ...shop, timeZone: null } }, /cannot be told/],
    ['with a schedule in a zone nobody knows', { weeklySchedule: { ...shop, timeZone: 'X/Y' } }, /cannot be told/],
    ['with no schedule', { weeklySchedule: null }, 'hears <0102> ring'],
    ['with no number to ring', { weeklySchedule: null, transferNumbers: [], voicemail: false }, 'is not put through'],
    ['with a greeting', { weeklySchedule: null, introSoundId: 7 }, 'hears the greeting, then <0102> ring'],
  ])('%s is said as it is', (_name, change, hears) => {
    expect(rightNow(withTracking(change), tools)?.hears).toMatch(hears)
  })

  it('is not guessed when nothing was read', () => {
    expect(rightNow({ ...withTracking({}), routing: null }, tools)).toBeNull()
  })

  it('at Flowroute is the first route, and what follows when that fails', () => {
    const detail = detailOf(
      { ...sampleRow(0, fakeAccount('fr', 'flowroute-v2')), number: '+12065550100' },
      'flowroute-v2',
    )
    expect(rightNow(detail, tools)).toMatchObject({
      hears: 'is sent to Bakery desk',
      more: 'If that fails: Cell of owner.',
    })
    expect(rightNow({ ...detail, routing: { kind: 'routes', primary: null, failover: null } }, tools)?.hears).toMatch(
      /no route/,
    )
  })

  it('in a menu are its first words', () => {
    const plan = tag('dialplan', [tag('menu', [tag('play', [], { type: 'TTS' }, 'Press one.')])])
    const detail: NumberDetail = {
      ...withTracking({}),
      routing: { kind: 'config', config: { kind: 'ivr', dialplanXml: '<x/>', texts: null } },
    }
    expect(rightNow(detail, { ...tools, parse: () => plan })?.hears).toBe('hears “Press one.”')
    expect(rightNow(detail, tools)?.hears).toBe('meets a call menu')
  })
})

function tag(
  name: string,
  children: readonly DialplanTag[] = [],
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): DialplanTag {
  return { name, children, attributes, text }
}

describe('a call menu as steps', () => {
  it('tells every tag, one we do not know too, deeper for what lies inside', () => {
    const plan = tag('dialplan', [
      tag('play', [], { type: 'callfireid' }, '123'),
      tag('menu', [
        tag('keypress', [tag('transfer', [], { mode: 'waterfall' }, '12065550102, 2065550103')], { pressed: '1' }),
        tag('keypress', [tag('goto', [], {}, 'main')], { pressed: 'Default' }),
        tag('keypress', [tag('hangup')], { pressed: 'timeout' }),
      ]),
      tag('stash', [], {}, 'done'),
    ])
    expect(outlineOf(plan, phone)).toEqual([
      { depth: 0, text: 'Plays sound 123' },
      { depth: 0, text: 'Menu' },
      { depth: 1, text: 'Key 1' },
      { depth: 2, text: 'Rings <0102>, <0103>, one after another' },
      { depth: 1, text: 'Any other key' },
      { depth: 2, text: 'Goes to “main”' },
      { depth: 1, text: 'No key' },
      { depth: 2, text: 'Hangs up' },
      { depth: 0, text: 'stash: done' },
    ])
  })

  it('knows the first words only where the first thing is speech', () => {
    expect(firstHeard(tag('dialplan', [tag('record'), tag('play', [], { type: 'tts' }, 'Later')]))).toBeNull()
    expect(firstHeard(tag('dialplan', [tag('setvar'), tag('play', [], { type: 'tts' }, 'Hello')]))).toBe('Hello')
  })
})
