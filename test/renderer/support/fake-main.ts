import type { Bridge } from '../../../shared/bridge.ts'
import { contract, type Input, type Output, type RequestName, type Topic } from '../../../shared/contract.ts'
import type { Failure, Result } from '../../../shared/failure.ts'
import { type AccountView, type ApiId, type ConnectionReport, noLimits } from '../../../shared/model/account.ts'
import type { NumberDetail, NumberRow } from '../../../shared/model/number.ts'
import { type AppInfo, defaultSettings, type Settings } from '../../../shared/model/settings.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { buyingAnswers } from './fake-buying.ts'
import { countRows, queryRows } from './fake-query.ts'
import { detailOf } from './sample-detail.ts'
import { noon } from './sample-rows.ts'

/** What the fake main knows; tests change it and push. */
export type World = {
  info: AppInfo
  settings: Settings
  accounts: readonly AccountView[]
  rows: readonly NumberRow[]
  states: readonly SyncState[]
  details: ReadonlyMap<string, NumberDetail>
  report: ConnectionReport
  /** What main answers instead of the fake's own answer. */
  readonly answers: { -readonly [Name in RequestName]?: Handlers[Name] }
  /** Every request to this name fails so until it is taken out. */
  readonly failures: Map<string, Failure>
}

export type Handlers = { readonly [Name in RequestName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>> }

export type FakeMain = {
  readonly bridge: Bridge
  readonly world: World
  readonly push: (topic: Topic) => void
  readonly asked: { readonly name: RequestName; readonly input: unknown }[]
  /** The next answers to this name wait until they are let go, oldest first. */
  readonly hold: (name: RequestName) => { readonly letGo: () => void; readonly waiting: () => number }
}

/** A main of our own in memory, true to the contract: inputs pass its schemas, answers and pushes are asynchronous. */
export function createFakeMain(start: Partial<World> = {}): FakeMain {
  const world: World = { ...emptyWorld(), ...start }
  const listeners = new Set<(topic: Topic) => void>()
  const asked: { name: RequestName; input: unknown }[] = []
  const held = new Map<string, (() => void)[]>()
  const push = (topic: Topic) => {
    for (const listener of listeners) listener(topic)
  }
  const handlers = handlersOf(world, push)
  const invoke = async <Name extends RequestName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> => {
    asked.push({ name, input })
    contract[name].input.parse(input)
    await new Promise<void>((resolve) => {
      const queue = held.get(name)
      if (queue) queue.push(resolve)
      else queueMicrotask(resolve)
    })
    const failure = world.failures.get(name)
    if (failure) return { ok: false, failure }
    return { ok: true, value: await (world.answers[name] ?? handlers[name])(input) }
  }
  return {
    world,
    push,
    asked,
    bridge: {
      invoke,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    hold: (name) => {
      const queue: (() => void)[] = []
      held.set(name, queue)
      return { letGo: () => queue.shift()?.(), waiting: () => queue.length }
    },
  }
}

function emptyWorld(): World {
  return {
    info: {
      version: '0.1.0',
      host: 'browser',
      dataFolder: '/home/owner/.config/Linekeeper',
      keystore: { kind: 'protected', backend: 'gnome_libsecret' },
      online: true,
      notices: [],
    },
    settings: defaultSettings,
    accounts: [],
    rows: [],
    states: [],
    details: new Map(),
    report: { checks: [], usable: true, hint: null },
    answers: {},
    failures: new Map(),
  }
}

export const fakeAccount = (id: string, api: ApiId, more: Partial<AccountView> = {}): AccountView => ({
  id,
  api,
  name: api === 'callfire-v2' ? 'Bakery' : 'Voice',
  color: api === 'callfire-v2' ? 'blue' : 'orange',
  address: null,
  readOnly: false,
  paused: false,
  sample: false,
  spending: noLimits,
  createdAt: noon - 1e9,
  keys: { kind: 'ready', keeping: 'keystore', setAt: noon - 18 * 86_400_000, lastUsedAt: noon - 120_000 },
  facets:
    api === 'callfire-v2'
      ? ['numbers', 'market', 'leases', 'leaseConfigs', 'keywords', 'doNotContact', 'orders', 'billing']
      : ['numbers', 'market', 'routes'],
  ...more,
})

export const fakeState = (accountId: string, more: Partial<SyncState> = {}): SyncState => ({
  accountId,
  phase: 'done',
  progress: null,
  lastDoneAt: noon - 120_000,
  lastTriedAt: noon - 120_000,
  failure: null,
  partFailures: [],
  odd: [],
  oddCount: 0,
  found: 306,
  gone: 0,
  ...more,
})

function handlersOf(world: World, push: (topic: Topic) => void): Handlers {
  const changed = <Value>(value: Value, topic: Topic): Value => {
    queueMicrotask(() => push(topic))
    return value
  }
  const find = (id: string): AccountView => {
    const account = world.accounts.find((other) => other.id === id)
    if (!account) throw new Error(`no account ${id}`)
    return account
  }
  const replace = (account: AccountView): AccountView => {
    world.accounts = world.accounts.map((other) => (other.id === account.id ? account : other))
    return changed(account, 'accounts')
  }
  const add = (account: AccountView): AccountView => {
    world.accounts = [...world.accounts, account]
    world.states = [...world.states, fakeState(account.id, { phase: 'never', lastDoneAt: null, lastTriedAt: null })]
    return changed(account, 'accounts')
  }
  const ready = (keeping: 'keystore' | 'session' | 'passphrase') =>
    ({ kind: 'ready', keeping, setAt: Date.now(), lastUsedAt: null }) as const
  return {
    ...buyingAnswers,
    'app.info': () => world.info,
    'app.dismissNotice': ({ id }) => {
      world.info = { ...world.info, notices: world.info.notices.filter((notice) => notice.id !== id) }
      return null
    },
    'app.openPage': () => null,
    'app.openDataFolder': () => null,
    'settings.get': () => world.settings,
    'settings.set': (part) => {
      world.settings = { ...world.settings, ...(part as Partial<Settings>) }
      return changed(world.settings, 'settings')
    },
    'accounts.list': () => world.accounts,
    'accounts.add': ({ api, name, color, address, readOnly, keeping }) =>
      add(
        fakeAccount(`account-${world.accounts.length + 1}`, api, {
          name,
          color,
          address,
          readOnly,
          keys: ready(keeping),
        }),
      ),
    'accounts.addSamples': () => [
      add(fakeAccount('sample-callfire', 'callfire-v2', { name: 'Sample bakery', sample: true })),
      add(fakeAccount('sample-flowroute', 'flowroute-v2', { name: 'Sample voice', sample: true })),
    ],
    'accounts.test': () => world.report,
    'accounts.change': ({ accountId, ...change }) =>
      replace({
        ...find(accountId),
        ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      }),
    'accounts.replaceKeys': ({ accountId, keeping }) => replace({ ...find(accountId), keys: ready(keeping) }),
    'accounts.unlock': () => world.accounts.map((account) => replace({ ...account, keys: ready('passphrase') })),
    'accounts.holdings': ({ accountId }) => ({
      numbers: world.rows.filter((row) => row.accountId === accountId).length,
      keywords: 9,
      doNotContact: 1204,
      routes: 0,
      orders: 0,
      openOrders: 0,
    }),
    'accounts.remove': ({ accountId }) => {
      world.accounts = world.accounts.filter(({ id }) => id !== accountId)
      world.rows = world.rows.filter((row) => row.accountId !== accountId)
      return changed(null, 'accounts')
    },
    'sync.start': () => changed(null, 'sync'),
    'sync.cancel': ({ accountId }) => {
      world.states = world.states.map((state) =>
        accountId === null || state.accountId === accountId ? { ...state, phase: 'cancelled', progress: null } : state,
      )
      return changed(null, 'sync')
    },
    'sync.states': () => world.states,
    'numbers.query': (query) => queryRows(world.rows, query),
    'numbers.counts': (query) => countRows(world.rows, query),
    'numbers.get': (key) => {
      const row = world.rows.find((other) => other.accountId === key.accountId && other.number === key.number)
      return row ? (world.details.get(row.number) ?? detailOf(row, find(row.accountId).api)) : null
    },
  }
}
