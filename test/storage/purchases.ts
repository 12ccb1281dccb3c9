import type { NewPurchase, PurchaseChange } from '../../electron/core/ports.ts'
import { FailureError } from '../../shared/failure.ts'
import type { ProviderOrder } from '../../shared/model/order.ts'
import type { OrdersQuery, PurchaseEvent } from '../../shared/model/purchase.ts'
import type { Money } from '../../shared/money.ts'
import { noon } from './support.ts'

export const usd = (amount: string): Money => ({ amount, currency: 'USD' })

export const event = (text: string, change: Partial<PurchaseEvent> = {}): PurchaseEvent => ({
  at: noon,
  kind: 'looked',
  text,
  answer: null,
  ...change,
})

/** An item each thing, planned, without a price. */
export const purchase = (
  id: string,
  things: readonly (string | null)[],
  change: Partial<NewPurchase> = {},
): NewPurchase => ({
  id,
  accountId: 'bakery',
  accountName: 'Bakery',
  api: 'callfire-v2',
  kind: 'numbers',
  createdAt: noon,
  count: null,
  before: null,
  items: things.map((thing, slot) => ({ slot, thing, state: 'planned', setup: null, monthly: null })),
  events: [],
  ...change,
})

type State = NonNullable<NonNullable<PurchaseChange['items']>[number]['state']>

/** The items' states in the order of their slots. */
export const moved = (...states: readonly State[]): PurchaseChange => ({
  items: states.map((state, slot) => ({ slot, at: noon + 1000, state })),
})

export const providerOrder = (id: string, change: Partial<ProviderOrder> = {}): ProviderOrder => ({
  id,
  state: 'finished',
  said: 'FINISHED',
  created: noon,
  total: null,
  local: null,
  tollFree: null,
  keywords: null,
  ...change,
})

export const ordersQuery = (change: Partial<OrdersQuery> = {}): OrdersQuery => ({
  states: [],
  accountIds: [],
  month: null,
  offset: 0,
  limit: 100,
  ...change,
})

export const utcMonth = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 7)

export function failureOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof FailureError) return error.failure
    throw error
  }
  throw new Error('it did not fail')
}
