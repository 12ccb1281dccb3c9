import { setImmediate, setTimeout } from 'node:timers/promises'
import { project } from '../../electron/core/inventory/project.ts'
import type { Log, Ports, SampleCarriers, Storage, Vault } from '../../electron/core/ports.ts'
import type { DemoCarriers } from '../../electron/demo/carriers.ts'
import type { HttpLimits } from '../../electron/providers/http.ts'
import { createProviders, facetsOf } from '../../electron/providers/index.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { openFileSettings } from './file-settings.ts'

export type NodeWorld = {
  readonly folder: string
  readonly storage: Storage
  readonly vault: Vault
  readonly carriers: DemoCarriers
  readonly isOnline: () => boolean
  readonly now: () => number
  readonly log: Log
  readonly newId: () => string
  /** How long an answer is waited for, how often a read is repeated; the app's own when left out. */
  readonly limits?: Partial<HttpLimits> | undefined
  /** So many seconds of the app's waits pass in one of ours; 1 when left out. Clocks go on as they are. */
  readonly pace?: number | undefined
  readonly notify?: Ports['host']['notify'] | undefined
}

/** One life of the app. After its end nothing that it waits for ever comes, as in a process that is no more. */
export type Life = { readonly end: () => void }

export const openNodeStorage = (folder: string, { now, log }: Pick<NodeWorld, 'now' | 'log'>): Storage =>
  openStorage({ folder, project, now, log })

/** What core asks of the world, in plain Node: real storage and HTTP; window and key store are stand-ins. */
export function createNodePorts(world: NodeWorld): { readonly ports: Ports; readonly life: Life } {
  let over = false
  const alive = async <T>(coming: Promise<T>): Promise<T> => {
    const value = await coming.catch(async (error: unknown) => {
      if (over) await new Promise(() => undefined)
      throw error
    })
    return over ? new Promise(() => undefined) : value
  }
  const mortalFetch: typeof fetch = (input, init) => (over ? new Promise(() => undefined) : alive(fetch(input, init)))
  const { now, log, newId, storage, vault, folder } = world
  const create = createProviders({ fetch: mortalFetch, now, limits: world.limits ?? {} })
  const ports: Ports = {
    storage,
    settings: openFileSettings(folder),
    vault,
    createProvider: (context) => mortal(create(context), alive),
    facetsOf,
    sampleCarriers: toSamples(world.carriers),
    log,
    host: {
      version: '0.0.0',
      kind: 'browser',
      dataFolder: folder,
      isOnline: world.isOnline,
      openPage: async () => undefined,
      openDataFolder: async () => undefined,
      notify: world.notify ?? (() => undefined),
    },
    now,
    wait: (ms, signal) => alive(setTimeout(ms / (world.pace ?? 1), undefined, signal && { signal })),
    breathe: () => alive(setImmediate()),
    newId,
  }
  const end = () => {
    over = true
  }
  return { ports, life: { end } }
}

type Alive = <T>(coming: Promise<T>) => Promise<T>

/** Whatever a provider would give or throw, be it by a time limit of its own, reaches nobody once the life is over. */
function mortal<T>(value: T, alive: Alive): T {
  if (typeof value === 'function') return ((...given: readonly unknown[]) => mortal(value(...given), alive)) as T
  if (value instanceof Promise) return alive(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Symbol.asyncIterator in value) return each(value as AsyncIterable<unknown>, alive) as T
  if (Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mortal(member, alive)])) as T
}

async function* each(pages: AsyncIterable<unknown>, alive: Alive) {
  const iterator = pages[Symbol.asyncIterator]()
  try {
    for (let next = await alive(iterator.next()); !next.done; next = await alive(iterator.next())) yield next.value
  } finally {
    await iterator.return?.()
  }
}

function toSamples({ callfireV2, flowrouteV2 }: DemoCarriers): SampleCarriers {
  return async (api) =>
    api === 'callfire-v2'
      ? {
          address: callfireV2.url,
          credentials: { login: callfireV2.login, secret: callfireV2.password },
          practise: callfireV2.practise,
        }
      : {
          address: flowrouteV2.url,
          credentials: { login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey },
          practise: flowrouteV2.practise,
        }
}
