import type { NumberStore, Project } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import { createNumbersWithoutDetails } from './details-due.ts'
import type { NumberIndex } from './index/number-index.ts'
import { createNumberRows } from './number-rows.ts'
import { createNumberWrites } from './number-writes.ts'
import { createBoughtAt } from './orders/bought.ts'
import { createOwners } from './owners.ts'
import type { Routes } from './routes.ts'

/** So many rows are written in 5 ms or less; a checkpoint of the log that falls into a call adds about 10. */
const maxChunk = 100

type World = {
  readonly db: Database
  readonly accounts: Accounts
  readonly routes: Routes
  readonly index: NumberIndex
  readonly follow: NumberIndex['follow']
  readonly project: Project
  /** Epoch ms. */
  readonly now: () => number
}

export function createNumberStore({ db, accounts, routes, index, follow, project, now }: World): NumberStore {
  const rows = createNumberRows({ db, accounts, routes, boughtAt: createBoughtAt(db, now) })
  const writes = createNumberWrites({ db, accounts, routes, project, now, follow })
  return {
    maxChunk,
    nameAccounts: accounts.name,
    query(query) {
      const { ids, total } = index.ids(query)
      return { rows: rows.rows(ids), offset: query.offset, total }
    },
    counts: index.counts,
    get: rows.get,
    owners: createOwners(db, accounts),
    ...writes,
    saveRoutes: routes.save,
    withoutDetails: createNumbersWithoutDetails(db, accounts),
  }
}
