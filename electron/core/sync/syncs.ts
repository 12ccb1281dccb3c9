import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import type { AccountBook } from '../accounts/book.ts'
import { invalid } from '../requests.ts'
import { Meter } from './meter.ts'
import { begun, type SyncWorld, syncAccount } from './run.ts'

type Running = { readonly controller: AbortController; readonly meter: Meter; readonly settled: Promise<void> }

/** Read this recently, an account is left alone when the computer wakes or comes online again. */
const freshMs = 60_000

/** The syncs of all accounts: each apart from the others, and never two of one account. */
export class Syncs {
  readonly #world: SyncWorld
  readonly #book: AccountBook
  readonly #running = new Map<AccountId, Running>()

  constructor(world: SyncWorld, book: AccountBook) {
    this.#world = world
    this.#book = book
  }

  /** Null: every account that is not paused. */
  request(id: AccountId | null): void {
    if (id === null) {
      this.startAll()
      return
    }
    if (this.#book.find(id).paused) {
      throw invalid('accountId', 'This account is paused. Switch the pause off in its settings, then sync it.')
    }
    this.start(id)
  }

  startAll(): void {
    for (const { id } of this.#book.all) this.start(id)
  }

  /** After a wake: those that were read well a moment ago can wait for the next round. */
  startStale(): void {
    const now = this.#world.ports.now()
    const isFresh = ({ phase, lastDoneAt }: SyncState) =>
      phase === 'done' && lastDoneAt !== null && Math.abs(now - lastDoneAt) < freshMs
    for (const { id } of this.#book.all) if (!isFresh(this.#world.states.get(id))) this.start(id)
  }

  /** One run an account: while it goes, starting again changes nothing; one that is being cancelled is waited for. */
  start(id: AccountId): void {
    const account = this.#book.has(id) ? this.#book.find(id) : null
    const current = this.#running.get(id)
    if (!account || account.paused || this.#world.stopping.aborted) return
    if (current && !current.controller.signal.aborted) return
    const controller = new AbortController()
    const meter = new Meter()
    this.#world.states.set(id, begun(this.#world.ports.now()))
    const settled = this.#run(account, { controller, meter, before: current?.settled })
    this.#running.set(id, { controller, meter, settled })
  }

  /** Null: all. At once for who asks; resolves when nothing runs any more. Old rows stay as they are. */
  async cancel(id: AccountId | null): Promise<void> {
    const chosen = [...this.#running].filter(([running]) => id === null || running === id)
    for (const [accountId, { controller }] of chosen) {
      if (controller.signal.aborted) continue
      controller.abort()
      this.#world.states.set(accountId, { phase: 'cancelled', progress: null })
    }
    await Promise.allSettled(chosen.map(([, { settled }]) => settled))
  }

  /** Stops the account's sync and forgets where it stood. */
  async end(id: AccountId): Promise<void> {
    await this.cancel(id)
    this.#world.states.drop(id)
  }

  states(): readonly SyncState[] {
    const now = this.#world.ports.now()
    return this.#book.all.map((account) => shown(account, this.#world.states.get(account.id), now))
  }

  /** A provider asked us to wait until then; null: no longer. */
  waiting(id: AccountId, until: number | null): void {
    const running = this.#running.get(id)
    if (!running || running.controller.signal.aborted) return
    running.meter.wait(until)
    this.#world.states.set(id, { progress: running.meter.progress() })
  }

  async #run(
    account: Account,
    {
      controller,
      meter,
      before,
    }: Pick<Running, 'controller' | 'meter'> & { readonly before: Promise<void> | undefined },
  ): Promise<void> {
    // A bug that ended it has surfaced there; it must not keep this account from being read ever after.
    await Promise.allSettled([before])
    try {
      if (!controller.signal.aborted) {
        await syncAccount({ world: this.#world, account, meter, cancel: controller.signal })
      }
    } finally {
      if (this.#running.get(account.id)?.controller === controller) this.#running.delete(account.id)
    }
  }
}

/** A clock that was set back must not make data come from the future. */
function shown(account: Account, state: SyncState, now: number): SyncState {
  const notLater = (at: number | null) => (at === null ? null : Math.min(at, now))
  const phase = account.paused && state.phase !== 'running' ? 'paused' : state.phase
  return { ...state, phase, lastDoneAt: notLater(state.lastDoneAt), lastTriedAt: notLater(state.lastTriedAt) }
}
