import type { EdgeStrategy, Route } from '../../shared/model/route.ts'
import type { SyncRun } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import { createListTable } from './list-table.ts'

/** An account's routes, and which of them changed since the numbers that use them were projected. */
export type Routes = {
  readonly find: (account: number, id: string) => Route | null
  readonly save: (run: SyncRun, routes: readonly Route[], edges: readonly EdgeStrategy[]) => void
  readonly changed: (account: number) => ReadonlySet<string>
  /** Within a write. */
  readonly settle: (account: number) => void
  /** Within a write: numbers that use these are to be projected again. */
  readonly mark: (account: number, ids: readonly string[]) => void
  /** After routes were marked gone or deleted. */
  readonly reload: () => void
}

export function createRoutes(db: Database, accounts: Accounts): Routes {
  const routes = createListTable<Route>(db, 'routes', ({ id }) => id)
  const edges = createListTable<EdgeStrategy>(db, 'edge_strategies', ({ id }) => id)
  const changed = db.prepare('SELECT route FROM changed_routes WHERE account = ?')
  const mark = db.prepare('INSERT OR IGNORE INTO changed_routes (account, route) VALUES (?, ?)')
  const settle = db.prepare('DELETE FROM changed_routes WHERE account = ?')
  const anyRouting = db.prepare('SELECT 1 FROM numbers WHERE account = ? AND routing_generation IS NOT NULL LIMIT 1')
  const known = new Map<number, ReadonlyMap<string, Route>>()

  const byId = (account: number): ReadonlyMap<string, Route> => {
    const kept = known.get(account)
    if (kept) return kept
    const read = new Map(routes.owned(account).map((route) => [route.id, route]))
    known.set(account, read)
    return read
  }
  const markChanged = (account: number, ids: readonly string[]) => {
    if (ids.length > 0 && anyRouting.get(account)) for (const id of ids) mark.run(account, id)
  }
  return {
    find: (account, id) => byId(account).get(id) ?? null,
    save(run, items, edgeItems) {
      const account = accounts.ensure(run.accountId)
      const before = byId(account)
      const isNew = (route: Route) => JSON.stringify(before.get(route.id)) !== JSON.stringify(route)
      db.write(() => {
        routes.save(account, run, items)
        edges.save(account, run, edgeItems)
        markChanged(
          account,
          items.filter(isNew).map(({ id }) => id),
        )
      })
      known.delete(account)
    },
    changed: (account) => new Set(changed.all(account).map(({ route }) => String(route))),
    settle: (account) => void settle.run(account),
    mark: markChanged,
    reload: () => known.clear(),
  }
}
