import type { ApiId } from '../../../shared/model/account.ts'
import {
  type CountAsk,
  countsOf,
  type OrderState,
  type Purchase,
  type PurchaseCounts,
  type PurchaseItem,
} from '../../../shared/model/purchase.ts'
import { addMoney, type Money, zero } from '../../../shared/money.ts'
import { formatPhone } from '../../../shared/phone.ts'

/** What a row of the list needs of a purchase's items, so that a window of the list reads none of them. */
export type Summary = {
  readonly counts: PurchaseCounts
  readonly size: number
  /** Of the only item. */
  readonly thing: string | null
  readonly cost: Money | null
  /** A part of the price is not known, so `cost` is the least. */
  readonly costsMore?: boolean
}

type Summed = Pick<Purchase, 'api' | 'kind' | 'total'> & { readonly items: readonly PurchaseItem[] }

export const toSummary = (purchase: Summed): Summary => ({
  counts: countsOf(purchase.items),
  size: purchase.items.length,
  thing: purchase.items.length === 1 ? (purchase.items[0]?.thing ?? null) : null,
  ...costOf(purchase),
})

/** A planned item of a purchase that goes on is on its way; of one that is over it was never sent. */
export function stateOf(items: readonly PurchaseItem[], settledAt: number | null): OrderState {
  const { asked, done, refused, checking, notSent } = countsOf(items)
  const isUnderWay = settledAt === null && items.some(({ state }) => state === 'planned')
  if (checking > 0 || isUnderWay) return 'checking'
  if (done > 0) return done === asked && notSent === 0 ? 'done' : 'partly'
  return refused > 0 ? 'refused' : 'notSent'
}

export const priceOf = ({ setup, monthly }: Pick<PurchaseItem, 'setup' | 'monthly'>): Money | null =>
  setup === null && monthly === null ? null : addMoney(setup ?? zero, monthly ?? zero)

/** CallFire tells no set-up apart: what a number costs apiece there is all of its price. */
export const isWhole = (api: ApiId, { setup, monthly }: Pick<PurchaseItem, 'setup' | 'monthly'>): boolean =>
  monthly !== null && (setup !== null || api === 'callfire-v2')

/** Giving up costs nothing. What was refused or never sent costs nothing either. */
function costOf({ api, kind, items, total }: Summed): Required<Pick<Summary, 'cost' | 'costsMore'>> {
  if (kind === 'release') return { cost: zero, costsMore: false }
  if (total !== null) return { cost: total, costsMore: false }
  const charged = items.filter(({ state }) => state !== 'refused' && state !== 'notSent')
  const known = charged.map(priceOf).filter((price) => price !== null)
  if (known.length === 0 && charged.length > 0) return { cost: null, costsMore: false }
  return { cost: known.reduce(addMoney, zero), costsMore: charged.some((item) => !isWhole(api, item)) }
}

/** "3 numbers", "(206) 555-0143", "5 local numbers in Seattle, WA", "Release of 2 numbers". */
export function wordsFor(kind: Purchase['kind'], { size, thing }: Summary, ask: CountAsk | null): string {
  switch (kind) {
    case 'numbers':
      return numbersWords(size, thing)
    case 'release':
      return `Release of ${numbersWords(size, thing)}`
    case 'keywords':
      return thing === null ? `${size} keywords` : `Keyword ${thing}`
    case 'count':
      return ask === null ? numbersWords(size, thing) : askWords(ask)
    default:
      return kind satisfies never
  }
}

const numbersWords = (size: number, thing: string | null): string =>
  thing === null ? many(size, 'number') : thing.startsWith('+') ? formatPhone(thing) : `Keyword ${thing}`

export const many = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`

function askWords({ local, tollFree, prefix, city, state, zip }: CountAsk): string {
  const place = [city, state].filter((part) => part !== '').join(', ')
  const where = [place && ` in ${place}`, zip && ` near ${zip}`, prefix && ` that start with ${prefix}`].join('')
  const parts = [local > 0 && many(local, 'local number') + where, tollFree > 0 && many(tollFree, 'toll-free number')]
  return parts.filter((part) => part !== false).join(' and ')
}
