import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { project } from '../../electron/core/inventory/project.ts'
import { toDatabase } from '../../electron/storage/database.ts'
import { openWritable } from '../../electron/storage/open-file.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { createOrderJournal } from '../../electron/storage/orders/journal.ts'
import { noPlace, ownedNumber } from '../support/builders.ts'
import { event, failureOf, moved, purchase } from './purchases.ts'
import { noon, open, temporaryFolder } from './support.ts'

const [cake, bread] = ['+12065550143', '+12065550144']

const start = (...args: readonly string[]) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'journal-child.ts'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs it to its end, which is to be killed. */
async function killedWhen(when: string, folder: string): Promise<void> {
  const [, signal] = await once(start(when, folder), 'exit')
  expect(signal).toBe('SIGKILL')
}

describe('a process that is killed', () => {
  it('right after a purchase was begun has it on the disk, with items, events and locks', async () => {
    const folder = temporaryFolder()
    await killedWhen('begun', folder)
    const { orders, notices } = open(folder)
    expect(notices).toEqual([])
    expect(orders.open()).toMatchObject([{ id: 'p1', items: [{ thing: cake, state: 'planned' }, { thing: bread }] }])
    expect(orders.events('p1')).toMatchObject([{ text: 'Written down.' }])
    expect(failureOf(() => orders.begin(purchase('p2', [bread])))).toMatchObject({ kind: 'invalid' })
  })

  it('while it begins one leaves nothing of it, and nothing locked', async () => {
    const folder = temporaryFolder()
    await killedWhen('beginning', folder)
    const { orders } = open(folder)
    expect(orders.open()).toEqual([])
    orders.begin(purchase('p2', [cake, bread]))
  })

  it('while it changes one leaves it as it was, and right after as it is', async () => {
    const folder = temporaryFolder()
    await killedWhen('begun', folder)
    await killedWhen('changing', folder)
    const states = () => {
      const { orders, close } = open(folder)
      const read = [orders.get('p1')?.items.map(({ state }) => state), orders.events('p1').map(({ text }) => text)]
      close()
      return read
    }
    expect(states()).toEqual([['planned', 'planned'], ['Written down.']])
    await killedWhen('changed', folder)
    expect(states()).toEqual([
      ['sending', 'sending'],
      ['Written down.', 'Sent.'],
    ])
  })
})

describe('two processes that begin the same purchase at once', () => {
  it('are one that does and one that is told why not', async () => {
    const folder = temporaryFolder()
    open(folder).close()
    const children = ['p1', 'p2'].map((id) => start('race', folder, id))
    await Promise.all(children.map(({ stdout }) => once(stdout, 'data')))
    const answers = children.map(({ stdout }) => once(stdout, 'data'))
    for (const { stdin } of children) stdin.write('go\n')
    const told = await Promise.all(answers.map(async (answer) => String((await answer)[0]).trim()))
    expect(told.toSorted()).toEqual(['begun', 'invalid'])
    expect(open(folder).orders.open()).toHaveLength(1)
  })
})

