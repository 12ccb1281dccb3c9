import { describe, expect, it } from 'vitest'
import { keywordSign, textedTo } from '../../renderer/screens/keywords/columns.tsx'
import { createKeywordsStore } from '../../renderer/stores/keywords.ts'
import { rowAt } from '../../renderer/stores/windowed/pages.ts'
import { createWordsStore } from '../../renderer/stores/words.ts'
import type { KeywordRow, WordReport } from '../../shared/model/keyword.ts'
import { createFakeMain } from './support/fake-main.ts'
import { noon, todayThere } from './support/sample-rows.ts'
import { until } from './support/settled.ts'

const pauses = { typingMs: 0, gapMs: 0 }

const row = (keyword: string, more: Partial<KeywordRow> = {}): KeywordRow => ({
  accountId: 'cf',
  keyword,
  shortCode: '67076',
  number: null,
  lease: { begin: '2026-01-01', end: '2027-01-01', autoRenew: true },
  state: 'active',
  stateSaid: 'ACTIVE',
  labels: [],
  goneOn: null,
  readAt: noon,
  ...more,
})

function office(rows: readonly KeywordRow[]) {
  const main = createFakeMain()
  main.world.answers['keywords.query'] = ({ search, offset, limit }) => {
    const found = rows.filter(({ keyword }) => keyword.includes(search.toUpperCase()))
    return { rows: found.slice(offset, offset + limit), offset, total: found.length }
  }
  return main
}

describe('the list of keywords', () => {
  it('follows the search when typing pauses, and asks once for it', async () => {
    const main = office([row('CAKE'), row('BREAD')])
    const store = createKeywordsStore(main.bridge, pauses)
    store.getState().type('ca')
    store.getState().type('cak')
    await until(() => store.getState().total === 1)
    expect(main.asked.map(({ input }) => input)).toMatchObject([{ search: 'cak' }])
    expect(rowAt(store.getState().pages, 0)?.keyword).toBe('CAKE')
  })

  it('turns its order around when the same heading is pressed twice', async () => {
    const main = office([row('CAKE')])
    const store = createKeywordsStore(main.bridge, pauses)
    store.getState().sortBy('ends')
    store.getState().sortBy('ends')
    await until(() => store.getState().total)
    expect(main.asked.at(-1)?.input).toMatchObject({ sort: 'ends', direction: 'descending' })
  })

  it('shows the open keyword as it was read last', async () => {
    const main = office([row('CAKE')])
    const store = createKeywordsStore(main.bridge, pauses)
    store.getState().open(row('CAKE'))
    const ending = row('CAKE', { lease: { begin: null, end: '2026-12-01', autoRenew: false } })
    main.world.answers['keywords.query'] = ({ offset }) => ({ rows: [ending], offset, total: 1 })
    main.push('keywords')
    await until(() => store.getState().shown?.lease.autoRenew === false)
  })

  it('says where a keyword is texted to, and that it ends soon', () => {
    expect(textedTo(row('CAKE'))).toBe('67076')
    expect(textedTo(row('CAKE', { shortCode: null, number: '+12065550143' }))).toBe('(206) 555-0143')
    expect(textedTo(row('CAKE', { shortCode: null }))).toBeNull()
    const ending = row('CAKE', { lease: { begin: null, end: '2026-12-01', autoRenew: false } })
    expect(keywordSign(ending, todayThere).word).toBe('Ends 1 Dec')
  })
})

describe('checking words', () => {
  const told = (word: string, standing: WordReport['standing']): WordReport => ({ word, standing, problem: null })

  function counter(words: readonly WordReport[]) {
    const main = createFakeMain()
    main.world.answers['keywords.check'] = () => ({ words, suggestions: ['CAKES'] })
    return { main, store: createWordsStore(main.bridge) }
  }

  it('ticks the only free word by itself, and none of several', async () => {
    const one = counter([told('CAKE', 'taken'), told('BREAD', 'free')])
    await one.store.getState().check('cf')
    expect([...one.store.getState().chosen]).toEqual(['BREAD'])
    const two = counter([told('CAKE', 'free'), told('BREAD', 'free')])
    await two.store.getState().check('cf')
    expect([...two.store.getState().chosen]).toEqual([])
  })

  it('keeps ticks on words that are still free, and takes them off the others', async () => {
    const { main, store } = counter([told('A1B', 'free'), told('B2C', 'free'), told('C3D', 'free')])
    await store.getState().check('cf')
    store.getState().toggle('A1B')
    store.getState().toggle('B2C')
    main.world.answers['keywords.check'] = () => ({
      words: [told('A1B', 'taken'), told('B2C', 'free'), told('C3D', 'free')],
      suggestions: [],
    })
    await store.getState().check('cf')
    expect([...store.getState().chosen]).toEqual(['B2C'])
  })

  it('writes a suggestion under the other words, ticks it and asks again', async () => {
    const { main, store } = counter([told('CAKE', 'taken')])
    store.getState().type('cake\n')
    main.world.answers['keywords.check'] = () => ({
      words: [told('CAKE', 'taken'), told('CAKES', 'free')],
      suggestions: [],
    })
    await store.getState().add('cf', 'CAKES')
    expect(main.asked.at(-1)?.input).toEqual({ accountId: 'cf', text: 'cake\nCAKES' })
    expect([...store.getState().chosen]).toEqual(['CAKES'])
  })

  it('drops an answer that a change of account overtook', async () => {
    const { main, store } = counter([told('CAKE', 'free')])
    const held = main.hold('keywords.check')
    const checking = store.getState().check('cf')
    store.getState().setAccount('other')
    held.letGo()
    await checking
    expect(store.getState()).toMatchObject({ report: null, isBusy: false, accountId: 'other' })
  })

  it('keeps the words and the last report when it cannot ask', async () => {
    const { main, store } = counter([told('CAKE', 'free')])
    store.getState().type('cake')
    await store.getState().check('cf')
    main.world.failures.set('keywords.check', { kind: 'offline', accountId: 'cf' })
    await store.getState().check('cf')
    expect(store.getState()).toMatchObject({ text: 'cake', failure: { kind: 'offline' } })
    expect(store.getState().report?.words).toHaveLength(1)
  })
})
