import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { type Bridge, createRefresher, type ScreenStore } from './store.ts'

export type SyncsState = {
  /** Null: not read yet. */
  readonly states: readonly SyncState[] | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  /** Null: every account. */
  readonly start: (accountId: AccountId | null) => Promise<Failure | null>
  readonly cancel: (accountId: AccountId | null) => Promise<Failure | null>
}

export type SyncStore = ScreenStore<SyncsState>

/** Progress is for reading, so it is asked for at most six times a second however fast it is pushed. */
const progressGapMs = 160

export function createSyncStore(bridge: Bridge, gapMs = progressGapMs): SyncStore {
  const store = createStore<SyncsState>()((set) => ({
    states: null,
    failure: null,
    async load() {
      const reply = await bridge.invoke('sync.states', null)
      set(reply.ok ? { states: reply.value, failure: null } : { failure: reply.failure })
    },
    async start(accountId) {
      const reply = await bridge.invoke('sync.start', { accountId })
      return reply.ok ? null : reply.failure
    },
    async cancel(accountId) {
      const reply = await bridge.invoke('sync.cancel', { accountId })
      return reply.ok ? null : reply.failure
    },
  }))
  const refresh = createRefresher(() => store.getState().load(), gapMs)
  bridge.subscribe((topic) => {
    if (topic === 'sync' || topic === 'accounts') refresh()
  })
  return store
}

/** The state of one account, or null while nothing is known of it. */
export const stateOf = (states: readonly SyncState[] | null, accountId: AccountId): SyncState | null =>
  states?.find((state) => state.accountId === accountId) ?? null
