import type { DraftCheck, PurchaseKind } from '../../../shared/model/purchase.ts'
import type { Check } from './check.ts'
import { lockedCheck, readOnlyCheck } from './check-account.ts'
import { onSaleCheck, priceCheck } from './check-market.ts'
import { balanceCheck, capCheck } from './check-money.ts'
import { notOwnedCheck, ownedCheck } from './check-owned.ts'

/** Behind the connection, in this order. */
export const checksOf = (kind: PurchaseKind): readonly Check[] =>
  kind === 'release'
    ? [readOnlyCheck, lockedCheck, ownedCheck]
    : [readOnlyCheck, lockedCheck, onSaleCheck, priceCheck, notOwnedCheck, balanceCheck, capCheck]

/** When one of these does not pass there is no use in asking anybody anything. */
export const isBarrier = ({ name }: Pick<Check, 'name'>): boolean => name === 'readOnly' || name === 'locked'

export const plannedChecks = (kind: PurchaseKind): readonly DraftCheck[] => [
  { name: 'connection', state: 'waiting', sentence: 'Whether the provider can be reached with your keys.' },
  ...checksOf(kind).map(({ name, about }): DraftCheck => ({ name, state: 'waiting', sentence: about })),
]
