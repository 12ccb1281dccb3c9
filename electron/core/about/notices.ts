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

  /** Something was read later than now: the clock was set back. Told once. */
  watchClock(states: readonly SyncState[], now: number): void {
    if (this.#notices.some(({ id }) => id === clockBack.id)) return
    const latest = Math.max(...states.map(({ lastDoneAt, lastTriedAt }) => Math.max(lastDoneAt ?? 0, lastTriedAt ?? 0)))
    if (latest - now <= toleranceMs) return
    this.#notices = [...this.#notices, clockBack]
    this.#push('app')
  }
}

const clockBack: Notice = {
  id: 'clockBack',
  kind: 'clockBack',
  sentence:
    'The clock of this computer was set back: some data was read at a time that is still to come, so its age cannot be told. Nothing is lost. Check date and time in the system settings, then sync.',
}
