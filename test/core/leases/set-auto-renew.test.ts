import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Failure, FailureError } from '../../../shared/failure.ts'
import type { AutoRenewChange } from '../../../shared/model/lease.ts'
import { route } from '../../support/builders.ts'
import { keyword, leased, Office } from './office.ts'
import { failureOf, isOn, offline, refused, turnOff, writesOf } from './turning-off.ts'

let office: Office
beforeEach(() => {
  office = new Office()
  office.own([leased('+12065550143')])
})
afterEach(() => office.close())

const set = (change: AutoRenewChange = turnOff()) => office.done(office.leases.setAutoRenew(change))
const writes = () => writesOf(office)
const busy = (retryAfterMs: number): Failure => ({ kind: 'busy', retryAfterMs, accountId: 'a1' })

describe('turning auto-renew off', () => {
  it('is done when the carrier’s list shows it, which is then stored and told', async () => {
    expect(await set()).toEqual([{ thing: '+12065550143', outcome: 'done', said: null }])
    expect(office.carrier.asked).toEqual(['look +12065550143', 'write +12065550143 off', 'look +12065550143'])
    expect(isOn(office)).toBe(false)
    expect(office.pushed).toContain('numbers')
  })

  it('keeps the settings before anything is sent', async () => {
    const config = { kind: 'config', config: { kind: 'unconfigured', texts: null } } as const
    office.own([leased('+12065550143', { labels: ['van'] })], config)
    office.carrier.numbers.set('+12065550143', { number: leased('+12065550143', { labels: ['van'] }), routing: null })
    office.carrier.fates = [refused]
    const takenAt = office.clock.now()
    await set()
    expect(office.leases.restorePoints('+12065550143')).toMatchObject([
      {
        accountId: 'a1',
        why: 'autoRenewOff',
        takenAt: expect.toSatisfy((at: number) => at >= takenAt),
        snapshot: { labels: ['van'] },
        routing: config,
      },
    ])
  })

  it('keeps of the routes only those that the number uses now', async () => {
    const run = office.storage.sync.current('a1', office.clock.now())
    office.storage.numbers.saveRoutes(run, [route('7'), route('8')], [])
    office.own([leased('+12065550143')], { kind: 'routes', primary: '7', failover: '8' })
    const now = { kind: 'routes', primary: null, failover: '8' } as const
    office.carrier.numbers.set('+12065550143', { number: leased('+12065550143'), routing: now })
    // What was read last is stored before anything else, so that what is kept is what is so.
    await set()
    const [point] = office.leases.restorePoints('+12065550143')
    expect([point?.routing, point?.routes.map(({ id }) => id)]).toEqual([now, ['8']])
  })

  it('sends nothing when the settings could not be kept', async () => {
    const { restorePoints } = office.storage
    const full: Failure = { kind: 'disk', why: 'full', detail: '' }
    Object.assign(restorePoints, {
      save: () => {
        throw new FailureError(full)
      },
    })
    expect(await failureOf(set())).toEqual(full)
    expect(writes()).toEqual([])
  })

  it.each(['0142', '', null, '2065550143'])('refuses to go on when %j was typed', async (typed) => {
    expect(await failureOf(set(turnOff({ typed })))).toEqual({
      kind: 'invalid',
      field: 'typed',
      problem: 'Type 0143, its last four digits, to go on. Nothing was sent.',
    })
    expect(office.carrier.asked).toEqual([])
  })

  it('wants the count of several, and the keyword in whatever case', async () => {
    office.own([leased('+12065550144')])
    const both = turnOff({ things: ['+12065550143', '+12065550144', '+12065550143'], typed: '0143' })
    expect(await failureOf(set(both))).toMatchObject({ problem: expect.stringContaining('Type 2, how many they are') })
    expect(await set({ ...both, typed: ' 2 ' })).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
    office.lease([keyword('CAKE')])
    expect(await set(turnOff({ kind: 'keyword', things: ['CAKE'], typed: 'cake' }))).toMatchObject([
      { outcome: 'done' },
    ])
    expect(office.storage.lists.keyword('a1', 'CAKE')?.lease.autoRenew).toBe(false)
    expect(office.pushed).toContain('keywords')
    expect(office.leases.restorePoints('CAKE')).toEqual([])
  })

  it('writes nothing when it is off already', async () => {
    await set()
    office.carrier.asked.length = 0
    expect(await set()).toEqual([{ thing: '+12065550143', outcome: 'done', said: 'It was so already.' }])
    expect(writes()).toEqual([])
  })
})

