import { describe, expect, it } from 'vitest'
import type { DoNotContact } from '../../shared/model/do-not-contact.ts'
import type { OwnedKeyword } from '../../shared/model/keyword.ts'
import type { ProviderOrder } from '../../shared/model/order.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { ownedNumbers, route } from '../support/builders.ts'
import { begin, day, noon, numbersOf, open, readAll, rowsOf, temporaryFolder } from './support.ts'

const keyword = (word: string): OwnedKeyword => ({
  keyword: word,
  shortCode: '67076',
  number: null,
  lease: { begin: null, end: null, autoRenew: null },
  state: 'active',
  stateSaid: null,
  labels: [],
})
const blocked = (number: string): DoNotContact => ({
  number,
  calls: true,
  texts: true,
  inboundCalls: null,
  inboundTexts: null,
  source: null,
  campaignId: null,
  created: null,
})
const order: ProviderOrder = {
  id: '1',
  state: 'finished',
  said: 'FINISHED',
  created: null,
  total: null,
  local: null,
  tollFree: null,
  keywords: null,
}

describe('a run', () => {
  it('that was interrupted goes on: same generation, the parts that it finished, and when it began', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    const run = begin(first)
    first.numbers.saveNumbers(run, ownedNumbers(5))
    first.sync.finishPart(run, 'routes', '2026-11-21', 10)
    first.close()
    const again = open(folder).sync.begin('bakery', noon + 60_000)
    expect(again).toMatchObject({
      run: { generation: run.generation, readAt: noon + 60_000 },
      finishedParts: ['routes'],
      startedAt: noon,
    })
  })

  it('that ended is followed by a new one', () => {
    const storage = open(temporaryFolder())
    const run = readAll(storage, () => undefined)
    const next = storage.sync.begin('bakery', noon)
    expect(next.run.generation).toBe(run.generation + 1)
    expect(next.finishedParts).toEqual([])
  })

  it('after a clock was set back a year still wins over what was read before', () => {
    const storage = open(temporaryFolder())
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(3)))
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)), { now: noon - 365 * day })
    expect(rowsOf(storage).map(({ state }) => state)).toEqual(['active', 'active', 'gone'])
  })

  it('that goes on after a crash leaves no holes and no doubles', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    readAll(first, (run) => first.numbers.saveNumbers(run, ownedNumbers(40)))
    first.numbers.saveNumbers(begin(first), ownedNumbers(15))
    first.close()
    const storage = open(folder)
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(30)))
    expect(numbersOf(storage)).toHaveLength(40)
    expect(numbersOf(storage, { states: ['gone'] })).toHaveLength(10)
  })

  it('marks at most as many rows gone in one call as it is told', () => {
    const storage = open(temporaryFolder())
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(25)))
    const run = begin(storage)
    const steps = Array.from({ length: 3 }, () => storage.sync.finishPart(run, 'numbers', '2026-11-22', 10))
    expect(steps).toEqual([
      { gone: 10, left: true },
      { gone: 10, left: true },
      { gone: 5, left: false },
    ])
    expect(storage.sync.begin('bakery', noon).finishedParts).toEqual(['numbers'])
  })

  it('of one account marks nothing of another', () => {
    const storage = open(temporaryFolder())
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)), { accountId: 'clinic' })
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)))
    readAll(storage, () => undefined)
    expect(rowsOf(storage, { accountIds: ['clinic'] }).every(({ goneOn }) => goneOn === null)).toBe(true)
    expect(rowsOf(storage, { accountIds: ['bakery'] }).every(({ goneOn }) => goneOn !== null)).toBe(true)
  })
})

it('keeps the state of every sync over a restart', () => {
  const folder = temporaryFolder()
  const state: SyncState = {
    accountId: 'bakery',
    phase: 'failed',
    progress: null,
    lastDoneAt: noon,
    lastTriedAt: noon,
    failure: { kind: 'offline', accountId: 'bakery' },
    partFailures: [],
    odd: [],
    oddCount: 0,
    found: 3,
    gone: 1,
  }
  const first = open(folder)
  first.sync.saveState({ ...state, phase: 'running' })
  first.sync.saveState(state)
  first.close()
  expect(open(folder).sync.states()).toEqual([state])
})

describe('what an account holds', () => {
  const stocked = () => {
    const storage = open(temporaryFolder())
    const run = begin(storage)
    storage.numbers.saveNumbers(run, ownedNumbers(30))
    storage.numbers.saveRoutes(
      run,
      [route('1'), route('2')],
      [{ id: '4', name: 'us-west', description: null, firewallRules: null, sipHost: null }],
    )
    storage.lists.saveKeywords(run, [keyword('CAKE'), keyword('BREAD'), keyword('CAKE')])
    storage.lists.saveDoNotContact(run, ['+12065550100', '+12065550101', '+12065550102'].map(blocked))
    storage.lists.saveOrders(run, [order])
    return storage
  }

  it('is counted, each thing once', () => {
    const storage = stocked()
    expect(storage.holdings('bakery')).toEqual({
      numbers: 30,
      keywords: 2,
      doNotContact: 3,
      routes: 2,
      orders: 0,
      openOrders: 0,
    })
    expect(storage.holdings('nobody')).toEqual({
      numbers: 0,
      keywords: 0,
      doNotContact: 0,
      routes: 0,
      orders: 0,
      openOrders: 0,
    })
  })

  it('goes a little at a time and altogether, and nothing of another account with it', () => {
    const storage = stocked()
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)), { accountId: 'clinic' })
    let calls = 1
    while (storage.forget('bakery', 10)) calls++
    expect(calls).toBeGreaterThan(3)
    expect(storage.holdings('bakery')).toEqual({
      numbers: 0,
      keywords: 0,
      doNotContact: 0,
      routes: 0,
      orders: 0,
      openOrders: 0,
    })
    expect(numbersOf(storage)).toHaveLength(2)
    expect(storage.forget('bakery', 10)).toBe(false)
    expect(storage.sync.begin('bakery', noon).run.generation).toBe(1)
  })

  it('that its provider no longer lists is marked, list by list', () => {
    const storage = stocked()
    storage.sync.end(begin(storage))
    const run = begin(storage)
    const parts = ['numbers', 'routes', 'keywords', 'doNotContact', 'orders', 'billing'] as const
    const missing = () => parts.filter((part) => storage.sync.isAnyMissing(run, part))
    storage.lists.saveKeywords(run, [keyword('CAKE')])
    expect(missing()).toEqual(['numbers', 'routes', 'keywords', 'doNotContact', 'orders'])
    expect(storage.sync.finishPart(run, 'keywords', '2026-11-22', 10)).toEqual({ gone: 1, left: false })
    expect(storage.sync.finishPart(run, 'doNotContact', '2026-11-22', 2)).toEqual({ gone: 2, left: true })
    expect(storage.sync.finishPart(run, 'doNotContact', '2026-11-22', 2)).toEqual({ gone: 1, left: false })
    expect(storage.sync.finishPart(run, 'orders', '2026-11-22', 10)).toEqual({ gone: 1, left: false })
    expect(storage.sync.finishPart(run, 'billing', '2026-11-22', 10)).toEqual({ gone: 0, left: false })
    expect(missing()).toEqual(['numbers', 'routes'])
    storage.sync.finishPart(run, 'numbers', '2026-11-22', 100)
    storage.sync.finishPart(run, 'routes', '2026-11-22', 100)
    expect(missing()).toEqual([])
  })
})
