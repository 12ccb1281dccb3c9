import type { OwnedNumber } from '../../../shared/model/number.ts'
import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { CountAsk, PurchaseItem } from '../../../shared/model/purchase.ts'
import type { StoredPurchase } from '../ports.ts'
import type { ItemChange } from './ledger.ts'

export type CountKind = 'local' | 'tollFree'

/** Local ones come first. */
export const kindOfSlot = (slot: number, { local }: CountAsk): CountKind => (slot < local ? 'local' : 'tollFree')

type Slots = Pick<StoredPurchase, 'items' | 'count'>

/** Checking items of this kind that have no number yet. */
export const emptySlots = ({ items, count }: Slots, kind: CountKind): readonly PurchaseItem[] =>
  items.filter(
    ({ slot, thing, state }) =>
      count !== null && thing === null && state === 'checking' && kindOfSlot(slot, count) === kind,
  )

/** Puts what the order obtained into slots that have no number yet; more than was asked for stays out. */
export function assign(purchase: Slots, order: ProviderOrder): readonly ItemChange[] {
  return (['local', 'tollFree'] as const).flatMap((kind) => fill(purchase, kind, order[kind]?.fulfilled ?? []))
}

export function fill(purchase: Slots, kind: CountKind, numbers: readonly string[]): readonly ItemChange[] {
  const known = new Set(purchase.items.flatMap(({ thing }) => thing ?? []))
  const fresh = [...new Set(numbers)].filter((number) => !known.has(number))
  return emptySlots(purchase, kind).flatMap(({ slot }, index): readonly ItemChange[] => {
    const thing = fresh[index]
    return thing === undefined ? [] : [{ slot, thing }]
  })
}

/** Of what the account lists now, the numbers of this kind that are new and nobody else's. */
export function newOnes(
  { before, items }: Pick<StoredPurchase, 'before' | 'items'>,
  owned: readonly OwnedNumber[],
  { kind, claimed }: { readonly kind: CountKind; readonly claimed: ReadonlySet<string> },
): readonly OwnedNumber[] {
  const old = new Set([...(before?.things ?? []), ...items.flatMap(({ thing }) => thing ?? [])])
  return owned.filter(({ number, ...rest }) => rest.kind === kind && !old.has(number) && !claimed.has(number))
}

/** Whether a number lies where it was asked for. What the provider does not tell does not count as lying there. */
export function liesThere({ number, place }: OwnedNumber, kind: CountKind, ask: CountAsk): boolean {
  if (kind === 'tollFree') return true
  const isSame = (wanted: string, told: string | null) =>
    wanted === '' || (told !== null && told.trim().toUpperCase() === wanted.toUpperCase())
  return (
    number.startsWith(`+1${ask.prefix.replace(/\D/g, '').replace(/^1/, '')}`) &&
    isSame(ask.city, place.city) &&
    isSame(ask.state, place.state) &&
    isSame(ask.zip, place.zip)
  )
}
