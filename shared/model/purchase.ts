import { z } from 'zod'
import type { Money } from '../money.ts'
import { type AccountId, type ApiId, accountId } from './account.ts'
import type { ProviderOrder } from './order.ts'

/** A release spends nothing, but cannot be taken back either: it goes through the same journal. */
export const purchaseKinds = ['numbers', 'count', 'keywords', 'release'] as const
export type PurchaseKind = (typeof purchaseKinds)[number]
export type PurchaseId = string

/**
 * `planned`: written down, its request has surely not left. `sending`: the request may have left. `checking`: it may have
 * happened. `done`: read back from the provider (owned; for a release: no longer owned). `refused`: the provider said so.
 * `notSent`: it ended before its request left.
 */
export const itemStates = ['planned', 'sending', 'checking', 'done', 'refused', 'notSent'] as const
export type ItemState = (typeof itemStates)[number]

export type PurchaseItem = {
  readonly slot: number
  /** E.164 number or keyword; null: not known yet which (an order by count). */
  readonly thing: string | null
  readonly state: ItemState
  /** The provider's own words, or why it is still being checked; a whole sentence. */
  readonly said: string | null
  /** Epoch ms of the last change of state. */
  readonly since: number
  readonly setup: Money | null
  readonly monthly: Money | null
  /** The owner decided not to wait any longer: no longer locked. It still counts as being checked. */
  readonly letGo: boolean
}

/** asked = done + refused + checking, always; what was never sent was not asked. */
export type PurchaseCounts = {
  readonly asked: number
  readonly done: number
  readonly refused: number
  readonly checking: number
  readonly notSent: number
}

export type CountAsk = z.infer<typeof countAsk>
const howMany = z
  .number('How many must be a whole number, such as 5.')
  .int('How many must be a whole number, such as 5.')
  .min(0, 'How many cannot be less than 0.')
  .max(500, 'Order 500 numbers at most at once.')
const part = z.string().trim().max(60)
/** CallFire picks the numbers. Empty texts do not restrict. */
export const countAsk = z
  .object({ local: howMany, tollFree: howMany, prefix: part, city: part, state: part, zip: part })
  .refine(({ local, tollFree }) => local + tollFree > 0, 'Order at least one number.')

export type PurchaseEvent = {
  /** Epoch ms. */
  readonly at: number
  readonly kind: 'intended' | 'sent' | 'answered' | 'noAnswer' | 'looked' | 'settled' | 'owner'
  /** A whole sentence. */
  readonly text: string
  /** What the provider answered, without secrets and shortened; null: nothing. */
  readonly answer: string | null
}

export type Purchase = {
  readonly id: PurchaseId
  readonly accountId: AccountId
  /** As the account was called then. */
  readonly accountName: string
  readonly api: ApiId
  readonly kind: PurchaseKind
  readonly createdAt: number
  /** Null: something of it is still open. */
  readonly settledAt: number | null
  readonly items: readonly PurchaseItem[]
  readonly counts: PurchaseCounts
  readonly count: CountAsk | null
  /** The provider's own order. */
  readonly orderId: string | null
  /** What the provider said it cost; null: it did not. */
  readonly total: Money | null
  /** Epoch ms of the next look; null: none is planned. */
  readonly lookAt: number | null
}

export type PurchaseDetail = { readonly purchase: Purchase; readonly events: readonly PurchaseEvent[] }

/** A row of the Orders screen. */
export type OrderRow = {
  /** `elsewhere`: the provider lists an order that was not made from this computer. */
  readonly source: 'here' | 'elsewhere'
  /** The purchase's id; elsewhere the provider's order id. */
  readonly id: string
  readonly accountId: AccountId
  readonly createdAt: number | null
  readonly kind: PurchaseKind | 'mixed'
  /** "3 numbers", "Keyword CAKE", "5 local numbers in Seattle". */
  readonly what: string
  readonly counts: PurchaseCounts
  /** Known cost at once, decimal USD; null: not known. */
  readonly cost: Money | null
  /** A part of the price is not known: it costs at least `cost`. */
  readonly costsMore: boolean
  readonly state: OrderState
  /** Ms from the request to the last item's end. */
  readonly settledAfterMs: number | null
  readonly orderId: string | null
}
export const orderStates = ['checking', 'done', 'partly', 'refused', 'notSent', 'waiting', 'unknown'] as const
export type OrderState = (typeof orderStates)[number]

