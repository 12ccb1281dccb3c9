import type { NumberOrder, OrderStatus } from './documents.ts'
import { askedCost, type Head, type Kind, kinds, toDocument, type Wish, type Wishes } from './order-document.ts'
import type { CallfireSettings } from './settings.ts'

/** When and by which order something was bought. */
export type Bought = { readonly at: number; readonly orderId: number }

/** Takes one out of the catalogue and into the account; false: it was gone. */
export type Take = Readonly<Record<'number' | 'keyword', (thing: string, bought: Bought) => boolean>>

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
  /** Lets an order that waits go on, as if its owner had paid or approved it. False: it does not wait. */
  goOn(id: number): boolean
  /** The order is no longer known; what it asked for comes all the same. */
  forget(id: number): void
  /** Some order is not at its end, so that reading one moves it on. */
  isBusy(): boolean
  /** Something would happen at the next `tick`. */
  isDue(): boolean
  tick(): void
}

const obtaining: ReadonlySet<OrderStatus> = new Set(['FINISHED', 'ADJUSTED', 'PARTIALLY_ADJUSTED'])

/** Orders stay so until somebody does something about them. */
const waiting: ReadonlySet<OrderStatus> = new Set([
  'WAIT_FOR_PAYMENT',
  'APPROVE_TIER_ONE',
  'APPROVE_TIER_TWO',
  'NEW',
  'PROCESSING',
])

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

type Open = { readonly wishes: Wishes; readonly created: number; newReadsLeft: number; readsLeft: number }

export type OrderWorld = {
  readonly settings: CallfireSettings
  readonly now: () => number
  readonly take: Take
  /** What orders can be paid with. */
  readonly credits: () => number
  readonly charge: (amount: number) => void
  readonly firstId: number
}

/** Where an order goes when its time has come. */
function endOf({ settings, credits }: OrderWorld, wishes: Wishes): OrderStatus {
  if (credits() >= askedCost(wishes)) return settings.orderEnd
  return settings.whenShort === 'WAIT_FOR_PAYMENT' ? 'WAIT_FOR_PAYMENT' : 'PAYMENT_ERROR'
}

function workOff({ settings, take }: OrderWorld, head: Head, wishes: Wishes, at: number): NumberOrder {
  let left = obtaining.has(head.status) ? settings.fulfilAtMost : 0
  const obtained: Partial<Record<Kind, readonly string[]>> = {}
  const bought = { at, orderId: head.id }
  for (const kind of kinds) {
    const wish = wishes[kind]
    if (!wish) continue
    const takeOne = kind === 'keywords' ? take.keyword : take.number
    const got = obtain(wish, left, (one) => takeOne(one, bought))
    left -= got.length
    obtained[kind] = got
  }
  return toDocument(head, wishes, obtained)
}

type Shelf = {
  readonly documents: Map<number, NumberOrder>
  readonly open: Map<number, Open>
  /** Orders that do not go on by themselves. */
  readonly parked: Map<number, Open>
}

function createStepping(world: OrderWorld, { documents, open, parked }: Shelf) {
  const { settings, charge } = world
  const show = (id: number, status: OrderStatus, { wishes, created }: Open) =>
    void documents.set(id, toDocument({ id, created, status }, wishes, null))
  const finish = (id: number, order: Open, at: number) => {
    const status = endOf(world, order.wishes)
    open.delete(id)
    if (waiting.has(status)) {
      parked.set(id, order)
      return show(id, status, order)
    }
    const done = workOff(world, { id, created: order.created, status }, order.wishes, at)
    documents.set(id, done)
    charge(done.totalCost)
  }
  return {
    finish,
    /** One read of it. */
    step: (id: number) => {
      const order = open.get(id)
      if (!order) return
      if (order.newReadsLeft > 0) {
        order.newReadsLeft -= 1
        show(id, 'NEW', order)
      } else if (order.readsLeft > 0) {
        order.readsLeft -= 1
        show(id, 'PROCESSING', order)
      } else finish(id, order, world.now())
    },
    begin: (id: number, wishes: Wishes) => {
      const newReadsLeft = settings.orderNewReads
      const order = { wishes, created: world.now(), newReadsLeft, readsLeft: settings.orderReads ?? id % 3 }
      open.set(id, order)
      show(id, newReadsLeft > 0 ? 'NEW' : 'PROCESSING', order)
    },
    /** Somebody has paid otherwise, so nothing is taken from the credits. */
    goOn: (id: number) => {
      const order = parked.get(id)
      parked.delete(id)
      if (order)
        documents.set(id, workOff(world, { id, created: order.created, status: 'FINISHED' }, order.wishes, world.now()))
      return order !== undefined
    },
  }
}

export function createOrderBook(world: OrderWorld): OrderBook {
  const { settings, now } = world
  const shelf: Shelf = { documents: new Map(), open: new Map(), parked: new Map() }
  const { documents, open, parked } = shelf
  const forgotten = new Set<number>()
  const { finish, step, begin, goOn } = createStepping(world, shelf)
  const isOver = ({ created }: Open) => now() - created >= settings.orderMs
  let nextId = world.firstId
  return {
    place: (wishes) => {
      const id = nextId
      nextId += 1
      begin(id, wishes)
      if (!settings.remembersOrders) forgotten.add(id)
      return id
    },
    read: (id) => {
      if (forgotten.has(id)) return null
      step(id)
      return documents.get(id) ?? null
    },
    list: () => {
      for (const id of [...open.keys()]) if (!forgotten.has(id)) step(id)
      const known = [...documents.values()].filter(({ id }) => !forgotten.has(id))
      return known.sort((one, other) => other.created - one.created || other.id - one.id)
    },
    put: (order) => void documents.set(order.id, order),
    end: (id, status) => {
      const order = documents.get(id)
      open.delete(id)
      parked.delete(id)
      if (order) documents.set(id, { ...order, status })
      return order !== undefined
    },
    goOn,
    forget: (id) => void forgotten.add(id),
    isBusy: () => open.size > 0,
    isDue: () => [...open.values()].some(isOver),
    tick: () => {
      // It ended when its time was over, not when somebody looked.
      for (const [id, order] of [...open]) if (isOver(order)) finish(id, order, order.created + settings.orderMs)
    },
  }
}
