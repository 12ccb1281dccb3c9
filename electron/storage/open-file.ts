import { accessSync, constants } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { makeCopy } from './copies.ts'
import { diskFailure } from './disk-failure.ts'
import { sizeOf, versionInHeader } from './files.ts'
import { migrate, migrations, userVersion } from './migrations/migrations.ts'

/** How long a second process may hold the file before we say so. The window stands still meanwhile. */
const busyMs = 2000
/** Up to this size a look at the whole file costs less than 20 ms and is always taken. */
const alwaysCheckedBytes = 16 * 1024 * 1024

export type Place = { readonly folder: string; readonly path: string; readonly now: number }

/** Opens for reading and writing, checked and of the newest schema. Throws SQLite's errors, and `damaged` when the check fails. */
export function openWritable({ folder, path, now }: Place): DatabaseSync {
  refuseNewer(versionInHeader(path))
  const size = sizeOf(path)
  // Ours is never empty: something emptied it.
  if (size === 0) throw diskFailure('damaged', 'The data file is empty.')
  // SQLite opens a file that is read-only without a word, and takes the lock for writing too when only the folder can be written.
  if (size !== null) accessSync(path, constants.W_OK)
  const sql = new DatabaseSync(path, { timeout: busyMs })
  try {
    refuseNewer(userVersion(sql))
    sql.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY',
    )
    // Takes the lock for writing and gives it back: what cannot be written shows here, not in the middle of a sync.
    sql.exec('BEGIN IMMEDIATE; ROLLBACK')
    if (size !== null && (size <= alwaysCheckedBytes || !wasClosedWell(sql))) check(sql)
    migrate(sql, migrations, () => makeCopy(sql, folder, now))
    return sql
  } catch (error) {
    sql.close()
    throw error
  }
}

/** For a file or a folder that cannot be written: first as SQLite does it, then as a file that nobody changes. Null: not even that. */
export function openToRead(path: string): DatabaseSync | null {
  for (const place of [path, immutable(path)]) {
    const sql = tryToRead(place)
    if (sql) return sql
  }
  return null
}

function tryToRead(place: string | URL): DatabaseSync | null {
  let sql: DatabaseSync | null = null
  try {
    sql = new DatabaseSync(place, { readOnly: true, timeout: busyMs })
    const version = userVersion(sql)
    if (version === migrations.length && sql.prepare('SELECT count(*) FROM meta').get()) return sql
    if (version > 0 && version < migrations.length) return migratedInMemory(sql)
  } catch {
    // Whatever it was: the caller goes on to the next way, and tells that the folder cannot be written.
  }
  if (sql?.isOpen) sql.close()
  return null
}

/** Names of databases in memory hold for the whole process. */
let inMemory = 0

/** An older Linekeeper's file that cannot be written is brought up to date where nothing has to be: in memory. */
function migratedInMemory(sql: DatabaseSync): DatabaseSync {
  inMemory += 1
  const place = `file:older-${inMemory}?mode=memory&cache=shared`
  const copy = new DatabaseSync(place)
  sql.prepare('VACUUM INTO ?').run(place)
  sql.close()
  migrate(copy, migrations, () => undefined)
  return copy
}

function immutable(path: string): URL {
  const url = new URL('file:///')
  url.pathname = path.replaceAll('\\', '/').replaceAll('%', '%25')
  url.search = 'immutable=1'
  return url
}

/** Holds nothing and forgets everything: for a folder in which there is nothing to read and nothing can be kept. */
export function openEmpty(): DatabaseSync {
  const sql = new DatabaseSync(':memory:')
  migrate(sql, migrations, () => undefined)
  return sql
}

/** A newer Linekeeper wrote it. It is left exactly as it is. */
function refuseNewer(version: number | null): void {
  if (version !== null && version > migrations.length) {
    throw diskFailure(
      'newer',
      `The data file has version ${version}; this Linekeeper knows versions up to ${migrations.length}.`,
    )
  }
}

/** A file that was closed well and still has the length that its header tells is trusted: a full look takes 100 ms a 100 MB. */
function wasClosedWell(sql: DatabaseSync): boolean {
  return userVersion(sql) > 0 && sql.prepare("SELECT value FROM meta WHERE key = 'closedWell'").get()?.value === 1
}

function check(sql: DatabaseSync): void {
  const said = sql.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (said !== 'ok') throw diskFailure('damaged', String(said))
}

/** Whether a copy is whole; opened read-only, so that looking does not change it. */
export function isGoodCopy(path: string): boolean {
  let sql: DatabaseSync | null = null
  try {
    sql = new DatabaseSync(path, { readOnly: true })
    check(sql)
    return userVersion(sql) > 0 && userVersion(sql) <= migrations.length
  } catch {
    // A copy that cannot be opened is not a good one; the next older one is tried.
    return false
  } finally {
    sql?.close()
  }
}
