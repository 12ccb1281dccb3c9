import { copyFileSync, cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { noPlace, ownedNumber, ownedNumbers } from '../support/builders.ts'
import { event, failureOf, moved, ordersQuery, purchase, utcMonth } from './purchases.ts'
import { noon, open, readAll, temporaryFolder } from './support.ts'

const cake = '+12065550143'
const pageSize = 4096

/** Closed well once with a settled purchase, so that there is a copy, then crashed with more. */
function crashed({ withCopy = true } = {}) {
  const [folder, left] = [temporaryFolder(), temporaryFolder()]
  const first = open(folder)
  readAll(first, (run) => first.numbers.saveNumbers(run, ownedNumbers(50)))
  first.orders.begin(purchase('settled', ['+12065550150']))
  first.orders.change('settled', moved('sending'))
  if (withCopy) first.close()
  const { orders, market, restorePoints } = open(folder)
  orders.change('settled', { ...moved('done'), settledAt: noon + 5 })
  const items = Array.from({ length: 40 }, (_, at) => `+1${2065551000 + at}`)
  for (const [at, thing] of items.entries()) {
    orders.begin(purchase(`p${at}`, [thing], { events: [event('x'.repeat(800))] }))
    orders.change(`p${at}`, { ...moved('done'), settledAt: noon })
  }
  orders.begin(purchase('open', [cake], { events: [event('Written down.')], before: { things: [cake], orders: null } }))
  orders.change('open', { ...moved('checking'), events: [event('Sent.')], lookAt: noon + 9 })
  const offer = { number: cake, kind: 'local', place: noPlace, setup: null, monthly: null, seenAt: 0 } as const
  market.addToBasket([{ ...offer, accountId: 'bakery' }], noon)
  const point = { id: 'r', accountId: 'bakery', number: cake, takenAt: noon, why: 'release', routing: null } as const
  restorePoints.save({ ...point, routes: [], snapshot: ownedNumber(cake) })
  const seen = { open: orders.open(), events: orders.events('open'), list: orders.query(ordersQuery(), utcMonth) }
  cpSync(folder, left, { recursive: true })
  const sql = new DatabaseSync(join(left, 'linekeeper.db'))
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  sql.close()
  return { folder: left, seen }
}

/** Writes over pages of a table, or over all but the first `keep` of them. */
function scribble(folder: string, table: string, pages: (count: number) => readonly number[]): void {
  const path = join(folder, 'linekeeper.db')
  copyFileSync(path, `${path}.look`)
  const sql = new DatabaseSync(`${path}.look`)
  const found = sql.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path").all(table)
  sql.close()
  const bytes = readFileSync(path)
  for (const at of pages(found.length)) {
    const from = (Number(found[at]?.pageno) - 1) * pageSize
    bytes.fill(0xff, from, from + pageSize)
  }
  writeFileSync(path, bytes)
}

describe('a damaged data file', () => {
  it.each([true, false])(
    '(copy: %s) gives its purchases, basket and kept settings to the one in its place',
    (withCopy) => {
      const { folder, seen } = crashed({ withCopy })
      scribble(folder, 'number_said', (count) => Array.from({ length: count }, (_, at) => at))
      const { orders, market, restorePoints, notices } = open(folder)
      expect(notices.map(({ kind }) => kind)).toEqual(['setAside', withCopy ? 'restoredCopy' : 'startedEmpty'])
      expect(notices[1]?.sentence).toMatch(/orders made from this computer are all there\.$/)
      expect(orders.open()).toEqual(seen.open)
      expect(orders.events('open')).toEqual(seen.events)
      expect(orders.query(ordersQuery(), utcMonth)).toEqual(seen.list)
      expect(orders.get('settled')).toMatchObject({ settledAt: noon + 5, items: [{ state: 'done' }] })
      expect(failureOf(() => orders.begin(purchase('again', [cake])))).toMatchObject({
        kind: 'invalid',
        field: 'things',
      })
      expect(market.basket()).toHaveLength(1)
      expect(restorePoints.of(cake)).toHaveLength(1)
      orders.begin(purchase('new', ['+12065550150']))
    },
  )

  it('of which some events cannot be read gives the rest, and says that not all was there', () => {
    const { folder } = crashed()
    scribble(folder, 'purchase_events', (count) => [Math.floor(count / 2)])
    const { orders, notices } = open(folder)
    expect(notices[1]?.sentence).toContain('Not every order made from this computer could be read')
    expect(orders.get('open')).toMatchObject({ settledAt: null })
    expect(orders.locked([cake])).toHaveLength(1)
    expect(orders.events('p0')).toHaveLength(1)
    expect(orders.events('open')).toHaveLength(2)
  })

  it('that has lost a whole table gives the others', () => {
    const { folder } = crashed()
    const sql = new DatabaseSync(join(folder, 'linekeeper.db'))
    sql.exec('DROP TABLE purchase_events')
    sql.close()
    scribble(folder, 'number_said', () => [0])
    const { orders, notices } = open(folder)
    expect(notices[1]?.sentence).toContain('Not every order')
    expect(orders.open()).toMatchObject([{ id: 'open', items: [{ thing: cake }] }])
  })

  it('of which nothing can be read leaves what the copy has, and says so', () => {
    const { folder } = crashed()
    truncateSync(join(folder, 'linekeeper.db'), 3 * pageSize)
    const { orders, notices } = open(folder)
    expect(notices[1]?.sentence).toContain('before you order again')
    expect(orders.open()).toMatchObject([{ id: 'settled', items: [{ state: 'sending' }] }])
    expect(orders.get('open')).toBeNull()
  })

  it('that held no purchases does not speak of them', () => {
    const folder = temporaryFolder()
    const storage = open(folder)
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(50)))
    storage.close()
    scribble(folder, 'number_said', () => [0])
    expect(open(folder).notices[1]?.sentence).not.toContain('order')
  })
})
