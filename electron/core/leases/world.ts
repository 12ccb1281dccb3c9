import type { AccountId } from '../../../shared/model/account.ts'
import type { AccountBook } from '../accounts/book.ts'
import type { Connections } from '../accounts/connections.ts'
import type { Scrub } from '../accounts/scrub.ts'
import type { Ports } from '../ports.ts'
import type { Push } from '../pushes.ts'

export type LeaseWorld = {
  readonly ports: Pick<Ports, 'storage' | 'host' | 'now' | 'wait' | 'breathe' | 'newId' | 'log'>
  readonly book: Pick<AccountBook, 'find'>
  readonly connections: Pick<Connections, 'open'>
  /** Takes the keys out of a carrier's own words. */
  readonly scrub: () => Scrub
  readonly push: Push
  /** Reads the account again, for what comes only with its lists. */
  readonly sync: { readonly start: (id: AccountId) => void }
  /** Aborts when the app stops. */
  readonly signal: AbortSignal
}
