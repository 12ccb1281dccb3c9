import type { DraftView } from '../../../shared/model/purchase.ts'
import { zero } from '../../../shared/money.ts'
import type { Handlers } from './fake-main.ts'

export const sampleDraft = (more: Partial<DraftView> = {}): DraftView => ({
  id: 'draft-1',
  kind: 'numbers',
  accountId: 'cf',
  things: [],
  ask: null,
  checks: [],
  state: 'checking',
  statement: '',
  button: 'Buy',
  asksPrice: false,
  typing: null,
  purchaseId: null,
  ...more,
})

const noBasket = { groups: [], count: 0 } as const

/** An office where nothing was searched, bought or given up yet; a test puts its own answers in place of these. */
export const buyingAnswers: Pick<
  Handlers,
  Extract<keyof Handlers, `${'market' | 'orders' | 'keywords' | 'leases'}.${string}` | 'accounts.practise'>
> = {
  'accounts.practise': () => null,
  'market.search': () => ({ searchId: 'search-1' }),
  'market.stop': () => null,
  'market.results': () => null,
  'market.recent': () => [],
  'market.watch': () => null,
  'market.forget': () => null,
  'market.suggest': () => [],
  'market.basket': () => noBasket,
  'market.budgets': () => [],
  'market.addToBasket': () => noBasket,
  'market.removeFromBasket': () => noBasket,
  'market.clearBasket': () => noBasket,
  'orders.prepare': ({ kind, accountId }) => sampleDraft({ kind, accountId }),
  'orders.draft': () => sampleDraft(),
  'orders.acceptPrice': () => sampleDraft(),
  'orders.place': () => ({ purchaseId: 'purchase-1' }),
  'orders.dropDraft': () => null,
  'orders.query': ({ offset }) => ({ rows: [], offset, total: 0, months: [], open: 0 }),
  'orders.get': () => null,
  'orders.checkAgain': () => null,
  'orders.letGo': () => null,
  'orders.supportText': () => ({ text: '' }),
  'keywords.query': ({ offset }) => ({ rows: [], offset, total: 0 }),
  'keywords.check': () => ({ words: [], suggestions: [] }),
  'leases.consequences': ({ ending, accountId }) => ({
    ending,
    accountId,
    things: [],
    savedPerYear: zero,
    savedUnknown: 0,
    offered: [],
    typing: '',
  }),
  'leases.setAutoRenew': () => [],
  'leases.restorePoints': () => [],
  'leases.restore': () => [],
}
