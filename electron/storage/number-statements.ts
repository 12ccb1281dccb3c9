import type { Database } from './database.ts'

/** A stored row as far as writing it again needs it. */
export type Stored = {
  readonly id: number
  readonly listed: boolean
  readonly flags: number
  readonly generation: number
  readonly readAt: number
  readonly goneOn: string | null
  /** Null: not listed yet. */
  readonly snapshot: string | null
  readonly routing: string | null
}

const stored = 'n.id, n.listed, n.flags, n.generation, n.read_at, n.gone_on, s.snapshot, s.routing'
const joined = 'numbers n JOIN number_said s USING (id)'

export type NumberStatements = ReturnType<typeof prepareNumbers>

export function prepareNumbers(db: Database) {
  const statements = {
    find: db.prepare(`SELECT ${stored} FROM ${joined} WHERE n.account = ? AND n.number = ?`),
    next: db.prepare(`SELECT ${stored} FROM ${joined} WHERE n.account = ? AND n.id > ? ORDER BY n.id LIMIT ?`),
    /** Whole, in one go: a row that is written in steps is moved about in its page at every step. */
    add: db.prepare(
      `INSERT INTO numbers
         (account, number, listed, flags, ends, monthly, generation, read_at, routing_generation, routing_first, routing_read_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10)`,
    ),
    seen: db.prepare('UPDATE numbers SET generation = ?, read_at = ?, gone_on = NULL WHERE id = ?'),
    columns: db.prepare(
      `UPDATE numbers SET listed = 1, flags = ?, ends = ?, monthly = ?, generation = ?, read_at = ?, gone_on = ? WHERE id = ?`,
    ),
    routed: db.prepare(
      `UPDATE numbers SET routing_generation = ?1, routing_first = coalesce(routing_first, ?1), routing_read_at = ?2 WHERE id = ?3`,
    ),
    addSaid: db.prepare('INSERT INTO number_said (id, snapshot, routing) VALUES (?, ?, ?)'),
    said: db.prepare('UPDATE number_said SET snapshot = ?, routing = ? WHERE id = ?'),
    texts: db.prepare('INSERT OR REPLACE INTO number_texts (id, display, place, rings, search) VALUES (?, ?, ?, ?, ?)'),
  }
  // Arrays come over from SQLite in a third of the time that objects take.
  statements.find.setReturnArrays(true)
  statements.next.setReturnArrays(true)
  return statements
}

export function findStored({ find }: NumberStatements, account: number, number: string): Stored | null {
  const row: unknown = find.get(account, number)
  return Array.isArray(row) ? toStored(row) : null
}

export function storedAfter({ next }: NumberStatements, account: number, after: number, limit: number) {
  const rows: readonly unknown[] = next.all(account, after, limit)
  return rows.map((row) => toStored(Array.isArray(row) ? row : []))
}

function toStored([id, listed, flags, generation, readAt, goneOn, snapshot, routing]: readonly unknown[]): Stored {
  return {
    id: Number(id),
    listed: listed === 1,
    flags: Number(flags),
    generation: Number(generation),
    readAt: Number(readAt),
    goneOn: toText(goneOn),
    snapshot: toText(snapshot),
    routing: toText(routing),
  }
}

const toText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
