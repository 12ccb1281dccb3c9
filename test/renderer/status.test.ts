import { describe, expect, it } from 'vitest'
import { announce, type Heard } from '../../renderer/screens/frame/announcing.ts'
import { groupSigns } from '../../renderer/screens/frame/group-signs.ts'
import { captionOf, featureWords, stateSign } from '../../renderer/screens/numbers/row-words.ts'
import { standingOf } from '../../renderer/screens/numbers/standing.ts'
import { needsHand, syncSign } from '../../renderer/screens/sync-words.ts'
import { noFilter } from '../../renderer/stores/numbers/filter.ts'
import type { SyncProgress, SyncState } from '../../shared/model/sync.ts'
import { fakeAccount, fakeState } from './support/fake-main.ts'
import { sampleRow, todayThere } from './support/sample-rows.ts'

const account = fakeAccount('cf', 'callfire-v2')
const now = new Date(2026, 10, 21, 16, 42).getTime()
const at914 = new Date(2026, 10, 21, 9, 14).getTime()
const progress = (rowsRead: number, more: Partial<SyncProgress> = {}): SyncProgress => ({
  part: 'numbers',
  rowsRead,
  rowsTotal: 1400,
  rowsPerSecond: 300,
  leftMs: null,
  waitingUntil: null,
  ...more,
})
const running = (rowsRead: number, more: Partial<SyncProgress> = {}) =>
  fakeState('cf', { phase: 'running', progress: progress(rowsRead, more) })

describe('how an account stands', () => {
  it.each<[string, Partial<SyncState>, string]>([
    ['synced', { lastDoneAt: now - 120_000 }, 'synced 2 min ago'],
    [
      'offline',
      { phase: 'failed', failure: { kind: 'offline', accountId: 'cf' }, lastDoneAt: at914 },
      'offline – showing data from 09:14',
    ],
    ['asked to wait', running(100, { waitingUntil: now + 12_000 }), 'waiting 12 s, provider asked us to slow down'],
    ['done waiting', running(612, { waitingUntil: now - 1 }), 'reading 612 of about 1,400'],
    ['reading without a total', running(612, { rowsTotal: null }), 'reading 612'],
    ['never read', { phase: 'never', lastDoneAt: null }, 'not read yet'],
    [
      'refused',
      { phase: 'failed', failure: { kind: 'unauthorized', accountId: 'cf' }, lastDoneAt: null },
      'keys not accepted',
    ],
    [
      'half read',
      {
        lastDoneAt: now,
        partFailures: [{ part: 'orders', failure: { kind: 'broken', status: 500, accountId: 'cf' } }],
      },
      'synced just now, 1 of its lists not',
    ],
  ])('%s', (_name, state, words) => {
    expect(syncSign(account, fakeState('cf', state), now).words).toBe(words)
  })

  it('paused, whatever the last sync said', () => {
    expect(syncSign({ ...account, paused: true }, fakeState('cf', { lastDoneAt: at914 }), now).words).toBe(
      'paused – showing data from 09:14',
    )
  })

  it('calls for its owner only where time does not heal', () => {
    expect(needsHand({ kind: 'offline', accountId: 'cf' })).toBe(false)
    expect(needsHand({ kind: 'unauthorized', accountId: 'cf' })).toBe(true)
  })

  it('is told per provider by the account that stands worst', () => {
    const signed = ['a', 'b', 'c'].map((id) => ({
      account: fakeAccount(id, 'callfire-v2'),
      sign: syncSign(
        account,
        fakeState(
          id,
          id === 'b' ? { phase: 'failed', failure: { kind: 'unauthorized', accountId: id }, lastDoneAt: null } : {},
        ),
        now,
      ),
    }))
    expect(groupSigns(signed)).toMatchObject([
      { api: 'callfire-v2', sign: { tone: 'bad', words: 'keys not accepted (1 of 3)' } },
    ])
  })
})

const say = { name: () => 'Bakery', failure: () => 'It failed.', now }

