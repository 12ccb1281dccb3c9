import type { NumberRouting } from '../../shared/model/number.ts'
import type { NumberStore, Project, SyncRun } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import type { IndexChange } from './index/number-index.ts'
import { parse, saveTold, showAgain, type Told, type Writing } from './number-save.ts'
import { prepareNumbers, storedAfter } from './number-statements.ts'
import type { Routes } from './routes.ts'

type World = {
  readonly db: Database
  readonly accounts: Accounts
  readonly routes: Routes
  readonly project: Project
  /** Epoch ms. */
  readonly now: () => number
  /** Told after each commit, never before. */
  readonly follow: (changes: readonly IndexChange[]) => void
}

export type NumberWrites = Pick<NumberStore, 'saveNumbers' | 'saveRoutings' | 'saveDetails' | 'markGone' | 'reproject'>

export function createNumberWrites(world: World): NumberWrites {
  const { db, accounts, routes, project, follow } = world
  const statements = prepareNumbers(db)
  const save = (run: SyncRun, told: readonly Told[]) => {
    if (told.length === 0) return
    const writing = { statements, project, routes, account: accounts.ensure(run.accountId), run }
    follow(db.write(() => told.map((one) => saveTold(writing, one)).filter((change) => change !== null)))
  }
  const toWriting = (account: number): Writing => ({ statements, project, routes, account })
  return {
    saveNumbers: (run, numbers) =>
      save(
        run,
        numbers.map((said) => ({ number: said.number, said, routing: null })),
      ),
    saveRoutings: (run, routings) =>
      save(
        run,
        routings.map((told) => ({ ...told, said: null })),
      ),
    saveDetails: (run, details) =>
      save(
        run,
        details.map(({ number, routing }) => ({ number: number.number, said: number, routing })),
      ),
    markGone: createMarkGone(world),
    reproject: createReproject(world, toWriting),
  }
}

/** Stamped with the time, so that a sync that began before does not bring them back with a page that it read before. */
function createMarkGone({ db, accounts, now, follow }: World): NumberStore['markGone'] {
  const mark = db.prepare(
    'UPDATE numbers SET gone_on = ?, read_at = ? WHERE account = ? AND number = ? AND listed = 1 AND gone_on IS NULL RETURNING id',
  )
  return (accountId, numbers, on) => {
    const account = accounts.find(accountId)
    if (account === null || numbers.length === 0) return
    const rows = db.write(() => numbers.flatMap((number) => mark.all(on, now(), account, number)))
    follow(rows.map(({ id }) => ({ kind: 'gone', id: Number(id) })))
  }
}

/** Goes through an account's numbers in steps; other routes that change meanwhile start it over. */
function createReproject(
  { db, accounts, routes, follow }: World,
  toWriting: (account: number) => Writing,
): NumberStore['reproject'] {
  const cursors = new Map<number, { readonly pass: string; readonly after: number }>()
  return (accountId, limit) => {
    const account = accounts.find(accountId)
    const changed = account === null ? null : db.read(() => routes.changed(account))
    if (account === null || !changed?.size) return false
    const pass = [...changed].join(' ')
    const cursor = cursors.get(account)
    const after = cursor?.pass === pass ? cursor.after : 0
    const step = db.write(() => projectSome(toWriting(account), changed, { after, limit }))
    if (step.last === null) cursors.delete(account)
    else cursors.set(account, { pass, after: step.last })
    follow(step.changes)
    return step.last !== null
  }
}

type Step = { readonly changes: readonly IndexChange[]; readonly last: number | null }

/** Goes once through the account's numbers; a crash on the way starts it over, since the routes stay marked until the end. */
function projectSome(
  writing: Writing,
  changed: ReadonlySet<string>,
  { after, limit }: { readonly after: number; readonly limit: number },
): Step {
  const rows = storedAfter(writing.statements, writing.account, after, limit)
  const changes = rows
    .filter((row) => row.listed && usesAny(row.routing, changed))
    .map((row) => showAgain(writing, row))
  const last = rows.length < limit ? null : (rows.at(-1)?.id ?? null)
  if (last === null) writing.routes.settle(writing.account)
  return { changes, last }
}

function usesAny(routing: string | null, changed: ReadonlySet<string>): boolean {
  const read = parse<NumberRouting>(routing)
  return read?.kind === 'routes' && [read.primary, read.failover].some((id) => id !== null && changed.has(id))
}
