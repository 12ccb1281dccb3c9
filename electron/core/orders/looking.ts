import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { PurchaseItem } from '../../../shared/model/purchase.ts'
import type { Provider, StoredPurchase } from '../ports.ts'
import type { ItemChange } from './ledger.ts'
import type { Claimed } from './match-order.ts'
import type { Found } from './owned.ts'

/** One look at a purchase that is not settled. */
export type Looking = {
  readonly purchase: StoredPurchase
  readonly provider: Provider
  readonly carrier: string
  /** Asked for only where an order or numbers have to be told from others: it reads many rows. */
  readonly claimed: () => Claimed
  /** The lists are read too, although the order says that it is being worked on. */
  readonly deep: boolean
  /** A whole list may be read for it: not every second. */
  readonly whole: boolean
  readonly signal: AbortSignal
}

/** Part of what a look found; to be written down before the next part is asked for. */
export type Seen = {
  readonly items?: readonly ItemChange[]
  /** What the provider's list showed of things that are ours now. */
  readonly found?: readonly Found[]
  /** Released, and gone from the list. */
  readonly gone?: readonly string[]
  readonly orderId?: string
  readonly order?: ProviderOrder
  /** For the timeline; told once as long as it stays the same. */
  readonly note?: string
}

export const checkingItems = ({ items }: Pick<StoredPurchase, 'items'>): readonly PurchaseItem[] =>
  items.filter(({ state }) => state === 'checking')
