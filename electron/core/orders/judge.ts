import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { PurchaseKind } from '../../../shared/model/purchase.ts'

/** What the provider's own order says about one thing of ours. */
export type OrderWord =
  /** No order is known. */
  | 'none'
  | 'running'
  /** It waits for a payment or somebody's consent; it may wait for ever. */
  | 'waiting'
  | 'fulfilled'
  /** It has ended, and tells what it obtained: this was not among it. */
  | 'withoutIt'
  /** It has ended badly as a whole. */
  | 'failed'
  /** It has ended, or says something we do not know, and does not tell what it obtained. */
  | 'unclear'
  /** The provider does not know it any more. */
  | 'forgotten'
  /** None is known, but one that is being worked on there may be ours after all. */
  | 'doubtful'

export type Evidence = {
  readonly kind: PurchaseKind
  /** Whether the provider's own list shows it now; null: it could not be read, or was not asked. */
  readonly listed: boolean | null
  /** The provider answered no to the request. */
  readonly saidNo: boolean
  readonly order: OrderWord
}

export type Judgement = 'done' | 'refused' | 'open'

/** The provider's list alone makes a thing ours, and its own words alone refuse it; whatever is in between stays open. */
export function judge({ kind, listed, saidNo, order }: Evidence): Judgement {
  if (listed === null) return 'open'
  const happened = kind === 'release' ? !listed : listed
  if (happened) return 'done'
  // A no may come from something in front of a provider that has taken the order all the same.
  if (order === 'doubtful') return 'open'
  return saidNo || order === 'withoutIt' || order === 'failed' ? 'refused' : 'open'
}

/** What the order says about a thing. `part` is the kind of goods that it belongs to. */
export function wordOf(order: ProviderOrder, part: 'local' | 'tollFree' | 'keywords', thing: string): OrderWord {
  const told = order[part]
  if (fulfilledOf(order).some((fulfilled) => fulfilled.toUpperCase() === thing.toUpperCase())) return 'fulfilled'
  switch (order.state) {
    case 'running':
    case 'waiting':
    case 'failed':
      return order.state
    case 'finished':
      // An order that does not mention what was ordered says nothing about it.
      return told === null ? 'unclear' : 'withoutIt'
    case 'unknown':
      return 'unclear'
    default:
      return order.state satisfies never
  }
}

export const fulfilledOf = ({ local, tollFree, keywords }: ProviderOrder): readonly string[] =>
  [local, tollFree, keywords].flatMap((part) => part?.fulfilled ?? [])

export const hasEnded = ({ state }: Pick<ProviderOrder, 'state'>): boolean => state === 'finished' || state === 'failed'
