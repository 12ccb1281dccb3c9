import type { ProviderOrder } from '../../../shared/model/order.ts'
import { hasEnded } from './judge.ts'
import type { Looking, Seen } from './looking.ts'
import { matchOrder, mayBeOurs } from './match-order.ts'

/** `none`: none is known; `doubt`: one that is being worked on may be ours after all. `forgotten`: the provider does not know it any more. */
export type OrderSeen =
  | { readonly kind: 'none'; readonly doubt: boolean }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'order'; readonly order: ProviderOrder }

/** The provider's own order of this purchase, by its number or, where the answer never came, out of the newest orders. */
export async function lookForOrder({ purchase, provider, claimed, deep, signal }: Looking): Promise<OrderSeen> {
  const orders = provider.buying?.order
  if (!orders || purchase.kind === 'release') return { kind: 'none', doubt: false }
  if (purchase.orderId !== null) {
    const order = await orders.read(purchase.orderId, signal)
    return order === null ? { kind: 'forgotten' } : { kind: 'order', order }
  }
  const recent = await orders.recent(signal)
  // Who was told no should have no order. Where orders cannot be listed, a taken one has some time to show itself.
  if (purchase.noes.length > 0) {
    return { kind: 'none', doubt: recent === null ? !deep : mayBeOurs(purchase, recent, claimed()) }
  }
  const order = recent === null ? null : matchOrder(purchase, recent, claimed())
  return order ? { kind: 'order', order } : { kind: 'none', doubt: false }
}

export function orderNote({ carrier }: Looking, seen: OrderSeen): Seen {
  if (seen.kind === 'none') return {}
  if (seen.kind === 'forgotten')
    return { note: `${carrier} does not know this order any more; its lists are read instead.` }
  const { order } = seen
  const state = order.said === '' ? 'nothing about its state' : `“${order.said}”`
  const note = `${carrier} says of order ${order.id}: ${state}${hasEnded(order) ? '; it has ended' : ''}.`
  return { orderId: order.id, order, note }
}
