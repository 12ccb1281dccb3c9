import {
  countsOf,
  type ItemState,
  type OrderRow,
  type Purchase,
  type PurchaseItem,
} from '../../../shared/model/purchase.ts'
import { noon } from './sample-rows.ts'

const dollars = (amount: string) => ({ amount, currency: 'USD' }) as const

export const sampleItem = (slot: number, state: ItemState, more: Partial<PurchaseItem> = {}): PurchaseItem => ({
  slot,
  thing: `+1206555${String(100 + slot).padStart(4, '0')}`,
  state,
  said: null,
  since: noon,
  setup: dollars('1'),
  monthly: dollars('1.25'),
  letGo: false,
  ...more,
})

/** A purchase whose items stand so, the first in slot 0. */
export function samplePurchase(states: readonly ItemState[], more: Partial<Purchase> = {}): Purchase {
  const items = more.items ?? states.map((state, slot) => sampleItem(slot, state))
  return {
    id: 'purchase-1',
    accountId: 'cf',
    accountName: 'Bakery',
    api: 'callfire-v2',
    kind: 'numbers',
    createdAt: noon,
    settledAt: null,
    items,
    counts: countsOf(items),
    count: null,
    orderId: null,
    total: null,
    lookAt: null,
    ...more,
  }
}

export const sampleOrder = (index: number, more: Partial<OrderRow> = {}): OrderRow => ({
  source: 'here',
  id: `purchase-${index}`,
  accountId: 'cf',
  createdAt: noon - index * 60_000,
  kind: 'numbers',
  what: '1 number',
  counts: { asked: 1, done: 1, refused: 0, checking: 0, notSent: 0 },
  cost: dollars('2.25'),
  costsMore: false,
  state: 'done',
  settledAfterMs: 2000,
  orderId: null,
  ...more,
})
