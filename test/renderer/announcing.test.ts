import { expect, it } from 'vitest'
import { announce, type Heard } from '../../renderer/screens/frame/announcing.ts'
import type { SyncProgress, SyncState } from '../../shared/model/sync.ts'

const state = (change: Partial<SyncState>): SyncState => ({
  accountId: 'a',
  phase: 'done',
  progress: null,
  lastDoneAt: null,
  lastTriedAt: null,
  failure: null,
  partFailures: [],
  odd: [],
  oddCount: 0,
  found: 12,
  gone: 0,
  ...change,
})

const reading = (rowsRead: number): SyncState => {
  const progress: SyncProgress = {
    part: 'numbers',
    rowsRead,
    rowsTotal: 100,
    rowsPerSecond: 0,
    leftMs: null,
    waitingUntil: null,
  }
  return state({ phase: 'running', progress })
}

const failed = state({ phase: 'failed', failure: { kind: 'offline', accountId: 'a' } })

const say = (heard: Heard | null, now: SyncState, at = 0) =>
  announce(heard, [now], { name: () => 'Bakery', failure: () => 'Bakery: cannot be reached', now: at })

const nothingYet: Heard = new Map()

it('says nothing of what was so before the window opened', () => {
  expect(say(null, failed)).toMatchObject({ polite: null, urgent: null })
  expect(say(null, state({}))).toMatchObject({ polite: null, urgent: null })
})

it('says a failure of an account that was added meanwhile, though it was never seen running', () => {
  expect(say(nothingYet, failed)).toMatchObject({ polite: null, urgent: 'Bakery: cannot be reached' })
})

it('says a failure once', () => {
  const { heard } = say(nothingYet, failed)
  expect(say(heard, failed, 60_000)).toMatchObject({ polite: null, urgent: null })
})

it('says every tenth, and in between only what took five seconds', () => {
  const { heard, polite } = say(null, reading(10))
  expect(polite).toBe('Bakery: 10 percent read')
  expect(say(heard, reading(19), 100).polite).toBeNull()
  expect(say(heard, reading(19), 5000).polite).toBe('Bakery: 10 percent read')
  expect(say(heard, reading(20), 100).polite).toBe('Bakery: 20 percent read')
})

it('says the end', () => {
  const { heard } = say(null, reading(10))
  expect(say(heard, state({})).polite).toBe('Bakery: synced, 12 numbers')
})

it('says the end of a sync that was never seen running', () => {
  const { heard } = say(null, state({ lastDoneAt: 1 }))
  expect(say(heard, state({ lastDoneAt: 1 })).polite).toBeNull()
  expect(say(heard, state({ lastDoneAt: 2 })).polite).toBe('Bakery: synced, 12 numbers')
})

it('does not say that an account was not read yet', () => {
  expect(say(nothingYet, state({ phase: 'never' }))).toMatchObject({ polite: null, urgent: null })
})
