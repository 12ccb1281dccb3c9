import type { Log, Project, Storage } from '../core/ports.ts'
import { createAccounts } from './accounts.ts'
import { createCheckpoints } from './checkpoints.ts'
import { isCopyDue, makeCopy } from './copies.ts'
import { type Database, toDatabase } from './database.ts'
import { createHoldings } from './holdings.ts'
import { createNumberIndex, type NumberIndex } from './index/number-index.ts'
import { createLists } from './lists.ts'
import { createMarketStore } from './market/market-store.ts'
import { createNumberStore } from './number-store.ts'
import { createOrderJournal } from './orders/journal.ts'
import { openData } from './recovery.ts'
import { createRestorePoints } from './restore-points.ts'
import { createRoutes } from './routes.ts'
import { createSyncStore } from './sync-store.ts'

export type StorageOptions = {
  /** Holds `linekeeper.db`, its copies and what was set aside; made when it is not there. */
  readonly folder: string
  readonly project: Project
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Log
  /** Hears of each commit that waited for the disk. */
  readonly onDurableWrite?: () => void
}

/** Throws FailureError `disk`: `newer` for a file of a newer Linekeeper, `other` when another program keeps it locked. */
export function openStorage({ folder, project, now, log, onDurableWrite }: StorageOptions): Storage {
  const { sql, readOnly, notices } = openData({ folder, now: now(), log })
  const checkpoints = createCheckpoints(sql)
  const db = toDatabase(sql, readOnly, ({ durable }) => {
    if (durable) onDurableWrite?.()
    checkpoints.written()
  })
  const accounts = createAccounts(db)
  const routes = createRoutes(db, accounts)
  const index = createNumberIndex(db, accounts)
  const warming = createWarming(index, log)
  warming.wake()
  const follow: NumberIndex['follow'] = (changes) => {
    index.follow(changes)
    warming.wake()
  }
  const shared = { db, accounts, routes, follow }
  return {
    numbers: createNumberStore({ ...shared, index, project, now }),
    lists: createLists(db, accounts),
    sync: createSyncStore(shared),
    orders: createOrderJournal(db),
    market: createMarketStore(db),
    restorePoints: createRestorePoints(db),
    ...createHoldings(shared),
    notices,
    close() {
      warming.stop()
      checkpoints.stop()
      if (sql.isOpen) closeDatabase(db, { folder, now: now(), log })
    },
  }
}

/** Brings the index up to date in small steps between whatever else the process does. */
function createWarming(index: NumberIndex, log: Log): { readonly wake: () => void; readonly stop: () => void } {
  let next: NodeJS.Immediate | null = null
  let stopped = false
  const step = () => {
    next = null
    try {
      if (index.load()) wake()
    } catch (error) {
      // The first query meets it again, and it is told there.
      log('warn', 'The numbers could not be loaded ahead', { why: String(error) })
    }
  }
  const wake = () => {
    if (!stopped) next ??= setImmediate(step)
  }
  const stop = () => {
    stopped = true
    if (next) clearImmediate(next)
  }
  return { wake, stop }
}

function closeDatabase(
  db: Database,
  { folder, now, log }: { readonly folder: string; readonly now: number; readonly log: Log },
) {
  try {
    if (!db.readOnly && !db.isDamaged()) {
      if (isCopyDue(folder, now)) makeCopy(db.sql, folder, now)
      db.write(() => db.sql.exec("UPDATE meta SET value = 1 WHERE key = 'closedWell'"))
      db.sql.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    }
  } catch (error) {
    // Nothing is lost: what was saved is in the file or its log, and the next start looks at the whole of it.
    log('warn', 'The data file could not be tidied up', { why: String(error) })
  } finally {
    db.sql.close()
  }
}
