import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { Notice } from '../../../shared/model/settings.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import type { Push } from '../pushes.ts'

/** Small corrections by a time server are no news. */
const toleranceMs = 60_000

/** What happened to the data or the clock: told until it is dismissed. */
export class Notices {
  readonly #push: Push
  readonly #dismissed = new Set<string>()
  #notices: readonly Notice[]

  constructor(push: Push, notices: readonly Notice[]) {
    this.#push = push
    this.#notices = notices
  }

  list(): readonly Notice[] {
    return this.#notices.filter(({ id }) => !this.#dismissed.has(id))
  }

  dismiss(id: string): void {
    this.#dismissed.add(id)
    this.#push('app')
  }

  /** Told until it is dismissed; one of the same id takes the place of an older one, dismissed or not. */
  tell(notice: Notice): void {
    this.#dismissed.delete(notice.id)
    this.#set([...this.#notices.filter(({ id }) => id !== notice.id), notice])
  }

  /** An account whose list was read: that it is empty all at once is told until it has numbers again. */
  watchList(
    { id, name }: Pick<Account, 'id' | 'name'>,
    { found, gone }: { readonly found: number; readonly gone: number },
  ): void {
    const told = this.#notices.find((notice) => notice.id === emptiedId(id))
    if (found > 0 && told) this.#set(this.#notices.filter((notice) => notice !== told))
    if (found > 0 || gone === 0 || told) return
    this.#dismissed.delete(emptiedId(id))
    this.#set([...this.#notices, listEmptied(id, name, gone)])
  }

  /** Something was read later than now: the clock was set back. Told once. */
  watchClock(states: readonly SyncState[], now: number): void {
    if (this.#notices.some(({ id }) => id === clockBack.id)) return
    const latest = Math.max(...states.map(({ lastDoneAt, lastTriedAt }) => Math.max(lastDoneAt ?? 0, lastTriedAt ?? 0)))
    if (latest - now <= toleranceMs) return
    this.#set([...this.#notices, clockBack])
  }

  #set(notices: readonly Notice[]): void {
    this.#notices = notices
    this.#push('app')
  }
}

const emptiedId = (id: AccountId): string => `listEmptied-${id}`

const listEmptied = (id: AccountId, name: string, gone: number): Notice => ({
  id: emptiedId(id),
  kind: 'listEmptied',
  sentence: `The list of numbers of “${name}” came back empty. ${gone === 1 ? 'The one that was in it is kept here, marked as gone.' : `The ${gone} that were in it are kept here, marked as gone.`} If you did not expect that, check on the provider’s web site whether they are still there and whether the keys belong to the right account, then sync again.`,
})

const clockBack: Notice = {
  id: 'clockBack',
  kind: 'clockBack',
  sentence:
    'The clock of this computer was set back: some data was read at a time that is still to come, so its age cannot be told. Nothing is lost. Check date and time in the system settings, then sync.',
}
