import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type App, createApp } from '../../electron/core/app.ts'
import type { Ports, Storage } from '../../electron/core/ports.ts'
import { createProviders, facetsOf } from '../../electron/providers/index.ts'
import type { Input, Output, RequestName } from '../../shared/contract.ts'
import type { AccountDraft, AccountId } from '../../shared/model/account.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { openFileSettings } from '../support/file-settings.ts'
import { openNodeStorage } from '../support/node-ports.ts'
import { createNodeVault } from '../support/node-vault.ts'
import type { Ground } from './ground.ts'

/** The real app in this process: core, storage on a disk, providers. Window, key store and settings library are stand-ins. */
export type LineApp = {
  readonly folder: string
  readonly ask: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** Adds the account and waits until its first sync is over. Throws when that did not read everything. */
  readonly addAndRead: (draft: AccountDraft) => Promise<SyncState>
  readonly close: () => Promise<void>
}

export function openLineApp(ground: Ground, fetch: typeof globalThis.fetch = globalThis.fetch): LineApp {
  const folder = ground.folder()
  const storage = openNodeStorage(folder, { now: Date.now, log: () => undefined })
  const app = createApp(toPorts({ folder, storage, fetch }))
  const close = ground.onEnd(async () => {
    await app.stop()
    storage.close()
  })
  const ask: LineApp['ask'] = async (name, input) => {
    const result = await app.invoke(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    // The contract's own handler made it.
    return result.value as Output<typeof name>
  }
  const addAndRead = async (draft: AccountDraft) => settled(app, ask, (await ask('accounts.add', draft)).id)
  return { folder, ask, addAndRead, close }
}

type World = { readonly folder: string; readonly storage: Storage; readonly fetch: typeof globalThis.fetch }

const toPorts = ({ folder, storage, fetch }: World): Ports => ({
  storage,
  settings: openFileSettings(folder),
  vault: createNodeVault(),
  createProvider: createProviders({ fetch }),
  facetsOf,
  sampleCarriers: async () => {
    throw new Error('The bench has no sample accounts.')
  },
  log: () => undefined,
  host: {
    version: '0.0.0',
    kind: 'browser',
    dataFolder: folder,
    isOnline: () => true,
    openPage: async () => undefined,
    openDataFolder: async () => undefined,
  },
  now: Date.now,
  wait: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
  breathe: () => setImmediate(),
  newId: randomUUID,
})

async function settled(app: App, ask: LineApp['ask'], id: AccountId): Promise<SyncState> {
  const { promise, resolve, reject } = Promise.withResolvers<SyncState>()
  const look = async () => {
    const state = (await ask('sync.states', null)).find(({ accountId }) => accountId === id)
    if (state && state.phase !== 'running' && state.phase !== 'never') resolve(state)
  }
  const leave = app.subscribe((topic) => {
    if (topic === 'sync') look().catch(reject)
  })
  look().catch(reject)
  const state = await promise.finally(leave)
  if (state.phase === 'done' && state.partFailures.length === 0) return state
  throw new Error(`The sync ended as ${state.phase}: ${JSON.stringify([state.failure, ...state.partFailures])}`)
}