export const ordersQuery = z.object({
  states: z.array(z.enum(orderStates)).max(7),
  accountIds: z.array(accountId).max(500),
  /** Calendar month `2026-11` by this computer's zone; null: all. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})
export type OrdersQuery = z.infer<typeof ordersQuery>
export type OrdersWindow = {
  readonly rows: readonly OrderRow[]
  readonly offset: number
  readonly total: number
  /** Months that have orders, newest first. */
  readonly months: readonly string[]
  /** Purchases with something open, whatever the filter. */
  readonly open: number
}

export type ElsewhereOrder = { readonly accountId: AccountId; readonly order: ProviderOrder; readonly readAt: number }

// ---- before a purchase -------------------------------------------------------------------------------------------

const things = z
  .array(z.string().trim().min(2).max(64))
  .min(1, 'Choose at least one.')
  .max(500, 'Order 500 at most at once.')
export const orderDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers'), accountId, things }),
  z.object({ kind: z.literal('count'), accountId, ask: countAsk }),
  z.object({ kind: z.literal('keywords'), accountId, things }),
  z.object({ kind: z.literal('release'), accountId, things }),
])
export type OrderDraft = z.infer<typeof orderDraft>

export const checkNames = [
  'connection',
  'readOnly',
  'locked',
  'onSale',
  'price',
  'notOwned',
  /** Before a release: it is still this account's. */
  'owned',
  'balance',
  'cap',
] as const
export type CheckName = (typeof checkNames)[number]
/** `notRun`: it could not be made, so it counts as not passed. */
export type DraftCheck = {
  readonly name: CheckName
  readonly state: 'waiting' | 'running' | 'passed' | 'failed' | 'notRun'
  /** A whole plain sentence; what it found, or what it is about to look at. */
  readonly sentence: string
}

export type DraftThing = {
  readonly thing: string
  readonly display: string
  readonly setup: Money | null
  readonly monthly: Money | null
  /** What it cost when it was seen; set where the price has changed since. */
  readonly before: { readonly setup: Money | null; readonly monthly: Money | null } | null
  /** A sentence; null: nothing speaks against it. */
  readonly problem: string | null
}

export type DraftView = {
  readonly id: string
  readonly kind: PurchaseKind
  readonly accountId: AccountId
  readonly things: readonly DraftThing[]
  readonly ask: CountAsk | null
  readonly checks: readonly DraftCheck[]
  /** `stale`: the checks are too old to buy on; prepare again. */
  readonly state: 'checking' | 'stopped' | 'ready' | 'placed' | 'stale'
  /** "Buy 3 numbers from CallFire – Bakery. $3.00 now, then $6.00 each month from 21 December 2026, until …" */
  readonly statement: string
  /** "Buy 3 numbers for $3.00". */
  readonly button: string
  /** A price went up or down since it was seen and the new one was not accepted yet. */
  readonly asksPrice: boolean
  /** What must be typed before the button works: the count, or the last four digits. */
  readonly typing: { readonly expected: string; readonly why: string } | null
  readonly purchaseId: PurchaseId | null
}

export const countsOf = (items: readonly Pick<PurchaseItem, 'state'>[]): PurchaseCounts => {
  const inState = (...states: readonly ItemState[]) => items.filter(({ state }) => states.includes(state)).length
  const notSent = inState('notSent', 'planned')
  return {
    asked: items.length - notSent,
    done: inState('done'),
    refused: inState('refused'),
    checking: inState('sending', 'checking'),
    notSent,
  }
}
