import { callfireUnitCost } from '../catalogue/prices.ts'
import { hash32 } from '../kit/random.ts'
import type { NumberOrder, OrderStatus } from './documents.ts'
import { DAY } from './months.ts'
import { keywordCost } from './order-document.ts'

export type PastWorld = {
  readonly seed: number
  readonly now: number
  readonly firstId: number
  /** Local and toll-free numbers, and keywords, that the account holds. */
  readonly local: readonly string[]
  readonly tollFree: readonly string[]
  readonly keywords: readonly string[]
}

const ends: readonly OrderStatus[] = [
  'FINISHED',
  'FINISHED',
  'WAIT_FOR_PAYMENT',
  'FINISHED',
  'PARTIALLY_ADJUSTED',
  'FINISHED',
  'VOID',
  'FINISHED',
  'PAYMENT_ERROR',
  'FINISHED',
  'ERRORED',
  'FINISHED',
]

type Goods = { readonly unit: number; readonly from: readonly string[]; readonly member: keyof NumberOrder }

const isGood = (status: OrderStatus): boolean => status === 'FINISHED' || status === 'PARTIALLY_ADJUSTED'

function toOrder({ unit, from, member }: Goods, head: Omit<NumberOrder, 'totalCost'>, step: number): NumberOrder {
  const got = isGood(head.status) ? from.slice(step % from.length).slice(0, 1 + (step % 3)) : []
  const ordered = got.length + (head.status === 'FINISHED' ? 0 : 1)
  if (head.status === 'WAIT_FOR_PAYMENT') return { ...head, totalCost: unit * ordered }
  const totalCost = unit * got.length
  const item = { ordered, unitCost: unit, fulfilled: got }
  return { ...head, totalCost, summary: totalCost, salesTax: 0, total: totalCost, [member]: item }
}

/** What was bought before the demo began, oldest first; it explains some of what the account holds. */
export function pastOrders(world: PastWorld): readonly NumberOrder[] {
  const local: Goods = { unit: callfireUnitCost.local, from: world.local, member: 'localNumbers' }
  const tollFree: Goods = { unit: callfireUnitCost.tollFree, from: world.tollFree, member: 'tollFreeNumbers' }
  const keywords: Goods = { unit: keywordCost, from: world.keywords, member: 'keywords' }
  return ends.flatMap((status, step) => {
    const goods = { 3: tollFree, 7: keywords, 11: tollFree }[step] ?? local
    if (goods.from.length === 0) return []
    const jitter = hash32(world.seed, step, 801) % DAY
    const created = world.now - (ends.length - step) * 17 * DAY + jitter
    return toOrder(goods, { id: world.firstId + step, status, created }, step)
  })
}
