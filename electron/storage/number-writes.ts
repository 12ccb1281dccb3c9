import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import { toMicros } from '../../shared/money.ts'
import type { NumberStore, Project, RoutingOf, SyncRun } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import type { IndexedNumber } from './index/columns.ts'
import { toDayNumber } from './index/filter.ts'
import { packFlags } from './index/flags.ts'
import type { IndexChange } from './index/number-index.ts'
import type { Routes } from './routes.ts'

type World = {
  readonly db: Database
  readonly accounts: Accounts
  readonly routes: Routes
  readonly project: Project
  /** Told after each commit, never before. */
  readonly follow: (changes: readonly IndexChange[]) => void
}

/** A stored row as far as writing it again needs it. */
type Stored = {
  readonly id: number
  readonly listed: boolean
  readonly flags: number
  readonly readAt: number
  readonly goneOn: string | null
  readonly snapshot: string | null
  readonly routing: string | null
}

export type NumberWrites = Pick<NumberStore, 'saveNumbers' | 'saveRoutings' | 'reproject'>

export function createNumberWrites(world: World): NumberWrites {
  const { db, accounts, follow } = world
  const statements = prepare(db)
  // How far the pass for these routes has come; when others join them it starts over.
  const cursors = new Map<number, { readonly pass: string; readonly after: number }>()
  const within = <Item>(
    run: SyncRun,
    items: readonly Item[],
    save: (item: Item, account: number) => IndexChange | null,
  ) => {
    if (items.length === 0) return
    const account = accounts.ensure(run.accountId)
    follow(db.write(() => items.map((item) => save(item, account)).filter((change) => change !== null)))
  }
  return {
    saveNumbers: (run, numbers) =>
      within(run, numbers, (number, account) => saveNumber({ ...world, statements, account, run }, number)),
    saveRoutings: (run, routings) =>
      within(run, routings, (routing, account) => saveRouting({ ...world, statements, account, run }, routing)),
    reproject(accountId, limit) {
      const account = accounts.find(accountId)
      const changed = account === null ? null : db.read(() => world.routes.changed(account))
      if (account === null || !changed?.size) return false
      const writing = { ...world, statements, account }
      const pass = [...changed].join(' ')
      const cursor = cursors.get(account)
      const after = cursor?.pass === pass ? cursor.after : 0
      const step = db.write(() => projectSome(writing, changed, { after, limit }))
      if (step.last === null) cursors.delete(account)
      else cursors.set(account, { pass, after: step.last })
      follow(step.changes)
      return step.last !== null
    },
  }
}

type Statements = ReturnType<typeof prepare>
type Writing = Omit<World, 'follow'> & { readonly statements: Statements; readonly account: number }

const prepare = (db: Database) => ({
  find: db.prepare(
    `SELECT n.id, n.listed, n.flags, n.read_at, n.gone_on, s.snapshot, s.routing
     FROM numbers n JOIN number_said s USING (id) WHERE n.account = ? AND n.number = ?`,
  ),
  insert: db.prepare(
    `INSERT INTO numbers (account, number, listed, flags, generation, read_at) VALUES (?, ?, 0, 0, ?, ?)`,
  ),
  seen: db.prepare('UPDATE numbers SET generation = ?, read_at = ?, gone_on = NULL, listed = 1 WHERE id = ?'),
  routed: db.prepare(
    `UPDATE numbers SET routing_generation = ?1, routing_first = coalesce(routing_first, ?1), routing_read_at = ?2 WHERE id = ?3`,
  ),
  columns: db.prepare('UPDATE numbers SET flags = ?, ends = ?, monthly = ? WHERE id = ?'),
  said: db.prepare('INSERT INTO number_said (id, snapshot, routing) VALUES (?, NULL, NULL)'),
  snapshot: db.prepare('UPDATE number_said SET snapshot = ? WHERE id = ?'),
  routing: db.prepare('UPDATE number_said SET routing = ? WHERE id = ?'),
  texts: db.prepare('INSERT OR REPLACE INTO number_texts (id, display, place, rings, search) VALUES (?, ?, ?, ?, ?)'),
  next: db.prepare(
    `SELECT n.id, n.listed, n.flags, n.read_at, n.gone_on, s.snapshot, s.routing
     FROM numbers n JOIN number_said s USING (id) WHERE n.account = ? AND n.id > ? ORDER BY n.id LIMIT ?`,
  ),
})

