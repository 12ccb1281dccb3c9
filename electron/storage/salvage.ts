import { DatabaseSync } from 'node:sqlite'
import { toDatabase } from './database.ts'
import { codeOf, isDamage, toDiskFailure } from './disk-failure.ts'
import { migrations, userVersion } from './migrations/migrations.ts'
import { repairJournal } from './orders/repair.ts'

/** What exists nowhere else. Numbers and lists are read again from their providers. */
const tables = [
  'purchases',
  'purchase_items',
  'purchase_events',
  'purchase_before',
  'basket',
  'restore_points',
] as const
type Table = (typeof tables)[number]

/** https://sqlite.org/rescode.html: a statement that does not fit the file, a row that does not fit its table. */
const unreadable: readonly number[] = [1, 19, 20]

/** `missing`: some of it could not be read. */
export type Salvaged = { readonly purchases: number; readonly missing: boolean }

/** Takes over what can still be read of purchases, basket and kept settings in a file that was set aside. */
export function salvage(aside: string, sql: DatabaseSync): Salvaged {
  let from: DatabaseSync | null = null
  try {
    from = new DatabaseSync(aside, { readOnly: true })
    // An older Linekeeper's file holds none of it.
    return userVersion(from) < migrations.length ? { purchases: 0, missing: false } : takeOver(from, sql)
  } catch (error) {
    if (codeOf(error) === 0 && !toDiskFailure(error)) throw error
    return { purchases: 0, missing: true }
  } finally {
    if (from?.isOpen) from.close()
  }
}

function takeOver(from: DatabaseSync, sql: DatabaseSync): Salvaged {
  const db = toDatabase(sql, false)
  return db.writeDurably(() => {
    const whole = tables.map((table) => copyTable(from, sql, table))
    const { purchases, dropped } = repairJournal(db)
    return { purchases, missing: dropped > 0 || whole.includes(false) }
  })
}

/** True when all of it was read. */
function copyTable(from: DatabaseSync, to: DatabaseSync, table: Table): boolean {
  const described = to.prepare(`PRAGMA table_info(${table})`).all()
  // Without what SQLite computes.
  const columns = described.map(({ name }) => String(name))
  const keys = described.filter(({ pk }) => pk !== 0).map(({ name }) => `${name} DESC`)
  const put = to.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const isWhole = (select: string): boolean => {
    try {
      for (const row of from.prepare(select).iterate()) put.run(...columns.map((column) => row[column] ?? null))
      return true
    } catch (error) {
      if (!isUnreadable(error)) throw error
      return false
    }
  }
  if (isWhole(`SELECT * FROM ${table}`)) return true
  // Behind a page that cannot be read lie the newest rows: they are reached from the other end.
  isWhole(`SELECT * FROM ${table} ORDER BY ${keys.join(', ')}`)
  return false
}

/** Damage, a table that is not known any more, or a row that damage has made into one that no table takes. */
const isUnreadable = (error: unknown): boolean => isDamage(error) || unreadable.includes(codeOf(error) & 0xff)