describe('turning auto-renew on again', () => {
  it('needs no typing and keeps no settings', async () => {
    office.own([leased('+12065550143', { lease: { begin: null, end: '2026-12-14', autoRenew: false } })])
    expect(await set(turnOff({ autoRenew: true, typed: null }))).toMatchObject([{ outcome: 'done' }])
    expect(isOn(office)).toBe(true)
    expect(office.leases.restorePoints('+12065550143')).toEqual([])
  })

  it('is not sent when the lease has ended where the carrier keeps its books', async () => {
    office.own([leased('+12065550143', { lease: { begin: null, end: '2026-11-20', autoRenew: false } })])
    // In Seattle it is still the 20th.
    office.clock.set(Date.UTC(2026, 10, 21, 7, 59))
    expect(await set(turnOff({ autoRenew: true, typed: null }))).toMatchObject([{ outcome: 'done' }])
    office.own([leased('+12065550143', { lease: { begin: null, end: '2026-11-20', autoRenew: false } })])
    office.clock.set(Date.UTC(2026, 10, 21, 8, 0))
    office.carrier.asked.length = 0
    expect(await set(turnOff({ autoRenew: true, typed: null }))).toEqual([
      {
        thing: '+12065550143',
        outcome: 'notSent',
        said: 'Its lease has ended, so auto-renew cannot be changed any more.',
      },
    ])
    expect(writes()).toEqual([])
  })
})

describe('an answer that does not come', () => {
  it('is settled by looking, without writing again', async () => {
    office.carrier.fates = ['lostAfter']
    expect(await set()).toMatchObject([{ outcome: 'done' }])
    expect(writes()).toHaveLength(1)
  })

  it('lets it be written again only after a look has shown the old state', async () => {
    office.carrier.fates = ['lostBefore', 'lostBefore', 'done']
    expect(await set()).toMatchObject([{ outcome: 'done' }])
    expect(office.carrier.asked).toEqual([
      'look +12065550143',
      ...Array(2)
        .fill(['write +12065550143 off', ...Array(3).fill('look +12065550143')])
        .flat(),
      'write +12065550143 off',
      'look +12065550143',
    ])
  })

  it('leaves it open after the third write, and says what the list shows', async () => {
    office.carrier.fates = ['lostBefore', 'lostBefore', 'lostBefore', 'done']
    expect(await set()).toEqual([
      {
        thing: '+12065550143',
        outcome: 'unknown',
        said: 'CallFire gave no clear answer. In its list auto-renew is still shown as on.',
      },
    ])
    expect(writes()).toHaveLength(3)
    expect(isOn(office)).toBe(true)
  })

  it('leaves it open when looking does not work either, and writes no more', async () => {
    office.carrier.fates = ['lostBefore']
    office.carrier.blind = [null, offline, offline, offline]
    expect(await set()).toMatchObject([{ outcome: 'unknown', said: expect.stringContaining('could not be reached') }])
    expect(writes()).toHaveLength(1)
  })
})

describe('an answer that comes', () => {
  it('counts only when the list shows it: one that lags is waited for', async () => {
    office.carrier.lag = 2
    expect(await set()).toMatchObject([{ outcome: 'done' }])
    expect(writes()).toHaveLength(1)
  })

  it('is not taken for done when the list never shows it', async () => {
    office.carrier.fates = ['ignored', 'ignored', 'ignored']
    expect(await set()).toEqual([
      {
        thing: '+12065550143',
        outcome: 'unknown',
        said: 'CallFire took the change, but in its list auto-renew is still shown as on.',
      },
    ])
  })

  it('that is a no is told in the carrier’s own words, and is not asked again', async () => {
    office.carrier.fates = [refused]
    expect(await set()).toEqual([
      { thing: '+12065550143', outcome: 'refused', said: 'CallFire refused: The plan does not allow it.' },
    ])
    expect(writes()).toHaveLength(1)
  })

  it('never repeats our keys, even where the carrier does', async () => {
    office.carrier.fates = [{ ...refused, said: 'secret-of-bakery may not do this' }]
    expect(await set()).toMatchObject([{ outcome: 'refused', said: 'CallFire refused: ••• may not do this.' }])
  })

  it('that asks to wait is obeyed, but not for ever', async () => {
    office.carrier.fates = [busy(5_000), 'done']
    const before = office.clock.now()
    expect(await set()).toMatchObject([{ outcome: 'done' }])
    expect(office.clock.now() - before).toBeGreaterThanOrEqual(5_000)
    office.own([leased('+12065550143')])
    office.carrier.fates = [busy(3_600_000)]
    expect(await set()).toMatchObject([{ outcome: 'notSent', said: expect.stringContaining('Nothing was changed') }])
  })

  it('about a number that is not listed any more stops it before', async () => {
    office.carrier.numbers.clear()
    expect(await set()).toMatchObject([{ outcome: 'notSent', said: expect.stringContaining('does not list it') }])
    expect(writes()).toEqual([])
  })
})
