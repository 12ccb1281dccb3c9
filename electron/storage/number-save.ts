import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import { toMicros } from '../../shared/money.ts'
import type { Project, SyncRun } from '../core/ports.ts'
import { toDayNumber } from './index/filter.ts'
import { packFlags } from './index/flags.ts'
import type { IndexChange } from './index/number-index.ts'
import { findStored, type NumberStatements, type Stored } from './number-statements.ts'
import type { Routes } from './routes.ts'

export type Writing = {
  readonly statements: NumberStatements
  readonly project: Project
  readonly routes: Routes
  readonly account: number
}

/** What a provider told of a number: itself, where it rings, or both. */
export type Told = {
  readonly number: string
  readonly said: OwnedNumber | null
  readonly routing: NumberRouting | null
}

type WritingRun = Writing & { readonly run: SyncRun }

/** Null: nothing that is shown changed. Where a number rings may come before it was listed; it waits for it then. */
export function saveTold(writing: WritingRun, told: Told): IndexChange | null {
  const stored = findStored(writing.statements, writing.account, told.number)
  return stored === null ? add(writing, told) : renew(writing, stored, told)
}

function add({ run, ...writing }: WritingRun, { number, said, routing }: Told): IndexChange | null {
  const { statements, account } = writing
  const shown = said === null ? null : toShown(writing, said, routing)
  const { flags, ends, monthly } = shown ?? { flags: 0, ends: null, monthly: null }
  const [routedIn, routedAt] = routing === null ? [null, null] : [run.generation, run.readAt]
  const row = [account, number, shown === null ? 0 : 1, flags, ends, monthly, run.generation, run.readAt] as const
  const id = Number(statements.add.run(...row, routedIn, routedAt).lastInsertRowid)
  statements.addSaid.run(id, toJson(said), toJson(routing))
  return shown && showTexts(writing, { id, readAt: run.readAt, goneOn: null }, shown)
}

const toJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/** A row that says what it said last time is only stamped: that is nearly every row of nearly every sync. */
function renew({ run, ...writing }: WritingRun, stored: Stored, told: Told): IndexChange | null {
  const { statements } = writing
  // Seen gone after this sync began: what it read may be older than that.
  if (told.said !== null && stored.goneOn !== null && stored.readAt > run.readAt) return null
  if (told.routing !== null) statements.routed.run(run.generation, run.readAt, stored.id)
  const said = told.said === null ? null : withKnownPrices(stored.snapshot, told.said)
  const snapshot = toJson(said) ?? stored.snapshot
  const routing = toJson(told.routing) ?? stored.routing
  const isSame = snapshot === stored.snapshot && routing === stored.routing
  const { generation, readAt } = said === null ? stored : run
  if (isSame && stored.listed) {
    if (said === null) return null
    statements.seen.run(generation, readAt, stored.id)
    return { kind: 'seen', id: stored.id, flags: stored.flags, readAt }
  }
  if (!isSame) statements.said.run(snapshot, routing, stored.id)
  const number = said ?? (stored.listed ? parse<OwnedNumber>(snapshot) : null)
  if (number === null) return null
  const goneOn = said === null ? stored.goneOn : null
  return show(
    writing,
    { ...stored, generation, readAt, goneOn },
    toShown(writing, number, told.routing ?? parse(routing)),
  )
}

/** A row without any price comes from a list, which leaves out prices and notes; what the last whole read told stays true. */
function withKnownPrices(before: string | null, number: OwnedNumber): OwnedNumber {
  if (before === null || number.monthly !== null || number.setup !== null || toJson(number) === before) return number
  const known = parse<OwnedNumber>(before)
  if (known === null || (known.monthly === null && known.setup === null && known.note === null)) return number
  return { ...number, monthly: known.monthly, setup: known.setup, note: number.note ?? known.note }
}

/** Our own writing comes back: only this file stores snapshots and routings, and only whole ones. */
export const parse = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T))

/** What is computed from a snapshot. */
type Shown = ReturnType<typeof toShown>

function toShown({ project, routes, account }: Writing, number: OwnedNumber, routing: NumberRouting | null) {
  const projection = project({ number, routing, route: (key) => routes.find(account, key) })
  return {
    number: number.number,
    account,
    flags: packFlags(number, projection.rings.state),
    ends: number.lease?.end ? toDayNumber(number.lease.end) : null,
    monthly: number.monthly === null ? null : toMicros(number.monthly),
    projection,
  }
}

/** Computes a stored number again and stores what came of it. */
export function showAgain(writing: Writing, stored: Stored): IndexChange {
  const number = parse<OwnedNumber>(stored.snapshot)
  if (number === null) throw new Error('A number that was never listed cannot be shown.')
  return show(writing, stored, toShown(writing, number, parse(stored.routing)))
}

function show(writing: Writing, stored: Omit<Stored, 'snapshot' | 'routing'>, shown: Shown): IndexChange {
  const { id, generation, readAt, goneOn } = stored
  const { flags, ends, monthly } = shown
  writing.statements.columns.run(flags, ends, monthly, generation, readAt, goneOn, id)
  return showTexts(writing, stored, shown)
}

type Seen = Pick<Stored, 'id' | 'readAt' | 'goneOn'>

function showTexts({ statements }: Writing, { id, readAt, goneOn }: Seen, shown: Shown): IndexChange {
  const { projection, ...columns } = shown
  const { display, place, rings, searchText: search } = projection
  statements.texts.run(id, display, place, rings.sentence, search)
  const row = { ...columns, id, readAt, gone: goneOn !== null }
  return { kind: 'row', row, texts: { id, place, rings: rings.sentence, search } }
}
