import type { CalendarDay } from '../../shared/calendar.ts'
import type { SyncPart, SyncState } from '../../shared/model/sync.ts'
import type { SyncRun, SyncStore } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import type { IndexChange } from './index/number-index.ts'
import { isAnyLeft, type ListTableName, markListGone } from './list-table.ts'
import type { Routes } from './routes.ts'

type World = {
  readonly db: Database
  readonly accounts: Accounts
  readonly routes: Routes
  readonly follow: (changes: readonly IndexChange[]) => void
}

export function createSyncStore(world: World): SyncStore {
  const { db, accounts } = world
  const last = db.prepare('SELECT * FROM sync_runs WHERE account = ?')
  const start = db.prepare(
    'INSERT OR REPLACE INTO sync_runs (account, generation, started_at, finished, ended) VALUES (?, ?, ?, ?, 0)',
  )
  const end = db.prepare('UPDATE sync_runs SET ended = 1 WHERE account = ? AND generation = ?')
  const saveState = db.prepare('INSERT OR REPLACE INTO sync_states (account, said) VALUES (?, ?)')
  const states = db.prepare('SELECT said FROM sync_states')
  return {
    begin(accountId, now) {
      const account = accounts.ensure(accountId)
      const before = db.read(() => last.get(account))
      const generation = Number(before?.generation ?? 0)
      if (before?.ended === 0) {
        const run = { accountId, generation, readAt: now }
        return { run, finishedParts: toParts(before.finished), startedAt: Number(before.started_at) }
      }
      db.write(() => start.run(account, generation + 1, now, '[]'))
      return { run: { accountId, generation: generation + 1, readAt: now }, finishedParts: [] }
    },
    isAnyMissing({ accountId, generation }, part) {
      const account = accounts.find(accountId)
      if (account === null) return false
      if (part === 'numbers') return db.read(() => isAnyNumberLeft(db, account, generation))
      const names = part === 'routes' ? routeTables : [tables[part]].filter((table) => table !== undefined)
      return db.read(() => names.some((table) => isAnyLeft(db, table, { account, generation })))
    },
    finishPart: createFinishPart(world),
    current(accountId, now) {
      const account = accounts.find(accountId)
      const run = account === null ? undefined : db.read(() => last.get(account))
      return { accountId, generation: Number(run?.generation ?? 0), readAt: now }
    },
    end(run) {
      const account = accounts.find(run.accountId)
      if (account !== null) db.write(() => end.run(account, run.generation))
    },
    saveState(state) {
      const account = accounts.ensure(state.accountId)
      db.write(() => saveState.run(account, JSON.stringify(state)))
    },
    states: () => db.read(() => states.all()).map(({ said }) => JSON.parse(String(said)) as SyncState),
  }
}

/** Our own writing, below. */
const toParts = (finished: unknown): readonly SyncPart[] => JSON.parse(String(finished)) as readonly SyncPart[]

/** Configs and details belong to numbers, which are marked themselves. */
const tables: Partial<Record<SyncPart, ListTableName>> = {
  keywords: 'keywords',
  doNotContact: 'do_not_contact',
  orders: 'orders',
}

const routeTables: readonly ListTableName[] = ['routes', 'edge_strategies']

type Finishing = {
  readonly account: number
  readonly generation: number
  readonly on: CalendarDay
  readonly limit: number
}

function createFinishPart({ db, accounts, routes, follow }: World): SyncStore['finishPart'] {
  const read = db.prepare('SELECT finished FROM sync_runs WHERE account = ? AND generation = ?')
  const store = db.prepare('UPDATE sync_runs SET finished = ? WHERE account = ? AND generation = ?')

  const markPart = (
    part: SyncPart,
    finishing: Finishing,
  ): { readonly gone: number; readonly changes: readonly IndexChange[] } => {
    if (part === 'numbers') {
      const changes = markNumbersGone(db, finishing)
      return { gone: changes.length, changes }
    }
    if (part === 'routes') {
      const ids = markListGone(db, 'routes', finishing)
      markListGone(db, 'edge_strategies', finishing)
      routes.mark(finishing.account, ids)
      return { gone: ids.length, changes: [] }
    }
    const table = tables[part]
    return { gone: table ? markListGone(db, table, finishing).length : 0, changes: [] }
  }
  const noteFinished = (run: SyncRun, account: number, part: SyncPart) => {
    const before = read.get(account, run.generation)
    if (!before) return
    store.run(JSON.stringify([...new Set([...toParts(before.finished), part])]), account, run.generation)
  }
  return (run, part, on, limit) => {
    const account = accounts.ensure(run.accountId)
    const { gone, changes } = db.write(() => {
      const marked = markPart(part, { account, generation: run.generation, on, limit })
      if (marked.gone < limit) noteFinished(run, account, part)
      return marked
    })
    if (part === 'routes') routes.reload()
    follow(changes)
    return { gone, left: gone === limit }
  }
}

const numbersLeft = 'FROM numbers WHERE account = ? AND listed = 1 AND generation < ? AND gone_on IS NULL'

const isAnyNumberLeft = (db: Database, account: number, generation: number): boolean =>
  db.prepare(`SELECT 1 ${numbersLeft} LIMIT 1`).get(account, generation) !== undefined

function markNumbersGone(db: Database, { account, generation, on, limit }: Finishing): readonly IndexChange[] {
  const left = db.prepare(`SELECT id ${numbersLeft} LIMIT ?`).all(account, generation, limit)
  const mark = db.prepare('UPDATE numbers SET gone_on = ? WHERE id = ?')
  return left.map((row) => {
    mark.run(on, Number(row.id))
    return { kind: 'gone', id: Number(row.id) }
  })
}
