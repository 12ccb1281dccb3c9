import { createStore } from 'zustand/vanilla'
import type { Failure, Result } from '../../shared/failure.ts'
import type { DraftView, OrderDraft, PurchaseDetail, PurchaseId } from '../../shared/model/purchase.ts'
import { type Bridge, createRefresher, createTurns, type ScreenStore } from './store.ts'

/**
 * What is about to be bought or given up. Any screen calls `ask`; the window then opens the one dialog for it, which
 * lives until `close`. A purchase that was placed goes on in main, whether the dialog stays open or not.
 */
export type DraftState = {
  /** What the dialog is about; null: it is closed. */
  readonly asked: OrderDraft | null
  /** The checks and what they found; null until main has begun them. */
  readonly view: DraftView | null
  /** Placed: what becomes of it, item by item. */
  readonly detail: PurchaseDetail | null
  readonly failure: Failure | null
  /** Its button was pressed, and main has not answered yet. */
  readonly isPlacing: boolean
  /** Opens the dialog and starts the checks. Nothing is spent by that. */
  readonly ask: (draft: OrderDraft) => Promise<void>
  /** Makes all checks anew: the old ones have aged, or stopped the purchase. */
  readonly again: () => Promise<void>
  readonly acceptPrice: () => Promise<void>
  /** Spends. A second call while the first is on its way does nothing. */
  readonly place: (typed: string | null) => Promise<void>
  /** What is still being settled, at once. */
  readonly checkAgain: () => Promise<void>
  readonly close: () => void
}

export type DraftStore = ScreenStore<DraftState>

const fresh = { view: null, detail: null, failure: null, isPlacing: false } as const
const gapMs = 120

type Inside = { readonly get: () => DraftState; readonly set: (part: Partial<DraftState>) => void }

export function createDraftStore(bridge: Bridge, gap = gapMs): DraftStore {
  const turn = createTurns()
  const store = createStore<DraftState>()((set, get) => ({
    ...fresh,
    asked: null,
    async ask(asked) {
      const isCurrent = turn()
      drop(bridge, get())
      set({ ...fresh, asked })
      const reply = await bridge.invoke('orders.prepare', asked)
      if (isCurrent()) return set(reply.ok ? { view: reply.value } : { failure: reply.failure })
      // Nobody looks at it any more: its checks need not go on.
      if (reply.ok) void bridge.invoke('orders.dropDraft', { draftId: reply.value.id })
    },
    async again() {
      const { asked, ask } = get()
      if (asked) await ask(asked)
    },
    ...createSteps(bridge, { get, set }),
    close() {
      turn()
      drop(bridge, get())
      set({ ...fresh, asked: null })
    },
  }))
  const refresh = createRefresher(() => follow(bridge, { get: store.getState, set: store.setState }), gap)
  bridge.subscribe((topic) => {
    if (topic === 'orders') refresh()
  })
  return store
}

/** What was never placed is not kept in main; what was placed is an order, and stays. */
function drop(bridge: Bridge, { view }: DraftState): void {
  if (view && view.purchaseId === null) void bridge.invoke('orders.dropDraft', { draftId: view.id })
}

type Steps = Pick<DraftState, 'acceptPrice' | 'place' | 'checkAgain'>

function createSteps(bridge: Bridge, { get, set }: Inside): Steps {
  /** An answer about a draft that is no longer shown is dropped. */
  const isShown = (draftId: string): boolean => get().view?.id === draftId
  return {
    async acceptPrice() {
      const draftId = get().view?.id
      if (!draftId) return
      const reply = await bridge.invoke('orders.acceptPrice', { draftId })
      if (isShown(draftId)) set(reply.ok ? { view: reply.value, failure: null } : { failure: reply.failure })
    },
    async place(typed) {
      const { view, isPlacing } = get()
      if (!view || isPlacing || view.purchaseId !== null) return
      set({ isPlacing: true, failure: null })
      try {
        const reply = await bridge.invoke('orders.place', { draftId: view.id, typed })
        if (!isShown(view.id)) return
        set(afterPlacing(get().view ?? view, reply))
      } finally {
        // Also when main has failed in a way that nobody foresaw; main places a draft once, however often it is asked.
        if (isShown(view.id)) set({ isPlacing: false })
      }
      await follow(bridge, { get, set })
    },
    async checkAgain() {
      const purchaseId = get().view?.purchaseId
      if (!purchaseId) return
      const reply = await bridge.invoke('orders.checkAgain', { purchaseId })
      set({ failure: reply.ok ? null : reply.failure })
    },
  }
}

const afterPlacing = (
  view: DraftView,
  reply: Result<{ readonly purchaseId: PurchaseId }>,
): Pick<DraftState, 'view' | 'failure'> =>
  reply.ok
    ? { view: { ...view, state: 'placed', purchaseId: reply.value.purchaseId }, failure: null }
    : { view, failure: reply.failure }

/** How it stands in main now: the checks before it is placed, its items after. */
async function follow(bridge: Bridge, { get, set }: Inside): Promise<void> {
  const { view } = get()
  if (!view) return
  const isShown = () => get().view?.id === view.id
  if (view.purchaseId === null) {
    const reply = await bridge.invoke('orders.draft', { draftId: view.id })
    // Placed meanwhile: what the checks said before must not come back.
    if (!isShown() || get().view?.purchaseId) return
    if (!reply.ok) return set({ failure: reply.failure })
    set({ view: reply.value })
    if (reply.value.purchaseId === null) return
  }
  const purchaseId = get().view?.purchaseId
  if (!purchaseId) return
  const reply = await bridge.invoke('orders.get', { purchaseId })
  if (isShown()) set(reply.ok ? { detail: reply.value } : { failure: reply.failure })
}