describe('what exists nowhere else', () => {
  it('waits for the disk while it is written, and nothing else does', () => {
    const folder = temporaryFolder()
    const sql = openWritable({ folder, path: join(folder, 'linekeeper.db'), now: noon })
    onTestFinished(() => sql.close())
    const levels: unknown[] = []
    const level = () => sql.prepare('PRAGMA synchronous').get()?.synchronous
    const [normal, full] = [1, 2]
    const looking = <T extends object>(told: T) =>
      Object.defineProperty(told, 'events', {
        enumerable: true,
        get: () => {
          levels.push(level())
          return [event('seen')]
        },
      })
    const db = toDatabase(sql, false)
    expect(db.write(level)).toBe(normal)
    const orders = createOrderJournal(db)
    orders.begin(looking(purchase('p1', [cake])))
    orders.change('p1', looking(moved('sending')))
    expect(new Set(levels)).toEqual(new Set([full]))
    expect(level()).toBe(normal)
    failureOf(() => orders.begin(purchase('p2', [cake])))
    expect(level()).toBe(normal)
  })

  it('is one durable write each: a purchase, a step of it, the basket, kept settings; a search is none', () => {
    let writes = 0
    const storage = openStorage({
      folder: temporaryFolder(),
      project,
      now: () => noon,
      log: () => undefined,
      onDurableWrite: () => {
        writes += 1
      },
    })
    onTestFinished(() => storage.close())
    const counted = (work: () => void) => {
      const before = writes
      work()
      return writes - before
    }
    const { orders, market, restorePoints, numbers, sync } = storage
    const offer = {
      number: bread,
      kind: 'local',
      place: noPlace,
      setup: null,
      monthly: null,
      seenAt: 0,
      accountId: 'a',
    } as const
    const query = {
      kind: 'local',
      city: '',
      state: '',
      zip: '',
      prefix: '',
      rateCenter: '',
      pattern: '',
      count: 1,
      accountIds: [],
    } as const
    const search = {
      searchId: 's',
      query: { ...query, accountIds: [] },
      askedAt: 0,
      parts: [],
      watched: false,
      found: 1,
    }
    const point = {
      id: 'r',
      accountId: 'a',
      number: cake,
      takenAt: 0,
      why: 'release',
      routing: null,
      routes: [],
    } as const
    expect(counted(() => orders.begin(purchase('p1', [cake, bread], { events: [event('a'), event('b')] })))).toBe(1)
    expect(counted(() => orders.change('p1', { ...moved('sending', 'sending'), events: [event('c')] }))).toBe(1)
    expect(counted(() => market.addToBasket([offer], 0))).toBe(1)
    expect(counted(() => market.removeFromBasket([offer]))).toBe(1)
    expect(counted(() => market.clearBasket(null))).toBe(1)
    expect(counted(() => restorePoints.save({ ...point, snapshot: ownedNumber(cake) }))).toBe(1)
    expect(counted(() => market.saveSearch(search, [offer]))).toBe(0)
    expect(counted(() => numbers.saveNumbers(sync.current('a', 0), [ownedNumber(cake)]))).toBe(0)
    expect(counted(() => failureOf(() => orders.begin(purchase('p2', [cake]))))).toBe(0)
  })
})

describe('a purchase on a disk that takes nothing', () => {
  it('is not begun: it fails with the reason, and nothing of it is there when there is room again', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'linekeeper.db')
    const sql = openWritable({ folder, path, now: noon })
    onTestFinished(() => sql.close())
    const orders = createOrderJournal(toDatabase(sql, false))
    orders.begin(purchase('p1', [cake]))
    const pages = Number(sql.prepare('PRAGMA page_count').get()?.page_count)
    sql.exec(`PRAGMA max_page_count = ${pages}`)
    const long = purchase('p2', [bread], { events: [event('x'.repeat(100_000))] })
    expect(failureOf(() => orders.begin(long))).toMatchObject({ kind: 'disk', why: 'full' })
    const change = { ...moved('sending'), events: [event('x'.repeat(100_000))] }
    expect(failureOf(() => orders.change('p1', change))).toMatchObject({ kind: 'disk', why: 'full' })
    expect(orders.get('p1')?.items[0]?.state).toBe('planned')
    sql.exec('PRAGMA max_page_count = 100000')
    expect(orders.get('p2')).toBeNull()
    orders.begin(long)
    orders.change('p1', change)
  })

  it('is not begun while another program holds the data file', () => {
    const folder = temporaryFolder()
    const { orders } = open(folder)
    const other = new DatabaseSync(join(folder, 'linekeeper.db'))
    onTestFinished(() => other.close())
    other.exec('BEGIN IMMEDIATE')
    expect(failureOf(() => orders.begin(purchase('p1', [cake])))).toMatchObject({ kind: 'disk', why: 'other' })
    other.exec('ROLLBACK')
    orders.begin(purchase('p1', [cake]))
  })
})
