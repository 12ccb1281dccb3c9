import { describe, expect, it } from 'vitest'
import { judge, type OrderWord, wordOf } from '../../../electron/core/orders/judge.ts'
import { matchOrder, mayBeOurs } from '../../../electron/core/orders/match-order.ts'
import { isDeep, nextLookMs } from '../../../electron/core/orders/pace.ts'
import type { OrderPart, ProviderOrder } from '../../../shared/model/order.ts'
import type { CountAsk, PurchaseItem } from '../../../shared/model/purchase.ts'
import { a, b, c, free } from './counter.ts'

const words: readonly OrderWord[] = [
  'none',
  'running',
  'waiting',
  'fulfilled',
  'withoutIt',
  'failed',
  'unclear',
  'forgotten',
  'doubtful',
]

describe('the end of a thing', () => {
  it.each(words)('is done when the list shows it, whatever else is said (%s)', (order) => {
    for (const saidNo of [true, false]) expect(judge({ kind: 'numbers', listed: true, saidNo, order })).toBe('done')
  })

  it.each(words)('is open while the list could not be read (%s)', (order) => {
    for (const saidNo of [true, false]) {
      for (const kind of ['numbers', 'release'] as const) {
        expect(judge({ kind, listed: null, saidNo, order })).toBe('open')
      }
    }
  })

  it.each<[OrderWord, 'refused' | 'open']>([
    ['none', 'open'],
    ['running', 'open'],
    ['waiting', 'open'],
    ['fulfilled', 'open'],
    ['unclear', 'open'],
    ['forgotten', 'open'],
    ['withoutIt', 'refused'],
    ['failed', 'refused'],
  ])('that is not listed, of an order %s, is %s', (order, end) =>
    expect(judge({ kind: 'numbers', listed: false, saidNo: false, order })).toBe(end),
  )

  it('that is not listed stays open in spite of a no while an order may be ours after all', () =>
    expect(judge({ kind: 'numbers', listed: false, saidNo: true, order: 'doubtful' })).toBe('open'))

  it('that is not listed is refused by the provider’s own no', () =>
    expect(judge({ kind: 'keywords', listed: false, saidNo: true, order: 'none' })).toBe('refused'))

  it.each<[boolean, boolean, string]>([
    [false, false, 'done'],
    [false, true, 'done'],
    [true, true, 'refused'],
    [true, false, 'open'],
  ])('of giving up, listed %s and answered no %s, is %s', (listed, saidNo, end) =>
    expect(judge({ kind: 'release', listed, saidNo, order: 'none' })).toBe(end),
  )
})

const part = (ordered: number, ...fulfilled: string[]): OrderPart => ({ ordered, unitCost: null, fulfilled })
const order = (change: Partial<ProviderOrder> = {}): ProviderOrder => ({
  id: '7',
  state: 'finished',
  said: 'FINISHED',
  created: 1_000_000,
  total: null,
  local: null,
  tollFree: null,
  keywords: null,
  ...change,
})

describe('what an order says about a thing', () => {
  it.each<[Partial<ProviderOrder>, OrderWord]>([
    [{ local: part(1, a) }, 'fulfilled'],
    [{ local: part(2, b) }, 'withoutIt'],
    [{}, 'unclear'],
    [{ state: 'running', local: part(1) }, 'running'],
    [{ state: 'running', local: part(1, a) }, 'fulfilled'],
    [{ state: 'waiting' }, 'waiting'],
    [{ state: 'failed' }, 'failed'],
    [{ state: 'unknown', local: part(1) }, 'unclear'],
  ])('%j: %s', (change, word) => expect(wordOf(order(change), 'local', a)).toBe(word))
})

const item = (slot: number, thing: string | null): PurchaseItem => ({
  slot,
  thing,
  state: 'checking',
  said: null,
  since: 0,
  setup: null,
  monthly: null,
  letGo: false,
})
const ask: CountAsk = { local: 2, tollFree: 0, prefix: '', city: '', state: '', zip: '' }
const nobody = { orders: new Set<string>(), things: new Set<string>(), rival: false }
const ours = {
  kind: 'numbers',
  createdAt: 1_000_000,
  items: [item(0, a), item(1, b)],
  count: null,
  before: null,
} as const
const byCount = {
  ...ours,
  kind: 'count',
  items: [item(0, null), item(1, null)],
  count: ask,
  before: { things: [], orders: ['1'] },
} as const

