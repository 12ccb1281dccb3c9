import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type App, createApp } from '../../electron/core/app.ts'
import { project } from '../../electron/core/inventory/project.ts'
import type { Ports, Storage } from '../../electron/core/ports.ts'
import { createProviders, facetsOf } from '../../electron/providers/index.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import type { Input, Output, RequestName, Topic } from '../../shared/contract.ts'
import type { AccountDraft, AccountId } from '../../shared/model/account.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { openFileSettings } from '../support/file-settings.ts'
import { createNodeVault } from '../support/node-vault.ts'
import type { Ground } from './ground.ts'

/** The real app in this process: core, storage on a disk, providers. Window, key store and settings library are stand-ins. */
export type LineApp = {
  readonly folder: string
  readonly ask: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** Adds the account and waits until its first sync is over. Throws when that did not read everything. */
  readonly addAndRead: (draft: AccountDraft) => Promise<SyncState>
  /** Asks again with every push of the topic until the answer is as wanted. */
  readonly until: <Name extends RequestName>(waited: Waited<Name>) => Promise<Output<Name>>
  readonly close: () => Promise<void>
}

type Waited<Name extends RequestName> = {
  readonly topic: Topic
  readonly name: Name
  readonly input: Input<Name>
  readonly isWanted: (answer: Output<Name>) => boolean
}

type Watched = {
  /** Sees whatever leaves for a provider. */
  readonly fetch?: typeof globalThis.fetch
  /** Hears of each commit that waited for the disk. */
  readonly onDurableWrite?: () => void
}

export function openLineApp(
  ground: Ground,
  { fetch = globalThis.fetch, onDurableWrite = () => undefined }: Watched = {},
): LineApp {
  const folder = ground.folder()
  const storage = openStorage({ folder, project, now: Date.now, log: () => undefined, onDurableWrite })
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
  const until: LineApp['until'] = (waited) => untilWanted(app, ask, waited)
  const addAndRead = async (draft: AccountDraft) => settled(until, (await ask('accounts.add', draft)).id)
  return { folder, ask, addAndRead, until, close }
}

async function untilWanted<Name extends RequestName>(
  app: App,
  ask: LineApp['ask'],
  { topic, name, input, isWanted }: Waited<Name>,
): Promise<Output<Name>> {
  const { promise, resolve, reject } = Promise.withResolvers<Output<Name>>()
  const look = async () => {
    const answer = await ask(name, input)
    if (isWanted(answer)) resolve(answer)
  }
  const leave = app.subscribe((pushed) => {
    if (pushed === topic) look().catch(reject)
  })
  look().catch(reject)
  return promise.finally(leave)
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
    notify: () => undefined,
  },
  now: Date.now,
  wait: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
  breathe: () => setImmediate(),
  newId: randomUUID,
})

async function settled(until: LineApp['until'], id: AccountId): Promise<SyncState> {
  const isOver = ({ accountId, phase }: SyncState) => accountId === id && phase !== 'running' && phase !== 'never'
  const states = await until({
    topic: 'sync',
    name: 'sync.states',
    input: null,
    isWanted: (all) => all.some(isOver),
  })
  const state = states.find(isOver)
  if (state?.phase === 'done' && state.partFailures.length === 0) return state
  throw new Error(
    `The sync ended as ${state?.phase}: ${JSON.stringify([state?.failure, ...(state?.partFailures ?? [])])}`,
  )
}
