import type { Spending } from '../../../shared/model/account.ts'
import type { CountAsk, OrderDraft } from '../../../shared/model/purchase.ts'
import { addMoney, compareMoney, type Money, multiplyMoney, zero } from '../../../shared/money.ts'
import type { ListStore } from '../ports.ts'

export type Price = { readonly setup: Money | null; readonly monthly: Money | null }

/** `at`: epoch ms at which the owner saw it. */
export type SeenPrice = Price & { readonly at: number }

/** What an order costs, decimal USD, as far as it is known. */
export type Cost = {
  /** Set-up and first month together; null: at least one price is not known. */
  readonly now: Money | null
  /** Each month from the second on; null as above. */
  readonly monthly: Money | null
  /** Taken from what the last order cost, because the provider does not tell beforehand. */
  readonly guessed: boolean
}

export const unknownPrice: Price = { setup: null, monthly: null }

/** A price without a monthly part is not known, nor is one without a set-up part; a guess is of the month alone. */
export function costOf(prices: readonly Price[], guessed: boolean): Cost {
  let now = zero
  let monthly = zero
  for (const price of prices) {
    if (price.monthly === null || (price.setup === null && !guessed))
      return { now: null, monthly: null, guessed: false }
    monthly = addMoney(monthly, price.monthly)
    now = addMoney(now, addMoney(price.setup ?? zero, price.monthly))
  }
  return { now, monthly, guessed }
}

/** CallFire tells no price before an order; what the last order cost apiece is the best guess there is. */
export function guessOf(
  lists: Pick<ListStore, 'lastUnitCost'>,
  accountId: string,
  kind: 'local' | 'tollFree' | 'keyword',
): Price {
  return { setup: null, monthly: lists.lastUnitCost(accountId, kind) }
}

export function costOfCount(lists: Pick<ListStore, 'lastUnitCost'>, accountId: string, ask: CountAsk): Cost {
  const of = (kind: 'local' | 'tollFree', count: number): Price => {
    const { monthly } = guessOf(lists, accountId, kind)
    return count === 0
      ? { setup: null, monthly: zero }
      : { setup: null, monthly: monthly && multiplyMoney(monthly, count) }
  }
  return costOf([of('local', ask.local), of('tollFree', ask.tollFree)], true)
}

export const isSamePrice = (a: Price, b: Price): boolean => isSame(a.setup, b.setup) && isSame(a.monthly, b.monthly)
const isSame = (a: Money | null, b: Money | null): boolean =>
  a === null || b === null ? a === b : compareMoney(a, b) === 0

/** How many things a draft is about. */
export const sizeOf = (order: OrderDraft): number =>
  order.kind === 'count' ? order.ask.local + order.ask.tollFree : order.things.length

const manyThings = 10

/** Above ten things, or above the set amount, the count has to be typed. A price that is not known may be above it. */
export function mustType(size: number, now: Money | null, { typeAbove }: Pick<Spending, 'typeAbove'>): boolean {
  if (size > manyThings) return true
  return typeAbove !== null && (now === null || compareMoney(now, typeAbove) > 0)
}

/** First and past-the-end instant (epoch ms) of the calendar month by this computer's zone. */
export function monthAround(now: number): { readonly from: number; readonly to: number } {
  const day = new Date(now)
  const first = (months: number) => new Date(day.getFullYear(), day.getMonth() + months, 1).getTime()
  return { from: first(0), to: first(1) }
}

/** `2026-11` by this computer's zone. */
export function monthOf(epochMs: number): string {
  const day = new Date(epochMs)
  return `${String(day.getFullYear()).padStart(4, '0')}-${String(day.getMonth() + 1).padStart(2, '0')}`
}
