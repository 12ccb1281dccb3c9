import type { AccountId } from '../../../shared/model/account.ts'
import type { BasketLine } from '../../../shared/model/market.ts'
import type { Storage } from '../ports.ts'

export type Standing = { readonly standing: BasketLine['standing']; readonly ownedBy: AccountId | null }

/** How numbers stand at this moment: bought since, being bought, or free. One look at the disk for all of them. */
export function standings(storage: Storage, numbers: readonly string[]): (number: string) => Standing {
  const owners = storage.numbers.owners(numbers)
  const locked = new Set(storage.orders.locked(numbers).map(({ thing }) => thing))
  return (number) => {
    const ownedBy = owners.get(number) ?? null
    if (ownedBy !== null) return { standing: 'yours', ownedBy }
    return { standing: locked.has(number) ? 'checking' : 'free', ownedBy }
  }
}
