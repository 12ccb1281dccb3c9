import { describe, expect, it } from 'vitest'
import type { KeywordsQuery, OwnedKeyword } from '../../shared/model/keyword.ts'
import { providerOrder, usd } from './purchases.ts'
import { begin, noon, open, temporaryFolder } from './support.ts'

const keyword = (word: string, change: Partial<OwnedKeyword> = {}): OwnedKeyword => ({
  keyword: word,
  shortCode: '67076',
  number: null,
  lease: { begin: '2026-01-01', end: '2026-12-01', autoRenew: true },
  state: 'active',
  stateSaid: 'ACTIVE',
  labels: [],
  ...change,
})

const query = (change: Partial<KeywordsQuery> = {}): KeywordsQuery => ({
  search: '',
  accountIds: [],
  sort: 'keyword',
  direction: 'ascending',
  offset: 0,
  limit: 100,
  ...change,
})

function stocked() {
  const { numbers, lists, sync, ...storage } = open(temporaryFolder())
  numbers.nameAccounts([
    { accountId: 'a1', name: 'Zebra' },
    { accountId: 'a2', name: 'Aardvark' },
  ])
  const run = (accountId: string) => begin({ ...storage, numbers, lists, sync }, accountId)
  lists.saveKeywords(run('a1'), [
    keyword('CAKE', { labels: ['Schaufenster', 'Café'], lease: { begin: null, end: null, autoRenew: null } }),
    keyword('PIE', { number: '+12065550143', shortCode: null, state: 'pending' }),
  ])
  lists.saveKeywords(run('a2'), [keyword('BREAD', { lease: { begin: null, end: '2026-11-30', autoRenew: false } })])
  const words = (change: Partial<KeywordsQuery> = {}) =>
    lists.keywords(query(change)).rows.map(({ keyword: word }) => word)
  return { lists, sync, run, words }
}

describe('the keywords', () => {
  it('are listed whole, with their account and when they were read', () => {
    const { lists } = stocked()
    expect(lists.keywords(query()).rows[0]).toEqual({
      ...keyword('BREAD', { lease: { begin: null, end: '2026-11-30', autoRenew: false } }),
      accountId: 'a2',
      goneOn: null,
      readAt: noon,
    })
  })

  it('sort both ways, what is not said last', () => {
    const { words } = stocked()
    expect(words()).toEqual(['BREAD', 'CAKE', 'PIE'])
    expect(words({ direction: 'descending' })).toEqual(['PIE', 'CAKE', 'BREAD'])
    expect(words({ sort: 'ends' })).toEqual(['BREAD', 'PIE', 'CAKE'])
    expect(words({ sort: 'ends', direction: 'descending' })).toEqual(['PIE', 'BREAD', 'CAKE'])
    expect(words({ sort: 'account' })).toEqual(['BREAD', 'CAKE', 'PIE'])
    expect(words({ sort: 'state', direction: 'descending' })).toEqual(['PIE', 'BREAD', 'CAKE'])
  })

  it.each([
    ['cak', ['CAKE']],
    ['CAFE schau', ['CAKE']],
    ['555-0143', ['PIE']],
    ['(206) 555', ['PIE']],
    ['67076', ['BREAD', 'CAKE']],
    ['cake pie', []],
    ['  ', ['BREAD', 'CAKE', 'PIE']],
    ['-', ['BREAD', 'CAKE', 'PIE']],
  ])('are found by “%s”', (search, found) => {
    expect(stocked().words({ search })).toEqual(found)
  })

  it('are those of some accounts, in windows', () => {
    const { lists, words } = stocked()
    expect(words({ accountIds: ['a1'] })).toEqual(['CAKE', 'PIE'])
    expect(lists.keywords(query({ offset: 1, limit: 1 }))).toMatchObject({
      rows: [{ keyword: 'CAKE' }],
      offset: 1,
      total: 3,
    })
  })

  it('that are gone are not there, nor found by their word', () => {
    const { lists, sync, run, words } = stocked()
    expect(lists.keyword('a1', 'cake')).toEqual(
      keyword('CAKE', { labels: ['Schaufenster', 'Café'], lease: { begin: null, end: null, autoRenew: null } }),
    )
    expect(lists.keyword('a2', 'CAKE')).toBeNull()
    expect(lists.keyword('nobody', 'CAKE')).toBeNull()
    sync.end(run('a1'))
    const next = run('a1')
    lists.saveKeywords(next, [keyword('PIE', { number: '+12065550143', shortCode: null })])
    sync.finishPart(next, 'keywords', '2026-11-21', 100)
    expect(words()).toEqual(['BREAD', 'PIE'])
    expect(lists.keyword('a1', 'CAKE')).toBeNull()
  })
})

describe('what an order last cost apiece', () => {
  const part = (cost: string | null) => ({ ordered: 1, fulfilled: [], unitCost: cost === null ? null : usd(cost) })

  it('is what the newest finished order that says it says', () => {
    const { lists, run } = stocked()
    lists.saveOrders(run('a1'), [
      providerOrder('old', { created: noon - 9, local: part('1.50'), tollFree: part('2') }),
      providerOrder('new', { created: noon, local: part('1.75') }),
      providerOrder('newer, untold', { created: noon + 1, local: part(null) }),
      providerOrder('newest, failed', { created: noon + 2, local: part('9'), state: 'failed' }),
      providerOrder('undated', { created: null, local: part('8'), keywords: part('0.0075') }),
    ])
    expect(lists.lastUnitCost('a1', 'local')).toEqual(usd('1.75'))
    expect(lists.lastUnitCost('a1', 'tollFree')).toEqual(usd('2'))
    expect(lists.lastUnitCost('a1', 'keyword')).toEqual(usd('0.0075'))
    expect(lists.lastUnitCost('a2', 'local')).toBeNull()
    expect(lists.lastUnitCost('nobody', 'local')).toBeNull()
  })
})
