import { callfireUnitCost } from '../catalogue/prices.ts'
import { present } from './body.ts'
import type { NumberOrder, NumberOrderItem, OrderStatus } from './documents.ts'
import type { CallfireSettings } from './settings.ts'

/** One kind of goods in an order: what was named, and how many were asked for altogether. */
export type Wish = {
  readonly ordered: number
  /** Those that were named. */
  readonly named: readonly string[]
  /** Finds more of them at the moment the order is worked off. */
  readonly more: (count: number) => readonly string[]
}

export type Wishes = { readonly local?: Wish; readonly tollFree?: Wish; readonly keywords?: Wish }

/** Takes one out of the catalogue and into the account; false: it was gone. */
export type Take = { readonly number: (number: string) => boolean; readonly keyword: (keyword: string) => boolean }

export type OrderBook = {
  place(wishes: Wishes): number
  /** Counts as one of the reads that an order waits for. Null: unknown. */
  read(id: number): NumberOrder | null
  /** Newest first; reads every order. */
  list(): readonly NumberOrder[]
  /** Puts an order there as if it had been made elsewhere. */
  put(order: NumberOrder): void
  /** Sets a status by hand, for what only staff can do. False: unknown. */
  end(id: number, status: OrderStatus): boolean
  tick(): void
}

export const keywordCost = 25

const unitCosts = { local: callfireUnitCost.local, tollFree: callfireUnitCost.tollFree, keywords: keywordCost } as const

type Kind = keyof typeof unitCosts
const kinds = ['local', 'tollFree', 'keywords'] as const

type Obtained = Readonly<Partial<Record<Kind, readonly string[]>>>

const noItems: ReadonlySet<OrderStatus> = new Set(['WAIT_FOR_PAYMENT', 'APPROVE_TIER_ONE', 'APPROVE_TIER_TWO', 'NEW'])
const obtaining: ReadonlySet<OrderStatus> = new Set(['FINISHED', 'ADJUSTED', 'PARTIALLY_ADJUSTED'])

const cents = (amount: number): number => Math.round(amount * 100) / 100

type Head = { readonly id: number; readonly created: number; readonly status: OrderStatus }

function itemOf(kind: Kind, wishes: Wishes, obtained: Obtained | null): NumberOrderItem | undefined {
  const wish = wishes[kind]
  if (!wish) return undefined
  const fulfilled = obtained?.[kind]
  return { ordered: wish.ordered, unitCost: unitCosts[kind], ...(fulfilled && { fulfilled }) }
}

/** Before it is worked off an order costs what was asked for, afterwards what was obtained. */
function toDocument(head: Head, wishes: Wishes, obtained: Obtained | null): NumberOrder {
  const costOf = (kind: Kind) =>
    unitCosts[kind] * (obtained ? (obtained[kind]?.length ?? 0) : (wishes[kind]?.ordered ?? 0))
  const totalCost = cents(kinds.reduce((sum, kind) => sum + costOf(kind), 0))
  const items = noItems.has(head.status)
    ? {}
    : present({
        localNumbers: itemOf('local', wishes, obtained),
        tollFreeNumbers: itemOf('tollFree', wishes, obtained),
        keywords: itemOf('keywords', wishes, obtained),
      })
  return { ...head, totalCost, summary: totalCost, salesTax: 0, total: totalCost, ...items }
}

/** Named ones first, then found ones, until the wish or the limit is met. */
function obtain(wish: Wish, limit: number, take: (one: string) => boolean): readonly string[] {
  const most = Math.min(wish.ordered, limit)
  const got: string[] = []
  const tryAll = (candidates: readonly string[]) => {
    for (const one of candidates) if (got.length < most && take(one)) got.push(one)
  }
  tryAll(wish.named)
  if (got.length < most && wish.ordered > wish.named.length) tryAll(wish.more(wish.ordered - wish.named.length))
  return got
}

type Open = { readonly wishes: Wishes; readonly created: number; readsLeft: number }

export type OrderWorld = {
  readonly settings: CallfireSettings
  readonly now: () => number
  readonly take: Take
  readonly charge: (amount: number) => void
  readonly firstId: number
}

function workOff(world: OrderWorld, head: Omit<Head, 'status'>, wishes: Wishes): NumberOrder {
  const { settings, take } = world
  const status = settings.orderEnd
  let left = obtaining.has(status) ? settings.fulfilAtMost : 0
  const obtained: Partial<Record<Kind, readonly string[]>> = {}
  for (const kind of kinds) {
    const wish = wishes[kind]
    if (!wish) continue
    const got = obtain(wish, left, kind === 'keywords' ? take.keyword : take.number)
    left -= got.length
    obtained[kind] = got
  }
  const order = toDocument({ ...head, status }, wishes, obtained)
  world.charge(order.totalCost)
  return order
}

export function createOrderBook(world: OrderWorld): OrderBook {
  const { settings, now } = world
  const documents = new Map<number, NumberOrder>()
  const open = new Map<number, Open>()
  let nextId = world.firstId
  const finish = (id: number, { wishes, created }: Open) => {
    open.delete(id)
    documents.set(id, workOff(world, { id, created }, wishes))
  }
  const countRead = (id: number) => {
    const order = open.get(id)
    if (!order) return
    if (order.readsLeft <= 0) finish(id, order)
    else order.readsLeft -= 1
  }
  return {
    place: (wishes) => {
      const [id, created] = [nextId, now()]
      nextId += 1
      documents.set(id, toDocument({ id, created, status: 'PROCESSING' }, wishes, null))
      open.set(id, { wishes, created, readsLeft: settings.orderReads ?? id % 3 })
      return id
    },
    read: (id) => {
      countRead(id)
      return documents.get(id) ?? null
    },
    list: () => {
      for (const id of [...open.keys()]) countRead(id)
      return [...documents.values()].sort((one, other) => other.created - one.created || other.id - one.id)
    },
    put: (order) => void documents.set(order.id, order),
    end: (id, status) => {
      const order = documents.get(id)
      open.delete(id)
      if (order) documents.set(id, { ...order, status })
      return order !== undefined
    },
    tick: () => {
      for (const [id, order] of [...open]) if (now() - order.created >= settings.orderMs) finish(id, order)
    },
  }
}
