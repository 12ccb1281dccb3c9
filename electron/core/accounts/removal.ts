import type { AccountId } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import type { Ports } from '../ports.ts'
import type { Push } from '../pushes.ts'
import type { AccountBook } from './book.ts'
import type { Connections } from './connections.ts'
import type { KeyRing } from './key-ring.ts'

type Parts = {
  readonly ports: Pick<Ports, 'storage' | 'breathe' | 'log'>
  readonly book: AccountBook
  readonly keys: KeyRing
  readonly connections: Connections
  readonly push: Push
  /** Writes down that the account's rows are to go. */
  readonly mark: (id: AccountId) => void
  /** Stops the account's sync and forgets its state; resolves when nothing of it runs any more. */
  readonly endSync: (id: AccountId) => Promise<void>
  readonly signal: AbortSignal
}

/**
 * Takes an account away: keys first, then the account, then its rows in chunks. What is to go is marked before, and the mark goes
 * last, so that the next start goes on after a crash. Rows without the mark stay even when no account is known for them: a damaged
 * settings file, which forgets accounts, must not cost what was read.
 */
export class Removal {
  readonly #parts: Parts
  readonly #under = new Map<AccountId, Promise<void>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Throws `unknownAccount`. Out of the book at once, so that nothing can start its sync again while the old one stops. */
  async remove(id: AccountId): Promise<void> {
    const { book, keys, connections, ports } = this.#parts
    if (this.#under.has(id)) return this.#forget(id)
    book.find(id)
    this.#parts.mark(id)
    keys.drop(id)
    connections.drop(id)
    book.remove(id)
    ports.log('info', 'Account removed', { accountId: id })
    await this.#forget(id)
  }

  /**
   * Goes on with what an earlier run of the app did not get done. An old copy of the data may hold accounts that were removed since:
   * where the list of accounts is whole, `unknownToo` lets them go as well.
   */
  async finish(unknownToo: boolean): Promise<void> {
    const isToGo = ({ accountId, removed = false }: SyncState) =>
      !this.#parts.book.has(accountId) && (removed || unknownToo)
    const left = this.#parts.ports.storage.sync.states().filter(isToGo)
    await Promise.all(left.map(({ accountId }) => this.#forget(accountId)))
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#under.values())
  }

  #forget(id: AccountId): Promise<void> {
    const going = this.#under.get(id) ?? this.#forgetRows(id).finally(() => this.#under.delete(id))
    this.#under.set(id, going)
    return going
  }

  async #forgetRows(id: AccountId): Promise<void> {
    const { ports, push, signal, endSync } = this.#parts
    const { storage, breathe } = ports
    await endSync(id)
    while (!signal.aborted && storage.forget(id, storage.numbers.maxChunk)) await breathe()
    push('numbers')
    push('sync')
  }
}