function toStored(row: Readonly<Record<string, unknown>>): Stored {
  return {
    id: Number(row.id),
    listed: row.listed === 1,
    flags: Number(row.flags),
    readAt: Number(row.read_at),
    goneOn: row.gone_on === null ? null : String(row.gone_on),
    snapshot: row.snapshot === null ? null : String(row.snapshot),
    routing: row.routing === null ? null : String(row.routing),
  }
}

function findOrAdd({ statements, account, run }: Writing & { readonly run: SyncRun }, number: string): Stored {
  const found = statements.find.get(account, number)
  if (found) return toStored(found)
  const id = Number(statements.insert.run(account, number, run.generation, run.readAt).lastInsertRowid)
  statements.said.run(id)
  return { id, listed: false, flags: 0, readAt: run.readAt, goneOn: null, snapshot: null, routing: null }
}

/** A row that says what it said last time is only stamped: that is nearly every row of nearly every sync. */
function saveNumber(writing: Writing & { readonly run: SyncRun }, number: OwnedNumber): IndexChange {
  const { statements, run } = writing
  const stored = findOrAdd(writing, number.number)
  const told = JSON.stringify(number)
  const said = stored.snapshot === null || stored.snapshot === told ? number : withKnownPrices(stored.snapshot, number)
  const snapshot = said === number ? told : JSON.stringify(said)
  statements.seen.run(run.generation, run.readAt, stored.id)
  if (snapshot === stored.snapshot && stored.listed) {
    return { kind: 'seen', id: stored.id, flags: stored.flags, readAt: run.readAt }
  }
  statements.snapshot.run(snapshot, stored.id)
  return projectRow(writing, { ...stored, readAt: run.readAt, goneOn: null }, said)
}

/** A row without any price comes from a list, which leaves out prices and notes; what the last whole read told stays true. */
function withKnownPrices(before: string, number: OwnedNumber): OwnedNumber {
  if (number.monthly !== null || number.setup !== null) return number
  const { monthly, setup, note } = JSON.parse(before) as OwnedNumber
  return { ...number, monthly, setup, note: number.note ?? note }
}

/** May come before its number was listed; it waits for it then. */
function saveRouting(writing: Writing & { readonly run: SyncRun }, { number, routing }: RoutingOf): IndexChange | null {
  const { statements, run } = writing
  const stored = findOrAdd(writing, number)
  const said = JSON.stringify(routing)
  statements.routed.run(run.generation, run.readAt, stored.id)
  if (said === stored.routing) return null
  statements.routing.run(said, stored.id)
  return stored.listed && stored.snapshot !== null
    ? projectRow(writing, { ...stored, routing: said }, JSON.parse(stored.snapshot) as OwnedNumber)
    : null
}

function projectRow(
  { statements, project, routes, account }: Writing,
  stored: Stored,
  number: OwnedNumber,
): IndexChange {
  const { id } = stored
  const routing = stored.routing === null ? null : (JSON.parse(stored.routing) as NumberRouting)
  const { display, place, rings, searchText } = project({ number, routing, route: (key) => routes.find(account, key) })
  const flags = packFlags(number, rings.state)
  const ends = number.lease?.end ? toDayNumber(number.lease.end) : null
  const monthly = number.monthly === null ? null : toMicros(number.monthly)
  statements.columns.run(flags, ends, monthly, id)
  statements.texts.run(id, display, place, rings.sentence, searchText)
  const row: IndexedNumber = {
    id,
    account,
    number: number.number,
    flags,
    ends,
    monthly,
    readAt: stored.readAt,
    gone: stored.goneOn !== null,
  }
  return { kind: 'row', row, texts: { id, place, rings: rings.sentence, search: searchText } }
}

type Step = { readonly changes: readonly IndexChange[]; readonly last: number | null }

/** Goes once through the account's numbers; a crash on the way starts it over, since the routes stay marked until the end. */
function projectSome(
  writing: Writing,
  changed: ReadonlySet<string>,
  { after, limit }: { readonly after: number; readonly limit: number },
): Step {
  const rows = writing.statements.next.all(writing.account, after, limit).map(toStored)
  const changes = rows
    .filter((row) => row.listed && usesAny(row.routing, changed))
    .map((row) => {
      return projectRow(writing, row, JSON.parse(row.snapshot ?? '') as OwnedNumber)
    })
  const last = rows.length < limit ? null : (rows.at(-1)?.id ?? null)
  if (last === null) writing.routes.settle(writing.account)
  return { changes, last }
}

function usesAny(routing: string | null, changed: ReadonlySet<string>): boolean {
  const read = routing === null ? null : (JSON.parse(routing) as NumberRouting)
  return read?.kind === 'routes' && [read.primary, read.failover].some((id) => id !== null && changed.has(id))
}
