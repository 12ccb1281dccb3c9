import { describe, expect, it } from 'vitest'
import { isNews, orderOf } from '../../renderer/screens/frame/news.ts'
import { limitText, readLimit } from '../../renderer/screens/settings/limit-text.ts'
import { createBudgetsStore } from '../../renderer/stores/budgets.ts'
import { zero } from '../../shared/money.ts'
import { createFakeMain } from './support/fake-main.ts'
import { quiet, until } from './support/settled.ts'

describe('a limit that is typed', () => {
  it.each([
    ['20', '20'],
    ['$20.00', '20.00'],
    [' $ 20 ', '20'],
    ['20.', '20'],
    ['1,000', '1000'],
    ['1,234.50', '1234.50'],
    ['0', '0'],
    ['20 USD', '20'],
  ])('%j is %s dollars', (typed, amount) => {
    expect(readLimit(typed)).toEqual({ ok: true, limit: { amount, currency: 'USD' } })
  })

  it('that is empty is no limit', () => {
    expect(readLimit('  ')).toEqual({ ok: true, limit: null })
  })

  it.each([
    ['-5', 'less than $0'],
    ['20,50', '20.50'],
    ['twenty', 'such as 20'],
    ['20.005', 'two digits'],
    ['1e3', 'such as 20'],
    ['99999999', '$9,999,999'],
  ])('%j is told apart, with the way out', (typed, words) => {
    expect(readLimit(typed)).toMatchObject({ ok: false, problem: expect.stringContaining(words) })
  })

  it('stands in its field as a person writes it', () => {
    expect(limitText({ amount: '20', currency: 'USD' })).toBe('20')
    expect(limitText({ amount: '20.5', currency: 'USD' })).toBe('20.50')
    expect(limitText(null)).toBe('')
  })
})

describe('what was spent', () => {
  it('is asked for when somebody looks, and followed from then on', async () => {
    const main = createFakeMain()
    const budget = { accountId: 'cf', perOrder: null, perMonth: null, spent: zero, spentUnknown: 0 }
    main.world.answers['market.budgets'] = () => [budget]
    const store = createBudgetsStore(main.bridge, 0)
    main.push('orders')
    await quiet()
    expect(main.asked).toEqual([])
    await store.getState().load()
    main.world.answers['market.budgets'] = () => [{ ...budget, spent: { amount: '3', currency: 'USD' } }]
    main.push('orders')
    await until(() => store.getState().budgets?.[0]?.spent.amount === '3')
  })
})

describe('notices', () => {
  it('of settled orders lead to their order; those about the data stand across the page', () => {
    const settled = { id: 'order-p1', kind: 'orderSettled', sentence: '' } as const
    expect(isNews(settled)).toBe(true)
    expect(orderOf(settled)).toBe('p1')
    expect(orderOf({ id: 'searchFound-s1', kind: 'searchFound', sentence: '' })).toBeNull()
    expect(isNews({ id: 'clock', kind: 'clockBack', sentence: '' })).toBe(false)
  })
})
