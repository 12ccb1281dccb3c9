import type { ProviderOrder } from '../../../shared/model/order.ts'
import { isTollFree } from '../../../shared/phone.ts'
import type { StoredPurchase } from '../ports.ts'
import { fulfilledOf } from './judge.ts'

/** Two clocks may be set apart by a day, and an order is never older than what was written down before it was sent. */
const toleranceMs = 24 * 60 * 60_000

type Ours = Pick<StoredPurchase, 'kind' | 'createdAt' | 'items' | 'count' | 'before'>

/** What our other purchases have: an order or a number is nobody's twice. */
export type Claimed = { readonly orders: ReadonlySet<string>; readonly things: ReadonlySet<string> }

/** The order that is surely this purchase's, out of the account's newest; null: none is, or more than one may be. */
export function matchOrder(ours: Ours, recent: readonly ProviderOrder[], claimed: Claimed): ProviderOrder | null {
  const before = new Set(ours.before?.orders ?? [])
  const possible = recent.filter(
    ({ id, created }) =>
      !before.has(id) && !claimed.orders.has(id) && (created === null || created >= ours.createdAt - toleranceMs),
  )
  return ours.kind === 'count' ? onlyOne(ours, possible) : named(ours, possible)
}

/** An order that obtained things of ours and nothing else, and was asked for as many. */
function named({ kind, items }: Ours, possible: readonly ProviderOrder[]): ProviderOrder | null {
  const things = new Set(items.flatMap(({ thing }) => thing?.toUpperCase() ?? []))
  const wanted = orderedOf(kind, [...things])
  const fits = possible.filter((order) => {
    const fulfilled = fulfilledOf(order)
    return fulfilled.length > 0 && fulfilled.every((thing) => things.has(thing.toUpperCase())) && isSame(wanted, order)
  })
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** Nothing but the counts tells it from others: it must be the only one, and no other may be hiding what it is about. */
function onlyOne({ count, before }: Ours, possible: readonly ProviderOrder[]): ProviderOrder | null {
  if (!count || !before?.orders) return null
  const wanted = { local: count.local, tollFree: count.tollFree, keywords: 0 }
  const mute = possible.some(({ local, tollFree, keywords }) => !local && !tollFree && !keywords)
  const fits = possible.filter((order) => isSame(wanted, order))
  return fits.length === 1 && !mute ? (fits[0] ?? null) : null
}

type Ordered = { readonly local: number; readonly tollFree: number; readonly keywords: number }

function orderedOf(kind: StoredPurchase['kind'], things: readonly string[]): Ordered {
  if (kind === 'keywords') return { local: 0, tollFree: 0, keywords: things.length }
  const tollFree = things.filter(isTollFree).length
  return { local: things.length - tollFree, tollFree, keywords: 0 }
}

const isSame = (wanted: Ordered, { local, tollFree, keywords }: ProviderOrder): boolean =>
  (local?.ordered ?? 0) === wanted.local &&
  (tollFree?.ordered ?? 0) === wanted.tollFree &&
  (keywords?.ordered ?? 0) === wanted.keywords
