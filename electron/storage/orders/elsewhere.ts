import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { OrderRow, OrderState, PurchaseCounts } from '../../../shared/model/purchase.ts'
import { formatPhone } from '../../../shared/phone.ts'
import { many } from './summary.ts'

/** What became of it, as far as its provider tells. One that ended badly has still bought what it lists. */
export function standingOf(order: ProviderOrder): OrderState {
  const { asked, done } = countsFor(order)
  switch (order.state) {
    case 'running':
    case 'waiting':
      return 'waiting'
    case 'finished':
      return done === asked ? 'done' : done > 0 ? 'partly' : 'refused'
    case 'failed':
      return done > 0 ? 'partly' : 'refused'
    case 'unknown':
      return 'unknown'
    default:
      return order.state satisfies never
  }
}

/** An order that was not made from this computer, as its provider lists it. */
export function toElsewhereRow(accountId: string, order: ProviderOrder, state: OrderState): OrderRow {
  return {
    source: 'elsewhere',
    id: order.id,
    accountId,
    createdAt: order.created,
    kind: kindOf(order),
    what: whatOf(order),
    counts: countsFor(order),
    cost: order.total,
    costsMore: false,
    state,
    settledAfterMs: null,
    orderId: order.id,
  }
}

const partsOf = ({ local, tollFree, keywords }: ProviderOrder) =>
  [local, tollFree, keywords].filter((part) => part !== null)

const hasAny = (part: ProviderOrder['local']): boolean =>
  part !== null && (part.ordered > 0 || part.fulfilled.length > 0)

function kindOf({ local, tollFree, keywords }: ProviderOrder): OrderRow['kind'] {
  const numbers = hasAny(local) || hasAny(tollFree)
  if (hasAny(keywords)) return numbers ? 'mixed' : 'keywords'
  return numbers ? 'numbers' : 'mixed'
}

/** What it got no answer for is still being checked by its provider, unless the order is over. */
function countsFor(order: ProviderOrder): PurchaseCounts {
  const sum = (of: (part: NonNullable<ProviderOrder['local']>) => number) =>
    partsOf(order).reduce((total, part) => total + of(part), 0)
  const done = sum(({ fulfilled }) => fulfilled.length)
  const asked = Math.max(
    sum(({ ordered }) => ordered),
    done,
  )
  const isOver = order.state === 'finished' || order.state === 'failed'
  const left = asked - done
  return { asked, done, refused: isOver ? left : 0, checking: isOver ? 0 : left, notSent: 0 }
}

function whatOf(order: ProviderOrder): string {
  const things = partsOf(order).flatMap(({ fulfilled }) => fulfilled)
  const [only] = things
  if (only !== undefined && things.length === 1 && countsFor(order).asked === 1) {
    return only.startsWith('+') ? formatPhone(only) : `Keyword ${only}`
  }
  const named = [
    countWords(order.local, 'local number'),
    countWords(order.tollFree, 'toll-free number'),
    countWords(order.keywords, 'keyword'),
  ].filter((words) => words !== null)
  return named.join(' and ') || 'Not told'
}

const countWords = (part: ProviderOrder['local'], noun: string): string | null =>
  part !== null && hasAny(part) ? many(Math.max(part.ordered, part.fulfilled.length), noun) : null
