import type { DatabaseSync } from 'node:sqlite'
import { inventory } from './001-inventory.ts'
import { purchases } from './002-purchases.ts'

/** In order; the schema's version is how many of them have run. One that was ever released is never changed. */
export const migrations: readonly string[] = [inventory, purchases]

export const userVersion = (sql: DatabaseSync): number => Number(sql.prepare('PRAGMA user_version').get()?.user_version)

/** Each step alone in a transaction, with a copy of a file that holds something before it, so that a failed one leaves what was there. */
export function migrate(sql: DatabaseSync, steps: readonly string[], copyFirst: () => void): void {
  const isNew = userVersion(sql) === 0
  for (let version = userVersion(sql); version < steps.length; version++) {
    if (!isNew) copyFirst()
    sql.exec('BEGIN IMMEDIATE')
    try {
      sql.exec(steps[version] ?? '')
      sql.exec(`PRAGMA user_version = ${version + 1}`)
      sql.exec('COMMIT')
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK')
      throw error
    }
  }
}
