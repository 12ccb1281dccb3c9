import { describe, expect, it } from 'vitest'
import {
  accountTitle,
  age,
  counted,
  duration,
  failureSentence,
  inDays,
  inWords,
  price,
  since,
} from '../../renderer/words.ts'
import type { Failure } from '../../shared/failure.ts'

const from = { accountId: 'cf' }
const failures: readonly Failure[] = [
  { kind: 'offline', ...from },
  { kind: 'timeout', afterMs: 30_000, ...from },
  { kind: 'tlsUntrusted', ...from },
  { kind: 'unauthorized', ...from },
  { kind: 'forbidden', said: 'not allowed.', ...from },
  { kind: 'notFound', said: null, ...from },
  { kind: 'refused', status: 400, said: 'cannot order more than 10', ...from },
  { kind: 'busy', retryAfterMs: 11_200, ...from },
  { kind: 'broken', status: 503, ...from },
  { kind: 'garbled', place: 'flowroute GET /v2/routes data[3].id: expected string', ...from },
  { kind: 'unsure', ...from },
  { kind: 'cancelled', ...from },
  { kind: 'keysMissing', why: 'none', ...from },
  { kind: 'keysMissing', why: 'session', ...from },
  { kind: 'keysMissing', why: 'locked', ...from },
  { kind: 'keysMissing', why: 'unreadable', ...from },
  { kind: 'invalid', field: 'address', problem: 'Use an address that begins with https.' },
  { kind: 'unknownAccount' },
  { kind: 'vault', why: 'pending' },
  { kind: 'vault', why: 'unavailable' },
  { kind: 'vault', why: 'wrongPassphrase' },
  { kind: 'disk', why: 'full', detail: 'SQLITE_FULL' },
  { kind: 'disk', why: 'readOnly', detail: 'SQLITE_READONLY' },
  { kind: 'disk', why: 'damaged', detail: 'SQLITE_CORRUPT' },
  { kind: 'disk', why: 'newer', detail: '' },
  { kind: 'disk', why: 'other', detail: 'SQLITE_IOERR' },
]

describe('a failure in words', () => {
  it.each(failures)('$kind $why: is a sentence of its own, without codes', (failure) => {
    const sentence = failureSentence(failure, 'CallFire')
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence).not.toMatch(/\b(4\d\d|5\d\d)\b|SQLITE|undefined|null|data\[|\.\./)
    expect(sentence.split(/[.;:] /).length, 'says what happened and what to do').toBeGreaterThanOrEqual(
      failure.kind === 'invalid' ? 1 : 2,
    )
  })

  it('differs for every kind and reason', () => {
    const sentences = failures.map((failure) => failureSentence(failure, 'CallFire'))
    expect(new Set(sentences).size).toBe(failures.length)
  })

  it('tells what the provider said in its own words', () => {
    expect(failureSentence(failures[6] ?? failures[0] ?? { kind: 'unknownAccount' }, 'CallFire')).toBe(
      'CallFire refused: “cannot order more than 10”. Change what it names, then try again.',
    )
  })

  it('speaks of the provider when nobody is named', () => {
    expect(failureSentence({ kind: 'broken', status: 500, accountId: null })).toMatch(/^The provider has trouble/)
  })
})

const now = new Date(2026, 10, 21, 16, 42).getTime()
const minute = 60_000

describe('ages', () => {
  it.each([
    [0, 'just now'],
    [-400 * 86_400_000, 'just now'],
    [59_000, 'just now'],
    [2 * minute, '2 min ago'],
    [59 * minute, '59 min ago'],
    [60 * minute, '1 h ago'],
    [23 * 60 * minute, '23 h ago'],
    [25 * 60 * minute, 'yesterday'],
    [3 * 24 * 60 * minute, '3 days ago'],
    [17 * 24 * 60 * minute, '4 Nov'],
    [400 * 24 * 60 * minute, '17 Oct 2025'],
  ])('%d ms ago reads %s', (ago, words) => {
    expect(age(now - ago, now)).toBe(words)
  })

  it('say since when data is shown: a time today, a day and a time before', () => {
    expect(since(new Date(2026, 10, 21, 9, 14).getTime(), now)).toBe('09:14')
    expect(since(new Date(2026, 10, 19, 9, 14).getTime(), now)).toBe('19 Nov, 09:14')
  })
})

describe('small words', () => {
  it.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [12, 'in 12 days'],
    [-1, 'yesterday'],
    [-1200, '1,200 days ago'],
  ])('%d days: %s', (days, words) => {
    expect(inDays(days)).toBe(words)
  })

  it.each([
    [0, '1 s'],
    [11_200, '12 s'],
    [180_000, '3 min'],
    [7_200_000, '2 h'],
  ])('%d ms last %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })

  it('never show an unknown price as nothing', () => {
    expect(price(null)).toBe('not told')
    expect(price({ amount: '1234.5', currency: 'USD' })).toBe('$1,234.50')
  })

  it('count', () => {
    expect([counted(1, 'number'), counted(1204, 'number'), inWords(2, 'account'), inWords(12, 'account')]).toEqual([
      '1 number',
      '1,204 numbers',
      'two accounts',
      '12 accounts',
    ])
  })

  it('name the provider once', () => {
    expect(accountTitle({ api: 'callfire-v2', name: 'Bakery' })).toBe('CallFire · Bakery')
    expect(accountTitle({ api: 'callfire-v2', name: 'CallFire 2' })).toBe('CallFire 2')
  })
})
