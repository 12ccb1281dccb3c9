import { callfireUnitCost } from '../catalogue/prices.ts'
import { present } from './body.ts'
import type { NumberOrder, NumberOrderItem, OrderStatus } from './documents.ts'

/** One kind of goods in an order: what was named, and how many were asked for altogether. */
export type Wish = {
  readonly ordered: number
  /** Those that were named. */
  readonly named: readonly string[]
  /** Finds more of them at the moment the order is worked off. */
  readonly more: (count: number) => readonly string[]
}

export type Wishes = { readonly local?: Wish; readonly tollFree?: Wish; readonly keywords?: Wish }

export const keywordCost = 25

const unitCosts = { local: callfireUnitCost.local, tollFree: callfireUnitCost.tollFree, keywords: keywordCost } as const

export type Kind = keyof typeof unitCosts
export const kinds = ['local', 'tollFree', 'keywords'] as const

export type Obtained = Readonly<Partial<Record<Kind, readonly string[]>>>

const noItems: ReadonlySet<OrderStatus> = new Set(['WAIT_FOR_PAYMENT', 'APPROVE_TIER_ONE', 'APPROVE_TIER_TWO', 'NEW'])

const cents = (amount: number): number => Math.round(amount * 100) / 100

const sum = (countOf: (kind: Kind) => number): number =>
  cents(kinds.reduce((total, kind) => total + unitCosts[kind] * countOf(kind), 0))

/** What it would cost if all of it were obtained. */
export const askedCost = (wishes: Wishes): number => sum((kind) => wishes[kind]?.ordered ?? 0)

export type Head = { readonly id: number; readonly created: number; readonly status: OrderStatus }

function itemOf(kind: Kind, wishes: Wishes, obtained: Obtained | null): NumberOrderItem | undefined {
  const wish = wishes[kind]
  if (!wish) return undefined
  const fulfilled = obtained?.[kind]
  return { ordered: wish.ordered, unitCost: unitCosts[kind], ...(fulfilled && { fulfilled }) }
}

/** Before it is worked off an order costs what was asked for, afterwards what was obtained. */
export function toDocument(head: Head, wishes: Wishes, obtained: Obtained | null): NumberOrder {
  const totalCost = obtained ? sum((kind) => obtained[kind]?.length ?? 0) : askedCost(wishes)
  const items = noItems.has(head.status)
    ? {}
    : present({
        localNumbers: itemOf('local', wishes, obtained),
        tollFreeNumbers: itemOf('tollFree', wishes, obtained),
        keywords: itemOf('keywords', wishes, obtained),
      })
  return { ...head, totalCost, summary: totalCost, salesTax: 0, total: totalCost, ...items }
}
