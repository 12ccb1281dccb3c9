import type { Topic } from '../../shared/contract.ts'
import { isFailure, type Result } from '../../shared/failure.ts'
import { inTurns } from '../../shared/in-turns.ts'
import type { AccountChange, AccountId, NewKeys } from '../../shared/model/account.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { aboutHandlers } from './about/handlers.ts'
import { Notices } from './about/notices.ts'
import { Accounts } from './accounts/accounts.ts'
import { AccountBook } from './accounts/book.ts'
import { Connections } from './accounts/connections.ts'
import { accountHandlers } from './accounts/handlers.ts'
import { KeyRing } from './accounts/key-ring.ts'
import { Removal } from './accounts/removal.ts'
import { numberHandlers } from './inventory/handlers.ts'
import { createKeywords, keywordHandlers } from './keywords/keywords.ts'
import { createLeases, leaseHandlers } from './leases/leases.ts'
import { marketHandlers } from './market/handlers.ts'
import { createMarket, type Market } from './market/market.ts'
import type { OrdersWorld } from './orders/check.ts'
import { orderHandlers } from './orders/handlers.ts'
import { Orders } from './orders/orders.ts'
import type { Ports } from './ports.ts'
import { type Listener, type Push, Pushes } from './pushes.ts'
import { answer, type Handlers } from './requests.ts'
import { SettingsBook, settingsHandlers } from './settings/handlers.ts'
import { syncHandlers } from './sync/handlers.ts'
import type { SyncWorld } from './sync/run.ts'
import { Schedule } from './sync/schedule.ts'
import { SyncStates } from './sync/states.ts'
import { Syncs } from './sync/syncs.ts'

/** The whole app, as the shell and the tests see it. */
export type App = {
  /** Never throws for a failure; a bug is logged and thrown. */
  readonly invoke: (name: string, input: unknown) => Promise<Result<unknown>>
  /** Hears which topic changed. The answer ends the subscription. */
  readonly subscribe: (listener: (topic: Topic) => void) => () => void
  /** To be called after first paint: nothing is asked over the network before. */
  readonly start: () => void
  readonly wake: (reason: 'resume' | 'online') => void
  /** Stops what runs, to be gone on with at the next start; storage may be closed afterwards. */
  readonly stop: () => Promise<void>
}

const pushGapMs = 100

export function createApp(world: Ports): App {
  const ports = { ...world, breathe: inTurns(world.breathe) }
  const pushes = new Pushes(ports.wait, pushGapMs)
  const inside = build(ports, pushes)
  return {
    invoke: (name, input) => invoke(ports, inside, { name, input }),
    subscribe: (listener: Listener) => pushes.subscribe(listener),
    start: () => {
      void finishRemovals(ports, inside.removal)
      inside.schedule.start()
      inside.market.start()
      inside.orders.start()
    },
    wake: () => {
      pushes.push('app')
      inside.schedule.wake()
      inside.orders.wake()
    },
    stop: async () => {
      inside.stopping.abort()
      inside.schedule.stop()
      const ends = [inside.syncs.cancel(null), inside.removal.settled(), inside.market.settled(), inside.orders.stop()]
      await Promise.all(ends)
    },
  }
}

type Inside = {
  readonly handlers: Handlers
  readonly keys: KeyRing
  readonly market: Market
  readonly orders: Orders
  readonly removal: Removal
  readonly schedule: Schedule
  readonly syncs: Syncs
  readonly stopping: AbortController
}

function build(ports: Ports, { push }: Pushes): Inside {
  const stopping = new AbortController()
  const { signal } = stopping
  const file = ports.settings.read()
  const notices = new Notices(push, [...ports.storage.notices, ...ports.settings.notices])
  const states = new SyncStates(ports, push)
  const book = new AccountBook(ports, push, file.accounts)
  const keys = new KeyRing(ports, file.keys, (id, late) => {
    push('accounts')
    if (late) syncs.start(id)
  })
  const connections = new Connections(ports, keys, (id, until) => syncs.waiting(id, until))
  const listRead: SyncWorld['listRead'] = (account, counts) => {
    notices.watchList(account, counts)
    orders.synced(account.id)
  }
  const world: SyncWorld = { ports, connections, states, scrub: () => keys.scrub(), push, listRead, stopping: signal }
  const syncs = new Syncs(world, book)
  const watchClock = () => notices.watchClock(states.all, ports.now())
  const removing = { mark: (id: AccountId) => states.markRemoved(id), endSync: (id: AccountId) => syncs.end(id) }
  const removal = new Removal({ ports, book, keys, connections, push, signal, ...removing })
  const accounts = new Accounts({ ports, book, keys, connections, removal, sync: syncs, signal })
  const { schedule, settings } = buildSchedule(ports, { syncs, push, settings: file.settings, watchClock })
  const trade = buildTrade({
    ports,
    book,
    connections,
    notices,
    push,
    scrub: () => keys.scrub(),
    sync: syncs,
    stopping: signal,
  })
  const { market, orders } = trade
  const handlers: Handlers = {
    ...aboutHandlers(ports, notices, push),
    ...settingsHandlers(settings),
    ...accountHandlers(accounts),
    ...guardedAccounts(accounts, orders),
    ...syncHandlers(syncs),
    ...numberHandlers(ports.storage.numbers),
    ...trade.handlers,
  }
  return { handlers, keys, market, orders, removal, schedule, syncs, stopping }
}

