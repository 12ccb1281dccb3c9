import type { CalendarDay } from '../../shared/calendar.ts'
import type { SyncRun } from '../core/ports.ts'
import type { Database } from './database.ts'

export const listTables = ['routes', 'edge_strategies', 'keywords', 'do_not_contact', 'orders', 'billing'] as const
export type ListTableName = (typeof listTables)[number]

/** The tables that hold a list as it was said: one shape, a JSON text a row. To be used within a read or a write. */
export type ListTable<Item> = {
  readonly save: (account: number, run: SyncRun, items: readonly Item[]) => void
  /** Those that are not gone. */
  readonly owned: (account: number) => readonly Item[]
}

export function createListTable<Item>(
  db: Database,
  table: ListTableName,
  keyOf: (item: Item) => string,
): ListTable<Item> {
  const save = db.prepare(
    `INSERT INTO ${table} (account, key, said, generation, read_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET said = excluded.said, generation = excluded.generation, read_at = excluded.read_at, gone_on = NULL`,
  )
  const owned = db.prepare(`SELECT said FROM ${table} WHERE account = ? AND gone_on IS NULL`)
  return {
    save(account, run, items) {
      for (const item of items) save.run(account, keyOf(item), JSON.stringify(item), run.generation, run.readAt)
    },
    // Our own writing comes back in the shape in which this table's only writer put it there.
    owned: (account) => db.read(() => owned.all(account)).map(({ said }) => JSON.parse(String(said)) as Item),
  }
}

const leftIn = (table: ListTableName) => `FROM ${table} WHERE account = ? AND generation < ? AND gone_on IS NULL`

/** Whether older generations left anything behind. Within a read. */
export const isAnyLeft = (
  db: Database,
  table: ListTableName,
  { account, generation }: { readonly account: number; readonly generation: number },
): boolean => db.prepare(`SELECT 1 ${leftIn(table)} LIMIT 1`).get(account, generation) !== undefined

/** Marks what older generations left behind, at most `limit`; gives the keys. Within a write. */
export function markListGone(
  db: Database,
  table: ListTableName,
  { account, generation, on, limit }: { account: number; generation: number; on: CalendarDay; limit: number },
): readonly string[] {
  const left = db.prepare(`SELECT key ${leftIn(table)} LIMIT ?`).all(account, generation, limit)
  const mark = db.prepare(`UPDATE ${table} SET gone_on = ? WHERE account = ? AND key = ?`)
  const keys = left.map(({ key }) => String(key))
  for (const key of keys) mark.run(on, account, key)
  return keys
}