describe('an order that was never answered', () => {
  it('is the one that obtained our numbers and nothing else', () => {
    const found = order({ local: part(2, a) })
    expect(matchOrder(ours, [order({ id: '8', local: part(2, c) }), found], nobody)).toBe(found)
  })

  it.each<[string, readonly ProviderOrder[]]>([
    ['another was asked for a different number', [order({ local: part(3, a) })]],
    ['it obtained something else as well', [order({ local: part(2, a, c) })]],
    ['it obtained nothing yet', [order({ state: 'running', local: part(2) })]],
    ['it is older than a day before', [order({ local: part(2, a), created: 1_000_000 - 86_400_001 })]],
    ['it could be two', [order({ local: part(2, a) }), order({ id: '8', local: part(2, b) })]],
    ['it is of another kind', [order({ tollFree: part(2, free) })]],
  ])('is not found where %s', (_, recent) => expect(matchOrder(ours, recent, nobody)).toBeNull())

  it('is found although the clocks are hours apart', () =>
    expect(matchOrder(ours, [order({ local: part(2, a), created: 1_000_000 - 3_600_000 })], nobody)).not.toBeNull())

  it('by count is the only new one with the same counts', () => {
    const found = order({ local: part(2, c) })
    expect(matchOrder(byCount, [found, order({ id: '1', local: part(2) })], nobody)).toBe(found)
  })

  it.each<[string, readonly ProviderOrder[]]>([
    ['there are two', [order({ local: part(2) }), order({ id: '8', local: part(2) })]],
    ['another does not say what it is about', [order({ local: part(2) }), order({ id: '8', state: 'waiting' })]],
    ['the counts are others', [order({ local: part(2), tollFree: part(1) })]],
    ['it was there before', [order({ id: '1', local: part(2) })]],
  ])('by count is not found where %s', (_, recent) => expect(matchOrder(byCount, recent, nobody)).toBeNull())

  it('is never another purchase’s', () =>
    expect(matchOrder(byCount, [order({ local: part(2) })], { ...nobody, orders: new Set(['7']) })).toBeNull())

  it('by count is not told where it may be that of another one without names', () =>
    expect(matchOrder(byCount, [order({ local: part(2) })], { ...nobody, rival: true })).toBeNull())

  it('by count is not told where the orders before are not known', () =>
    expect(
      matchOrder({ ...byCount, before: { things: [], orders: null } }, [order({ local: part(2) })], nobody),
    ).toBeNull())
})

describe('a no that an order may contradict', () => {
  const running = order({ state: 'running', local: part(2) })
  it.each<[string, ProviderOrder, boolean]>([
    ['is being worked on with the same counts', running, true],
    ['is being worked on with other counts', { ...running, local: part(3) }, false],
    ['does not say what it is about', { ...running, local: null }, true],
    ['has obtained one of ours', order({ local: part(9, a) }), true],
    ['has ended without ours', order({ local: part(2, c) }), false],
    ['was made long before', { ...running, created: 1_000_000 - 11 * 60_000 }, false],
  ])('is doubted where one %s: %s', (_, recent, doubt) => expect(mayBeOurs(ours, [recent], nobody)).toBe(doubt))

  it('is not doubted for the sake of another purchase’s order', () =>
    expect(mayBeOurs(ours, [running], { ...nobody, orders: new Set(['7']) })).toBe(false))
})

describe('the pace of looking', () => {
  it('is a second for twenty, fifteen seconds for five minutes, and a quarter of an hour in the end', () => {
    const pauses: number[] = []
    for (let waited = 0; pauses.length < 60; waited += pauses.at(-1) ?? 0) pauses.push(nextLookMs(waited))
    expect(pauses.slice(0, 20)).toEqual(Array(20).fill(1_000))
    expect(pauses.slice(20, 39)).toEqual(Array(19).fill(15_000))
    expect(pauses[39]).toBe(60_000)
    expect(pauses.at(-1)).toBe(15 * 60_000)
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  })

  it('reads the lists as well after twenty seconds', () => {
    expect(isDeep(19_000)).toBe(false)
    expect(isDeep(20_000)).toBe(true)
  })
})
