import type { ProviderOrder } from '../../../shared/model/order.ts'
import { isTollFree } from '../../../shared/phone.ts'
import type { StoredPurchase } from '../ports.ts'
import { fulfilledOf, hasEnded } from './judge.ts'

/** Two clocks may be set apart by a day, and an order is never older than what was written down before it was sent. */
const toleranceMs = 24 * 60 * 60_000

/** For a doubt alone the clocks count as good: an order of an hour ago that still waits must not keep a no from being believed. */
const doubtMs = 10 * 60_000

type Ours = Pick<StoredPurchase, 'kind' | 'createdAt' | 'items' | 'count' | 'before'>

/** What our other purchases have: an order or a number is nobody's twice. */
export type Claimed = {
  readonly orders: ReadonlySet<string>
  readonly things: ReadonlySet<string>
  /** Another order by count, which the owner may have let go, is open without names: what comes may be either's. */
  readonly rival: boolean
}

/** The order that is surely this purchase's, out of the account's newest; null: none is, or more than one may be. */
export function matchOrder(ours: Ours, recent: readonly ProviderOrder[], claimed: Claimed): ProviderOrder | null {
  const possible = possibleOrders(ours, recent, claimed)
  if (ours.kind !== 'count') return named(ours, possible)
  return claimed.rival ? null : onlyOne(ours, possible)
}

/** Whether an order that is not over yet, or that obtained something of ours, may be this purchase’s. */
export function mayBeOurs(ours: Ours, recent: readonly ProviderOrder[], claimed: Claimed): boolean {
  const things = new Set(ours.items.flatMap(({ thing }) => thing?.toUpperCase() ?? []))
  const wanted = wantedBy(ours)
  const lately = recent.filter(({ created }) => created === null || created >= ours.createdAt - doubtMs)
  return possibleOrders(ours, lately, claimed).some((order) => {
    if (fulfilledOf(order).some((thing) => things.has(thing.toUpperCase()))) return true
    if (ours.kind !== 'count' && (hasEnded(order) || fulfilledOf(order).length > 0)) return false
    return isMute(order) || isSame(wanted, order)
  })
}

function possibleOrders(ours: Ours, recent: readonly ProviderOrder[], claimed: Claimed): readonly ProviderOrder[] {
  const before = new Set(ours.before?.orders ?? [])
  return recent.filter(
    ({ id, created }) =>
      !before.has(id) && !claimed.orders.has(id) && (created === null || created >= ours.createdAt - toleranceMs),
  )
}

/** An order that obtained things of ours and nothing else, and was asked for as many. */
function named({ kind, items }: Ours, possible: readonly ProviderOrder[]): ProviderOrder | null {
  const things = new Set(items.flatMap(({ thing }) => thing?.toUpperCase() ?? []))
  const wanted = wantedBy({ kind, items, count: null })
  const fits = possible.filter((order) => {
    const fulfilled = fulfilledOf(order)
    return fulfilled.length > 0 && fulfilled.every((thing) => things.has(thing.toUpperCase())) && isSame(wanted, order)
  })
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** Nothing but the counts tells it from others: it must be the only one, and no other may be hiding what it is about. */
function onlyOne({ count, before }: Ours, possible: readonly ProviderOrder[]): ProviderOrder | null {
  if (!count || !before?.orders) return null
  const wanted = wantedBy({ kind: 'count', items: [], count })
  const mute = possible.some(isMute)
  const fits = possible.filter((order) => isSame(wanted, order))
  return fits.length === 1 && !mute ? (fits[0] ?? null) : null
}

type Ordered = { readonly local: number; readonly tollFree: number; readonly keywords: number }

function wantedBy({ kind, items, count }: Pick<Ours, 'kind' | 'items' | 'count'>): Ordered {
  if (count) return { local: count.local, tollFree: count.tollFree, keywords: 0 }
  const things = items.flatMap(({ thing }) => thing ?? [])
  if (kind === 'keywords') return { local: 0, tollFree: 0, keywords: things.length }
  const tollFree = things.filter(isTollFree).length
  return { local: things.length - tollFree, tollFree, keywords: 0 }
}

const isMute = ({ local, tollFree, keywords }: ProviderOrder): boolean => !local && !tollFree && !keywords

const isSame = (wanted: Ordered, { local, tollFree, keywords }: ProviderOrder): boolean =>
  (local?.ordered ?? 0) === wanted.local &&
  (tollFree?.ordered ?? 0) === wanted.tollFree &&
  (keywords?.ordered ?? 0) === wanted.keywords
