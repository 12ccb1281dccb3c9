import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../shared/failure.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { Bridge, ScreenStore } from './store.ts'

export type SettingsState = {
  readonly settings: Settings | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  readonly change: (part: Partial<Settings>) => Promise<void>
}

export type SettingsStore = ScreenStore<SettingsState>

export function createSettingsStore(bridge: Bridge): SettingsStore {
  const store = createStore<SettingsState>()((set) => ({
    settings: null,
    failure: null,
    async load() {
      const reply = await bridge.invoke('settings.get', null)
      set(reply.ok ? { settings: reply.value, failure: null } : { failure: reply.failure })
    },
    async change(part) {
      const reply = await bridge.invoke('settings.set', part)
      set(reply.ok ? { settings: reply.value, failure: null } : { failure: reply.failure })
    },
  }))
  bridge.subscribe((topic) => {
    if (topic === 'settings') void store.getState().load()
  })
  return store
}
