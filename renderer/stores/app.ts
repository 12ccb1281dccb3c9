import { createStore } from 'zustand/vanilla'
import type { Input } from '../../shared/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { AppInfo } from '../../shared/model/settings.ts'
import type { Bridge, ScreenStore } from './store.ts'

export type AppState = {
  readonly info: AppInfo | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  readonly dismissNotice: (id: string) => Promise<void>
  readonly openPage: (page: Input<'app.openPage'>['page']) => Promise<Failure | null>
  readonly openDataFolder: () => Promise<Failure | null>
}

export type AppStore = ScreenStore<AppState>

/** What is known of the program itself: version, key store, connection, notices. */
export function createAppStore(bridge: Bridge): AppStore {
  const store = createStore<AppState>()((set, get) => ({
    info: null,
    failure: null,
    async load() {
      const reply = await bridge.invoke('app.info', null)
      set(reply.ok ? { info: reply.value, failure: null } : { failure: reply.failure })
    },
    async dismissNotice(id) {
      const reply = await bridge.invoke('app.dismissNotice', { id })
      if (reply.ok) await get().load()
      else set({ failure: reply.failure })
    },
    async openPage(page) {
      const reply = await bridge.invoke('app.openPage', { page })
      return reply.ok ? null : reply.failure
    },
    async openDataFolder() {
      const reply = await bridge.invoke('app.openDataFolder', null)
      return reply.ok ? null : reply.failure
    },
  }))
  bridge.subscribe((topic) => {
    if (topic === 'app') void store.getState().load()
  })
  return store
}
