import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../shared/failure.ts'
import type { AccountBudget } from '../../shared/model/market.ts'
import { type Bridge, createRefresher, type ScreenStore } from './store.ts'

export type BudgetsState = {
  /** Null: nobody has asked yet. */
  readonly budgets: readonly AccountBudget[] | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export type BudgetsStore = ScreenStore<BudgetsState>

const gapMs = 300

/** What each account may spend and has spent this month; followed once somebody has looked at it. */
export function createBudgetsStore(bridge: Bridge, gap = gapMs): BudgetsStore {
  const store = createStore<BudgetsState>()((set) => ({
    budgets: null,
    failure: null,
    async load() {
      const reply = await bridge.invoke('market.budgets', null)
      set(reply.ok ? { budgets: reply.value, failure: null } : { failure: reply.failure })
    },
  }))
  const refresh = createRefresher(() => store.getState().load(), gap)
  bridge.subscribe((topic) => {
    if ((topic === 'orders' || topic === 'accounts') && store.getState().budgets) refresh()
  })
  return store
}
