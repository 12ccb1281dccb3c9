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
  /** The same, and when it returns the disk has it: for what exists nowhere else. */
  readonly writeDurably: <T>(work: () => T) => T
  /** True once another connection has written since the last call. */
  readonly changedElsewhere: () => boolean
  /** True when a read or write met damage: the next start has to look at the whole file. */
  readonly isDamaged: () => boolean
}

const markOpen = "UPDATE meta SET value = 0 WHERE key = 'closedWell'"

/** Hears of each commit. */
export type Written = (commit: { readonly durable: boolean }) => void

export function toDatabase(sql: DatabaseSync, readOnly: boolean, written: Written = () => undefined): Database {
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
  const commit = <T>(work: () => T): T => {
    sql.exec('BEGIN IMMEDIATE')
    try {
      if (!markedOpen) sql.exec(markOpen)
      const result = work()
      sql.exec('COMMIT')
      markedOpen = true
      return result
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK')
      throw error
    }
  }
  const writing = <T>(durable: boolean, work: () => T): T => {
    if (readOnly) throw diskFailure('readOnly', 'The data folder can only be read.')
    return guarded(() => {
      const result = durable ? inFull(sql, () => commit(work)) : commit(work)
      written({ durable })
      return result
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
    write: (work) => writing(false, work),
    writeDurably: (work) => writing(true, work),
    changedElsewhere,
    isDamaged: () => damaged,
  }
}

/** SQLite takes the setting over when a transaction begins; whatever was set before holds again afterwards. */
function inFull<T>(sql: DatabaseSync, work: () => T): T {
  const before = Number(sql.prepare('PRAGMA synchronous').get()?.synchronous)
  sql.exec('PRAGMA synchronous = FULL')
  try {
    return work()
  } finally {
    sql.exec(`PRAGMA synchronous = ${before}`)
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
