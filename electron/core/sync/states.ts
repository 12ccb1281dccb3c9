import { isFailure } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import type { Ports } from '../ports.ts'
import type { Push } from '../pushes.ts'

type World = Pick<Ports, 'storage' | 'now' | 'log'>

/** While a sync runs its state is stored this often at most; its end is always stored. */
const storeEveryMs = 500

export const neverSynced = (accountId: AccountId): SyncState => ({
  accountId,
  phase: 'never',
  progress: null,
  lastDoneAt: null,
  lastTriedAt: null,
  failure: null,
  partFailures: [],
  odd: [],
  oddCount: 0,
  found: 0,
  gone: 0,
})

/** Where every account's sync stands: kept in memory, stored so that the age of the data is known after a restart. */
export class SyncStates {
  readonly #world: World
  readonly #push: Push
  readonly #states: Map<AccountId, SyncState>
  readonly #storedAt = new Map<AccountId, number>()

  constructor(world: World, push: Push) {
    this.#world = world
    this.#push = push
    this.#states = new Map(world.storage.sync.states().map((state) => [state.accountId, afterRestart(state)]))
  }

  get all(): readonly SyncState[] {
    return [...this.#states.values()]
  }

  get(accountId: AccountId): SyncState {
    return this.#states.get(accountId) ?? neverSynced(accountId)
  }

  set(accountId: AccountId, change: Partial<SyncState>): void {
    const before = this.get(accountId)
    const state = { ...before, ...change }
    this.#states.set(accountId, state)
    this.#push('sync')
    if (state.phase !== 'running' || before.phase !== 'running' || this.#isDue(accountId)) this.#store(state)
  }

  /** Stored at once, and kept in whatever is stored of the account from now on. */
  markRemoved(accountId: AccountId): void {
    const state = { ...this.get(accountId), removed: true }
    this.#states.set(accountId, state)
    this.#store(state)
  }

  drop(accountId: AccountId): void {
    this.#states.delete(accountId)
    this.#storedAt.delete(accountId)
    this.#push('sync')
  }

  #isDue(accountId: AccountId): boolean {
    return Math.abs(this.#world.now() - (this.#storedAt.get(accountId) ?? 0)) >= storeEveryMs
  }

  /** A disk that is full must not stop a sync from being told about; its rows' own failure ends the sync. */
  #store(state: SyncState): void {
    this.#storedAt.set(state.accountId, this.#world.now())
    try {
      this.#world.storage.sync.saveState(state)
    } catch (error) {
      if (!isFailure(error)) throw error
      this.#world.log('warn', 'The state of a sync could not be stored', { kind: error.failure.kind })
    }
  }
}

/** What was running when the app went down is not running now; `start` goes on with it. */
const afterRestart = (state: SyncState): SyncState =>
  state.phase === 'running' ? { ...state, phase: 'cancelled', progress: null } : state
