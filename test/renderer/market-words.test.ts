import { describe, expect, it } from 'vitest'
import { limitWords, searchWords, seenAgo } from '../../renderer/screens/market/market-words.ts'
import { columnsOf } from '../../renderer/screens/market/results/columns.tsx'
import { standingOf } from '../../renderer/screens/market/results/standing.ts'
import { marketVoice } from '../../renderer/screens/market-voice.ts'
import type { ShownSearch } from '../../renderer/stores/market/state.ts'
import type { SearchPart } from '../../shared/model/market.ts'
import { sampleQuery, sampleResults } from './support/sample-offers.ts'

const shownWith = (...states: readonly SearchPart['state'][]): ShownSearch => ({
  ...sampleResults([], { offset: 0, limit: 1 }),
  parts: states.map((state, at) => ({ accountId: `a${at}`, state, found: 0, failure: null, notes: [] })),
})
const known = { total: 0, shown: null, isNew: false, isStarting: false, failure: null } as const

/** A search whose rows are no longer kept. */
const foundThen = (shown: ReturnType<typeof shownWith>) => ({
  ...shown,
  parts: shown.parts.map((part) => ({ ...part, found: 7 })),
})

describe('the place of the results', () => {
  it.each([
    ['first', { ...known, isNew: true }],
    ['searching', { ...known, isNew: true, isStarting: true }],
    ['searching', { ...known, total: null }],
    ['searching', { ...known, shown: shownWith('failed', 'searching') }],
    ['rows', { ...known, total: 3, shown: shownWith('failed', 'searching') }],
    ['none', { ...known, shown: shownWith('done', 'failed') }],
    ['none', { ...known, shown: shownWith('stopped') }],
    ['dropped', { ...known, shown: foundThen(shownWith('done', 'failed')) }],
    ['failed', { ...known, shown: shownWith('failed', 'failed') }],
    ['unread', { ...known, failure: { kind: 'disk', why: 'damaged', detail: '' } }],
    ['rows', { ...known, total: 3, failure: { kind: 'disk', why: 'damaged', detail: '' } }],
  ] as const)('is %s', (kind, state) => {
    expect(standingOf(state).kind).toBe(kind)
  })
})

describe('words', () => {
  it.each([
    ['3', false, 'Within your $5.00 for one order'],
    ['3', true, 'Whether it is within your $5.00 for one order is not known'],
    ['6', true, 'More than your $5.00 for one order'],
  ])('of a limit beside %s, with prices missing %s', (amount, isPart, words) =>
    expect(limitWords({ amount, currency: 'USD' }, { amount: '5', currency: 'USD' }, isPart)).toBe(words),
  )

  it.each([
    [0, 'just now'],
    [4_000, 'just now'],
    [40_000, '40 s ago'],
    [59_900, '59 s ago'],
    [61_000, '1 min ago'],
    [-5_000, 'just now'],
  ])('seen %i ms ago reads %s', (ms, words) => {
    expect(seenAgo(1e12 - ms, 1e12)).toBe(words)
  })

  it('name a search by what restricts it', () => {
    expect(searchWords(sampleQuery)).toBe('Seattle, WA · CAKE')
    expect(searchWords({ ...sampleQuery, kind: 'tollFree', prefix: '888' })).toBe('toll-free · 888 · CAKE')
  })
})

describe('the columns', () => {
  const shownAt = (width: number) =>
    columnsOf({ accounts: new Map(), width, standing: () => 'free', onToggle: () => undefined }).map(({ id }) => id)

  it('give way in their order; the number, what it costs each month and the basket stay', () => {
    expect(shownAt(900)).toEqual(['number', 'memorable', 'account', 'setup', 'monthly', 'price', 'seen', 'act'])
    expect(shownAt(672)).toEqual(['number', 'memorable', 'account', 'setup', 'monthly', 'price', 'act'])
    expect(shownAt(640)).toEqual(['number', 'memorable', 'account', 'monthly', 'price', 'act'])
    expect(shownAt(530)).toEqual(['number', 'memorable', 'monthly', 'price', 'act'])
    expect(shownAt(200)).toEqual(['number', 'monthly', 'act'])
  })
})

describe('what is said of a search', () => {
  const name = (id: string) => `account ${id}`

  it('is nothing of results that lay here from before', () => {
    expect(marketVoice({ shown: shownWith('done'), total: 7, answered: 1 }, name)).toBe('')
  })

  it('is its course and its end, with who could not be asked', () => {
    expect(marketVoice({ shown: shownWith('done', 'searching'), total: 7, answered: 2 }, name)).toBe('Searching.')
    expect(marketVoice({ shown: shownWith('done', 'failed'), total: 7, answered: 2 }, name)).toBe(
      '7 numbers found. Could not be asked: account a1.',
    )
  })
})
