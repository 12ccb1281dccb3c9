import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { project } from '../../electron/core/inventory/project.ts'
import type { Storage, SyncRun } from '../../electron/core/ports.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { type NumberFilter, type NumberQuery, type NumberRow, numberStates } from '../../shared/model/number.ts'

export const noon = Date.parse('2026-11-21T12:00:00Z')
export const day = 24 * 60 * 60 * 1000

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linekeeper-storage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Logged = { readonly level: string; readonly message: string }

export function open(folder: string, now: number | (() => number) = noon, logged: Logged[] = []): Storage {
  const storage = openStorage({
    folder,
    project,
    now: typeof now === 'number' ? () => now : now,
    log: (level, message) => logged.push({ level, message }),
  })
  onTestFinished(() => storage.close())
  return storage
}

export const begin = (storage: Storage, accountId = 'bakery', now = noon): SyncRun =>
  storage.sync.begin(accountId, now).run

/** Reads a whole list as sync does: begins, saves, finishes, ends. */
export function readAll(
  storage: Storage,
  save: (run: SyncRun) => void,
  { accountId = 'bakery', now = noon } = {},
): SyncRun {
  const run = begin(storage, accountId, now)
  save(run)
  while (storage.sync.finishPart(run, 'numbers', '2026-11-21', 50).left);
  storage.sync.end(run)
  return run
}

/** What is gone too. */
export const everything: NumberFilter = {
  search: '',
  accountIds: [],
  kinds: [],
  states: [...numberStates],
  autoRenew: null,
  rings: null,
  endsBy: null,
}

export const query = (filter: Partial<NumberFilter> = {}, change: Partial<NumberQuery> = {}): NumberQuery => ({
  filter: { ...everything, ...filter },
  sort: 'number',
  direction: 'ascending',
  offset: 0,
  limit: 100,
  ...change,
})

export const rowsOf = (storage: Storage, filter: Partial<NumberFilter> = {}): readonly NumberRow[] =>
  storage.numbers.query(query(filter)).rows

export const numbersOf = (storage: Storage, filter: Partial<NumberFilter> = {}): readonly string[] =>
  rowsOf(storage, filter).map(({ number }) => number)

export const find = (storage: Storage, search: string): readonly string[] => numbersOf(storage, { search })
