import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createCheckpoints } from '../../electron/storage/checkpoints.ts'
import { toDatabase } from '../../electron/storage/database.ts'
import { ownedNumbers } from '../support/builders.ts'
import { begin, open, temporaryFolder } from './support.ts'

it('moves what was written into the file beside main, which never sees its data change behind its back', async () => {
  const file = join(temporaryFolder(), 'linekeeper.db')
  const sql = new DatabaseSync(file)
  sql.exec('PRAGMA journal_mode = WAL; CREATE TABLE meta (key TEXT, value ANY); CREATE TABLE notes (text TEXT)')
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0')
  const checkpoints = createCheckpoints(sql)
  onTestFinished(() => {
    checkpoints.stop()
    sql.close()
  })
  const db = toDatabase(sql, false, checkpoints.written)
  const before = statSync(file).size
  const note = db.prepare('INSERT INTO notes VALUES (?)')
  for (let written = 0; written < 40; written++) db.write(() => note.run('x'.repeat(10_000)))
  await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(before + 250_000), 10_000)
  expect(db.changedElsewhere()).toBe(false)
  expect(db.prepare('SELECT count(*) AS notes FROM notes').get()).toEqual({ notes: 40 })
})

it('closes while a checkpoint is under way, and nothing is lost', () => {
  const folder = temporaryFolder()
  const storage = open(folder)
  const run = begin(storage)
  for (let from = 0; from < 800; from += 20) storage.numbers.saveNumbers(run, ownedNumbers(20, from))
  storage.close()
  expect(open(folder).holdings('bakery').numbers).toBe(800)
})
