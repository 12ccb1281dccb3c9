import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../shared/failure.ts'
import type { NumberDetail, NumberKey } from '../../shared/model/number.ts'
import { type Bridge, createRefresher, createTurns, type ScreenStore } from './store.ts'

export type DetailState = {
  /** Null: the panel is closed. */
  readonly key: NumberKey | null
  /** What is known of `key`; null while it is being asked for, or when it is not here any more. */
  readonly detail: NumberDetail | null
  readonly asked: boolean
  readonly failure: Failure | null
  readonly open: (key: NumberKey) => Promise<void>
  readonly close: () => void
}

export type DetailStore = ScreenStore<DetailState>

const gapMs = 300

/** The one number that the panel shows. */
export function createDetailStore(bridge: Bridge): DetailStore {
  const turn = createTurns()
  const store = createStore<DetailState>()((set) => ({
    key: null,
    detail: null,
    asked: false,
    failure: null,
    async open(key) {
      const isCurrent = turn()
      set((old) => (isSame(old.key, key) ? { key } : { key, detail: null, asked: false, failure: null }))
      const reply = await bridge.invoke('numbers.get', key)
      if (!isCurrent()) return
      set(reply.ok ? { detail: reply.value, asked: true, failure: null } : { asked: true, failure: reply.failure })
    },
    close() {
      turn()
      set({ key: null, detail: null, asked: false, failure: null })
    },
  }))
  const refresh = createRefresher(async () => {
    const { key, open } = store.getState()
    if (key) await open(key)
  }, gapMs)
  bridge.subscribe((topic) => {
    if (topic === 'numbers' || topic === 'accounts') refresh()
  })
  return store
}

const isSame = (a: NumberKey | null, b: NumberKey): boolean => a?.accountId === b.accountId && a.number === b.number
