import type { Notices } from '../about/notices.ts'
import type { AccountBook } from '../accounts/book.ts'
import type { Connections } from '../accounts/connections.ts'
import type { Scrub } from '../accounts/scrub.ts'
import type { Ports } from '../ports.ts'
import type { Push } from '../pushes.ts'

/** What finding and the basket need of the app around them. */
export type MarketWorld = {
  readonly ports: Pick<Ports, 'storage' | 'host' | 'facetsOf' | 'now' | 'wait' | 'breathe' | 'log' | 'newId'>
  readonly book: Pick<AccountBook, 'all' | 'has' | 'find'>
  readonly connections: Pick<Connections, 'open'>
  readonly notices: Pick<Notices, 'tell'>
  readonly scrub: () => Scrub
  readonly push: Push
  /** Aborted when the app stops. */
  readonly stopping: AbortSignal
}
