import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { copiesFolder, listCopies, removeFile, stamp } from './files.ts'

const keptCopies = 3
const dayMs = 24 * 60 * 60 * 1000

/** A whole, tidy copy of the database. It gets its name only when it is complete, so that half a copy is never taken for one. */
export function makeCopy(sql: DatabaseSync, folder: string, now: number): void {
  mkdirSync(copiesFolder(folder), { recursive: true })
  const before = listCopies(folder)
  const count = (before[0]?.count ?? 0) + 1
  const unfinished = join(copiesFolder(folder), 'unfinished.db')
  removeFile(unfinished)
  sql.prepare('VACUUM INTO ?').run(unfinished)
  renameSync(unfinished, join(copiesFolder(folder), `linekeeper-${String(count).padStart(6, '0')}-${stamp(now)}.db`))
  for (const old of before.slice(keptCopies - 1)) removeFile(old.path)
}

/** At most one a day; a copy from the future is no copy of today. */
export function isCopyDue(folder: string, now: number): boolean {
  const newest = listCopies(folder)[0]
  return newest === undefined || Math.abs(now - newest.at) >= dayMs
}
