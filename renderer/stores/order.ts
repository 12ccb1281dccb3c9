import { createStore } from 'zustand/vanilla'
import type { Failure, Result } from '../../shared/failure.ts'
import type { OrderRow, PurchaseDetail, PurchaseId } from '../../shared/model/purchase.ts'
import { type Bridge, createRefresher, createTurns, type ScreenStore } from './store.ts'

/** Of an order that was made elsewhere nothing is known but its row. */
export type ShownOrder =
  | { readonly source: 'here'; readonly id: PurchaseId }
  | { readonly source: 'elsewhere'; readonly id: string; readonly row: OrderRow }

export type OrderDetailState = {
  /** Null: the panel is closed. */
  readonly shown: ShownOrder | null
  readonly detail: PurchaseDetail | null
  readonly asked: boolean
  readonly failure: Failure | null
  readonly open: (order: ShownOrder) => Promise<void>
  readonly close: () => void
  /** Looks again at once; it never buys again. */
  readonly checkAgain: () => Promise<Failure | null>
  readonly letGo: (slots: readonly number[]) => Promise<Failure | null>
  readonly supportText: () => Promise<Result<{ readonly text: string }>>
}

export type OrderDetailStore = ScreenStore<OrderDetailState>

const gapMs = 250
const closed = { shown: null, detail: null, asked: false, failure: null } as const

/** The one order that the panel shows, followed while it is being settled. */
export function createOrderStore(bridge: Bridge, gap = gapMs): OrderDetailStore {
  const turn = createTurns()
  const store = createStore<OrderDetailState>()((set, get) => ({
    ...closed,
    async open(order) {
      const isCurrent = turn()
      set(isSame(get().shown, order) ? { shown: order } : { ...closed, shown: order })
      if (order.source === 'elsewhere') return set({ asked: true })
      const reply = await bridge.invoke('orders.get', { purchaseId: order.id })
      if (!isCurrent()) return
      set(reply.ok ? { detail: reply.value, asked: true, failure: null } : { asked: true, failure: reply.failure })
    },
    close() {
      turn()
      set(closed)
    },
    ...createActions(bridge, () => get().shown?.id ?? ''),
  }))
  const refresh = createRefresher(async () => {
    const { shown, open } = store.getState()
    if (shown) await open(shown)
  }, gap)
  bridge.subscribe((topic) => {
    if (topic === 'orders') refresh()
  })
  return store
}

type Actions = Pick<OrderDetailState, 'checkAgain' | 'letGo' | 'supportText'>

function createActions(bridge: Bridge, purchaseId: () => PurchaseId): Actions {
  return {
    async checkAgain() {
      const reply = await bridge.invoke('orders.checkAgain', { purchaseId: purchaseId() })
      return reply.ok ? null : reply.failure
    },
    async letGo(slots) {
      const reply = await bridge.invoke('orders.letGo', { purchaseId: purchaseId(), slots: [...slots] })
      return reply.ok ? null : reply.failure
    },
    supportText: () => bridge.invoke('orders.supportText', { purchaseId: purchaseId() }),
  }
}

const isSame = (a: ShownOrder | null, b: ShownOrder): boolean => a?.source === b.source && a.id === b.id
