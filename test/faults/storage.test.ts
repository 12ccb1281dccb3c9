import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { project } from '../../electron/core/inventory/project.ts'
import { createAccounts } from '../../electron/storage/accounts.ts'
import { toDatabase } from '../../electron/storage/database.ts'
import { createNumberIndex } from '../../electron/storage/index/number-index.ts'
import { createNumberStore } from '../../electron/storage/number-store.ts'
import { openWritable } from '../../electron/storage/open-file.ts'
import { createRoutes } from '../../electron/storage/routes.ts'
import { FailureError } from '../../shared/failure.ts'
import { begin, numbersOf, open, query, readAll, temporaryFolder } from '../storage/support.ts'
import { versionOne } from '../storage/version-one.ts'
import { ownedNumbers } from '../support/builders.ts'

const script = join(import.meta.dirname, 'storage-child.ts')

function start(what: string, folder: string, options: SpawnOptions = {}): ChildProcess {
  const child = spawn(process.execPath, [script, what, folder], { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

async function* lines(child: ChildProcess): AsyncGenerator<unknown> {
  if (!child.stdout) throw new Error('the child says nothing')
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line)
}

async function firstLine(child: ChildProcess): Promise<unknown> {
  for await (const line of lines(child)) return line
  throw new Error('the child said nothing')
}

function failureOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof FailureError) return error.failure
    throw error
  }
  throw new Error('it did not fail')
}

describe('a process that is killed while it saves', () => {
  it.each([1, 4, 9, 17])('after %d chunks leaves each chunk whole or away, and nothing twice', async (chunks) => {
    const folder = temporaryFolder()
    const child = start('save', folder)
    let told = 0
    for await (const line of lines(child)) {
      told = Number(line)
      if (told >= chunks * 100) break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')

    const storage = open(folder)
    expect(storage.notices).toEqual([])
    const { total, rows } = storage.numbers.query(query({}, { limit: 500 }))
    expect(total % 100).toBe(0)
    expect(total).toBeGreaterThanOrEqual(told)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
    expect(rows.map(({ number }) => number)).toEqual(ownedNumbers(rows.length).map(({ number }) => number))

    const again = storage.sync.begin('bakery', Date.now())
    expect(again.run.generation).toBe(1)
    storage.numbers.saveNumbers(again.run, ownedNumbers(100))
    expect(storage.numbers.query(query()).total).toBe(total)
  })
})

describe('a data folder that cannot be written', () => {
  /** Nobody may write there. Root may everywhere, so the look is taken as the user `nobody`. */
  const look = async (folder: string) => {
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    return firstLine(start('look', folder, asNobody))
  }
  const stocked = () => {
    const folder = temporaryFolder()
    const storage = open(folder)
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(7)))
    storage.close()
    return folder
  }
  const lock = (folder: string, mode: number) => {
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), name === 'copies' ? 0o555 : 0o444)
    chmodSync(folder, mode)
    onTestFinished(() => chmodSync(folder, 0o755))
  }
  // Windows knows no folder that cannot be written; there the file alone is locked.
  const modes = process.platform === 'win32' ? [0o777] : [0o555, 0o777]

  it.each(modes)('(mode %o) still shows all that was read, says so, and fails to write with a reason', async (mode) => {
    const folder = stocked()
    lock(folder, mode)
    expect(await look(folder)).toMatchObject({
      notices: [{ kind: 'notWritable' }],
      total: 7,
      failure: { kind: 'disk', why: 'readOnly' },
    })
  })

  it('and holds a data file of the first release still shows all of it', async () => {
    const folder = versionOne()
    lock(folder, 0o555)
    expect(await look(folder)).toMatchObject({
      notices: [{ kind: 'notWritable', sentence: expect.stringContaining('is here to look at') }],
      total: 3,
      failure: { kind: 'disk', why: 'readOnly' },
    })
  })

  it('and holds nothing opens empty and says so', async () => {
    const folder = temporaryFolder()
    lock(folder, 0o555)
    const target = process.platform === 'win32' ? join(folder, 'linekeeper.db', 'no folder') : folder
    expect(await look(target)).toMatchObject({ total: 0, notices: [{ kind: 'notWritable' }] })
  })
})

describe('a disk that is full', () => {
  it('fails the chunk with its reason, keeps what was saved, and goes on when there is room again', () => {
    const folder = temporaryFolder()
    const sql = openWritable({ folder, path: join(folder, 'linekeeper.db'), now: 0 })
    onTestFinished(() => sql.close())
    const db = toDatabase(sql, false)
    const accounts = createAccounts(db)
    const routes = createRoutes(db, accounts)
    const index = createNumberIndex(db, accounts)
    const store = createNumberStore({ db, accounts, routes, index, follow: index.follow, project, now: () => 0 })
    const run = { accountId: 'bakery', generation: 1, readAt: 0 }
    sql.exec('PRAGMA max_page_count = 100')
    let saved = 0
    const failure = failureOf(() => {
      for (;;) {
        store.saveNumbers(run, ownedNumbers(100, saved))
        saved += 100
      }
    })
    expect(failure).toMatchObject({ kind: 'disk', why: 'full' })
    expect(saved).toBeGreaterThan(0)
    expect(store.query(query()).total).toBe(saved)
    sql.exec('PRAGMA max_page_count = 10000')
    store.saveNumbers(run, ownedNumbers(100, saved))
    expect(store.query(query()).total).toBe(saved + 100)
  })
})

describe('two processes on one data file', () => {
  it('write in turn and lose nothing', async () => {
    const folder = temporaryFolder()
    const here = open(folder)
    const child = start('save', folder)
    const run = begin(here, 'clinic')
    let rounds = 0
    for await (const _ of lines(child)) {
      here.numbers.saveNumbers(run, ownedNumbers(10, rounds * 10))
      if (++rounds === 10) break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(here.numbers.query(query({ accountIds: ['clinic'] })).total).toBe(100)
    expect(here.numbers.query(query({ accountIds: ['bakery'] })).total % 100).toBe(0)
    here.close()
    expect(open(folder).notices).toEqual([])
  })

  it('end in a clear failure when one of them does not let go', async () => {
    const folder = temporaryFolder()
    const here = open(folder)
    const run = begin(here)
    here.numbers.saveNumbers(run, ownedNumbers(3))
    await firstLine(start('hold', folder))
    expect(failureOf(() => here.numbers.saveNumbers(run, ownedNumbers(5)))).toMatchObject({
      kind: 'disk',
      why: 'other',
      detail: expect.stringContaining('Another program'),
    })
    expect(numbersOf(here)).toHaveLength(3)
    expect(failureOf(() => open(folder))).toMatchObject({ kind: 'disk', why: 'other' })
  })
})