/** What must not happen to an account while orders of it are open. */
const guardedAccounts = (accounts: Accounts, orders: Orders) => ({
  'accounts.remove': async ({ accountId }: { readonly accountId: AccountId }) =>
    accounts.remove(orders.removable(accountId)),
  'accounts.change': (change: AccountChange) => {
    if (change.address !== undefined) orders.rewired(change.accountId, change.address)
    return accounts.change(change)
  },
  'accounts.replaceKeys': (keys: NewKeys) => accounts.replaceKeys(keys, orders.keysGuard(keys.accountId)),
})

type Timing = {
  readonly syncs: Syncs
  readonly push: Push
  readonly settings: Settings
  readonly watchClock: () => void
}

/** What happens from time to time, and the settings that say how often. */
function buildSchedule(ports: Ports, { syncs, push, settings: stored, watchClock }: Timing) {
  const watched = (start: () => void) => () => {
    watchClock()
    start()
  }
  const schedule = new Schedule({
    wait: ports.wait,
    everyMinutes: () => settings.current.syncEveryMinutes,
    startAll: watched(() => syncs.startAll()),
    startStale: watched(() => syncs.startStale()),
  })
  const changed = (before: Settings, after: Settings) => {
    if (after.syncEveryMinutes !== before.syncEveryMinutes) schedule.restart()
  }
  const settings = new SettingsBook({ file: ports.settings, push, changed }, stored)
  return { schedule, settings }
}

type Ground = Omit<OrdersWorld, 'market'> & {
  readonly ports: Ports
  readonly notices: Notices
  readonly push: Push
  readonly sync: Syncs
}

/** Finding, buying and giving up. */
function buildTrade(ground: Ground) {
  const { ports, push, notices, stopping } = ground
  const market = createMarket(ground)
  const leases = createLeases({ ...ground, signal: stopping })
  const keepSettings = (id: AccountId, number: string) => leases.keepSettings(id, number)
  const { version } = ports.host
  const orders = new Orders({ world: { ...ground, market }, push, notices, version, keepSettings })
  const handlers = {
    ...marketHandlers(market),
    ...orderHandlers(orders),
    ...keywordHandlers(createKeywords({ ...ground, signal: stopping })),
    ...leaseHandlers(leases),
  }
  return { market, orders, handlers }
}

type Call = { readonly name: string; readonly input: unknown }

async function invoke({ log }: Ports, { handlers, stopping, keys }: Inside, { name, input }: Call) {
  // Storage is being closed: whoever asks now asks too late.
  if (stopping.signal.aborted) return closing
  try {
    const result = await answer(handlers, name, input)
    return result.ok ? result : keys.scrub()(result)
  } catch (error) {
    const detail = error instanceof Error ? error.stack : String(error)
    log('error', `Bug in ${name}`, keys.scrub()({ detail }))
    throw error
  }
}

const closing: Result<unknown> = { ok: false, failure: { kind: 'cancelled', accountId: null } }

/** What an earlier run of the app did not get done; a disk that fails meanwhile leaves it to the next start. */
async function finishRemovals({ log, storage, settings }: Ports, removal: Removal): Promise<void> {
  try {
    await removal.finish(isOldCopy(storage) && settings.notices.length === 0)
  } catch (error) {
    if (!isFailure(error)) throw error
    log('warn', 'Rows of a removed account are still there', { kind: error.failure.kind })
  }
}

const isOldCopy = ({ notices }: Ports['storage']): boolean => notices.some(({ kind }) => kind === 'restoredCopy')
