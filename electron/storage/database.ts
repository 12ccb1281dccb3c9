import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { diskFailure, isDamage, toDiskFailure } from './disk-failure.ts'

/** An open file of the newest schema. Everything that goes wrong on the disk leaves here as a FailureError. */
export type Database = {
  readonly sql: DatabaseSync
  readonly readOnly: boolean
  readonly prepare: (sql: string) => StatementSync
  readonly read: <T>(work: () => T) => T
  /** One transaction: all of it, or nothing. */
  readonly write: <T>(work: () => T) => T
  /** True once another connection has written since the last call. */
  readonly changedElsewhere: () => boolean
  /** True when a read or write met damage: the next start has to look at the whole file. */
  readonly isDamaged: () => boolean
}

const markOpen = "UPDATE meta SET value = 0 WHERE key = 'closedWell'"

/** `written` hears of each commit. */
export function toDatabase(sql: DatabaseSync, readOnly: boolean, written: () => void = () => undefined): Database {
  let damaged = false
  let markedOpen = false
  let version = versionOf(sql)

  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (!damaged && isDamage(error)) {
        damaged = true
        distrust(sql)
      }
      throw toDiskFailure(error) ?? error
    }
  }
  const write = <T>(work: () => T): T => {
    if (readOnly) throw diskFailure('readOnly', 'The data folder can only be read.')
    return guarded(() => {
      sql.exec('BEGIN IMMEDIATE')
      try {
        if (!markedOpen) sql.exec(markOpen)
        const result = work()
        sql.exec('COMMIT')
        markedOpen = true
        written()
        return result
      } catch (error) {
        if (sql.isTransaction) sql.exec('ROLLBACK')
        throw error
      }
    })
  }
  const changedElsewhere = () => {
    const before = version
    version = versionOf(sql)
    return version !== before
  }
  return {
    sql,
    readOnly,
    prepare: (text) => sql.prepare(text),
    read: guarded,
    write,
    changedElsewhere,
    isDamaged: () => damaged,
  }
}

/** At once, since the process may not live to close: a file that was only read is still marked as closed well. */
function distrust(sql: DatabaseSync): void {
  try {
    sql.exec(markOpen)
  } catch {
    // Damaged beyond that, or not ours to write: then the next start meets it when it opens the file.
  }
}

/** Changes when another connection commits, not when this one does. */
function versionOf(sql: DatabaseSync): unknown {
  return sql.prepare('PRAGMA data_version').get()?.data_version
}