function hear(states: readonly SyncState[], heard: Heard | null = null, later = 0) {
  return announce(heard, states, { ...say, now: now + later })
}

describe('what a screen reader hears of a sync', () => {
  it('is a count every five seconds where nobody knows the total', () => {
    const first = hear([running(10, { rowsTotal: null })])
    expect(hear([running(400, { rowsTotal: null })], first.heard, 4900).polite).toBeNull()
    expect(hear([running(400, { rowsTotal: null })], first.heard, 5000).polite).toBe('Bakery: 400 read')
  })

  it('is its end, and what was found', () => {
    expect(hear([fakeState('cf', { found: 612 })], hear([running(10)]).heard).polite).toBe(
      'Bakery: synced, 612 numbers',
    )
  })
})

describe('why a list has no rows', () => {
  const seen = { total: 0, owned: 0, filter: noFilter, failure: null, states: [fakeState('cf')] }
  it.each([
    ['nothing was answered yet', { ...seen, total: null }, 'reading'],
    [
      'the question failed',
      { ...seen, total: null, failure: { kind: 'disk', why: 'damaged', detail: '' } as const },
      'failed',
    ],
    ['the first sync is running', { ...seen, states: [running(0)] }, 'reading'],
    ['the provider lists none', seen, 'noneOwned'],
    ['no sync ever ended', { ...seen, states: [fakeState('cf', { phase: 'failed', lastDoneAt: null })] }, 'noneRead'],
    ['the filter lets none through', { ...seen, owned: 612, filter: { ...noFilter, search: 'zzz' } }, 'noneMatch'],
    ['there are rows', { ...seen, total: 3 }, 'rows'],
  ])('%s', (_name, state, kind) => {
    expect(standingOf(state).kind).toBe(kind)
  })
})

describe('a row in words', () => {
  const row = { ...sampleRow(1, account), rings: { sentence: 'x', state: 'somewhere' as const } }
  const ending = { begin: null, end: '2026-11-29', autoRenew: false }

  it('shows trouble before plain state', () => {
    expect(stateSign({ ...row, lease: ending }, todayThere).word).toBe('Ends 29 Nov')
    expect(stateSign({ ...row, lease: { ...ending, autoRenew: true } }, todayThere).word).toBe('Active')
    expect(stateSign({ ...row, lease: ending, rings: { sentence: 'x', state: 'nowhere' } }, todayThere).word).toBe(
      'Rings nowhere',
    )
    expect(stateSign({ ...row, lease: { ...ending, end: '2026-12-22' } }, todayThere).word).toBe('Active')
    expect(stateSign({ ...row, lease: { ...ending, end: '2026-11-01' } }, todayThere).word).toBe('Ended 1 Nov')
  })

  it('keeps a word of the provider that we do not know, and the day a number went', () => {
    expect(stateSign({ ...row, state: 'unknown', stateSaid: 'PORTING' }, todayThere).word).toBe('PORTING')
    expect(stateSign({ ...row, state: 'gone', goneOn: '2026-11-04' }, todayThere).word).toBe('Gone since 4 Nov')
  })

  it.each([
    ['on', 'on', 'Calls, texts'],
    ['on', 'off', 'Calls'],
    ['off', 'pending', 'Texts pending'],
    ['off', 'unsupported', 'none'],
    [null, 'unknown', 'not told'],
  ] as const)('calls %s and texts %s are %s', (calls, texts, words) => {
    expect(featureWords(calls, texts)).toBe(words)
  })

  it('says under the number only what no column says', () => {
    const named = { ...row, place: 'Seattle, WA', alias: 'Front desk', labels: ['van'] }
    expect(captionOf(named, { hasPlace: false, hasKind: true })).toBe('Seattle, WA · Front desk · van')
    expect(captionOf(named, { hasPlace: true, hasKind: true })).toBe('Front desk · van')
    expect(captionOf({ ...named, kind: 'tollFree', place: null }, { hasPlace: false, hasKind: false })).toBe(
      'Toll-free · Front desk · van',
    )
  })
})
