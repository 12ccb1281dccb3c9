import { memorable } from '../../electron/core/market/memorable.ts'
import { spellings } from '../../electron/core/market/words.ts'
import type { Offer, ResultsQuery } from '../../shared/model/market.ts'
import { addMoney, multiplyMoney, toMicros } from '../../shared/money.ts'
import { toDigits } from '../../shared/phone.ts'

type Order = Pick<ResultsQuery, 'sort' | 'direction'>

/** What two offers are compared by, computed whenever they are. */
const keys: Readonly<Record<Order['sort'], (offer: Offer) => number>> = {
  memorable: ({ number }) => memorable(number, spellings(number, null)),
  number: ({ number }) => Number(toDigits(number)),
  price: ({ setup, monthly }) =>
    setup && monthly ? toMicros(addMoney(setup, multiplyMoney(monthly, 12))) : Number.POSITIVE_INFINITY,
}

/** The same order as the app gives, without any preparation. */
export function sortPlainly<Row extends Offer>(rows: readonly Row[], { sort, direction }: Order): readonly Row[] {
  const key = keys[sort]
  const turn = direction === 'ascending' ? 1 : -1
  const isUnknown = (value: number) => value === Number.POSITIVE_INFINITY
  return rows.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === other) return keys.number(a) - keys.number(b) || (a.accountId < b.accountId ? -1 : 1)
    return isUnknown(one) || isUnknown(other) ? one - other : turn * (one - other)
  })
}
