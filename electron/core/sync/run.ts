import { FailureError, isFailure } from '../../../shared/failure.ts'
import type { Account, AccountId } from '../../../shared/model/account.ts'
import { numberStates } from '../../../shared/model/number.ts'
import type { SyncPart, SyncState } from '../../../shared/model/sync.ts'
import type { Connections } from '../accounts/connections.ts'
import type { Scrub } from '../accounts/scrub.ts'
import type { Ports, Provider, SyncRun } from '../ports.ts'
import type { Push } from '../pushes.ts'
import { unlessAborted } from '../within.ts'
import { readLanes } from './lanes.ts'
import type { Meter } from './meter.ts'
import { lanesOf } from './parts.ts'
import type { SyncStates } from './states.ts'
import { createTell, Tally } from './tell.ts'

export type SyncWorld = {
  readonly ports: Pick<Ports, 'storage' | 'host' | 'now' | 'breathe' | 'log'>
  readonly connections: Connections
  readonly states: SyncStates
  readonly scrub: () => Scrub
  readonly push: Push
  /** Hears what a list of numbers that was read to its end came to. */
  readonly listRead: (account: Account, counts: { readonly found: number; readonly gone: number }) => void
  /** Aborted when the app stops: a run is then interrupted, to be gone on with, and not over. */
  readonly stopping: AbortSignal
}

type Task = {
  readonly world: SyncWorld
  readonly account: Account
  readonly meter: Meter
  readonly cancel: AbortSignal
}

/** An interrupted run that is older than this starts over: what it had read is too old to be called new. */
const resumableMs = 2 * 60 * 60_000

/** Reads one account. Ends in a state, never in a failure; a bug is told in the state and surfaces as well. */
export async function syncAccount(task: Task): Promise<void> {
  const { account, world, cancel } = task
  const { states, ports } = world
  try {
    const done = await readAccount(task)
    states.set(account.id, done)
    ports.log('info', 'Account read', { accountId: account.id, found: done.found, gone: done.gone })
  } catch (error) {
    // Who cancelled has said so already, and may have started anew since.
    if (cancel.aborted && isBreakOff(error)) return
    const failure = isFailure(error) ? world.scrub()(error.failure) : null
    states.set(account.id, { phase: 'failed', progress: null, failure })
    ports.log('warn', 'Account not read', { accountId: account.id, kind: failure?.kind ?? 'bug' })
    if (failure === null) throw error
    if (failure.kind === 'offline') world.push('app')
  }
}

/** The state of a run that begins now. */
export const begun = (now: number): Partial<SyncState> => ({
  phase: 'running',
  progress: null,
  lastTriedAt: now,
  failure: null,
  partFailures: [],
  odd: [],
  oddCount: 0,
  // A removal that broke off before the account went, and was not asked for again.
  removed: false,
})

const isBreakOff = (error: unknown): boolean =>
  isFailure(error) || (error instanceof Error && error.name === 'AbortError')

async function readAccount(task: Task): Promise<Partial<SyncState>> {
  const { world, account, cancel } = task
  needConnection(task)
  // The system may be asking the person for its password; who cancels or quits does not wait for the answer.
  const provider = await unlessAborted(world.connections.open(account), cancel)
  const started = beginRun(task)
  try {
    const done = await readRun(task, provider, started)
    world.ports.storage.sync.end(started.run)
    return done
  } catch (error) {
    endBroken(task, started.run, error)
    throw error
  }
}

/** The samples live inside the app, so the first look at them needs no connection. */
function needConnection({ world, account }: Task): void {
  const firstLook = account.sample && world.states.get(account.id).lastDoneAt === null
  if (!firstLook && !world.ports.host.isOnline()) throw new FailureError({ kind: 'offline', accountId: account.id })
}

function beginRun({ world, account }: Task): Begun {
  const { storage, now } = world.ports
  const begin = () => {
    const { run, finishedParts, startedAt = now() } = storage.sync.begin(account.id, now())
    return { run, finishedParts, startedAt }
  }
  const started = begin()
  const age = now() - started.startedAt
  if (age >= 0 && age < resumableMs) return started
  storage.sync.end(started.run)
  return begin()
}

/** Cut off by quitting, or by a disk that takes no more writes: the run stays open and is gone on with later. */
function endBroken({ world }: Task, run: SyncRun, error: unknown): void {
  const diskFailed = isFailure(error) && error.failure.kind === 'disk'
  if (!world.stopping.aborted && !diskFailed) world.ports.storage.sync.end(run)
}

type Begun = { readonly run: SyncRun; readonly finishedParts: readonly SyncPart[]; readonly startedAt: number }

async function readRun(task: Task, provider: Provider, started: Begun): Promise<Partial<SyncState>> {
  const { run, finishedParts, startedAt } = started
  const { world, account, meter, cancel } = task
  const { ports, states, push } = world
  const tally = new Tally()
  const tell = createTell({ accountId: account.id, states, meter, tally, push, now: ports.now, signal: cancel })
  const failures = await readLanes(lanesOf(provider), {
    reading: { ports, provider, run, isFirst: isFirst(states.get(account.id), started), signal: cancel, tell },
    skip: new Set(finishedParts),
    failed: (failure) => states.set(account.id, { partFailures: [...states.get(account.id).partFailures, failure] }),
    scrub: world.scrub,
    ended: (part) => meter.end(part),
  })
  if (tally.found !== null) world.listRead(account, { found: tally.found, gone: tally.gone })
  const lost = failures.find(({ failure }) => failure.kind === 'offline')
  if (lost) throw new FailureError(lost.failure)
  return {
    phase: 'done',
    progress: null,
    failure: null,
    partFailures: failures,
    // A run that was gone on with holds what it read before the interruption.
    lastDoneAt: finishedParts.length > 0 ? startedAt : ports.now(),
    found: tally.found ?? countOwned(ports.storage, account.id),
    gone: tally.gone,
  }
}

const isFirst = ({ lastDoneAt }: SyncState, { finishedParts }: Begun): boolean =>
  lastDoneAt === null && finishedParts.length === 0

/** For a run whose list of numbers was read before an interruption. */
function countOwned({ numbers }: Ports['storage'], accountId: AccountId): number {
  const states = numberStates.filter((state) => state !== 'gone')
  const filter = { search: '', accountIds: [accountId], kinds: [], states, autoRenew: null, rings: null, endsBy: null }
  return numbers.query({ filter, sort: 'number', direction: 'ascending', offset: 0, limit: 1 }).total
}
