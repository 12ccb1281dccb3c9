import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrate, migrations } from '../../electron/storage/migrations/migrations.ts'
import { ownedNumbers } from '../support/builders.ts'
import { ordersQuery, providerOrder, purchase, usd, utcMonth } from './purchases.ts'
import { begin, day, noon, numbersOf, open, temporaryFolder } from './support.ts'

const part = (ordered: number, fulfilled: readonly string[]) => ({ ordered, fulfilled, unitCost: usd('1.5') })
const orders = [
  providerOrder('1', { local: part(2, ['+12065550100', '+12065550101']), total: usd('3') }),
  providerOrder('2', { local: part(2, ['+12065550102']), tollFree: part(1, []), created: noon - 40 * day }),
  providerOrder('3', { state: 'running', keywords: part(1, []), created: null }),
  providerOrder('4', { state: 'failed', local: part(1, []) }),
  providerOrder('5', { state: 'unknown' }),
  providerOrder('6', { state: 'finished', local: part(1, []) }),
  providerOrder('7', { state: 'failed', local: part(2, ['+12065550103']) }),
]
const keyword = {
  keyword: 'CAKE',
  shortCode: '67076',
  number: null,
  lease: { begin: null, end: null, autoRenew: true },
  state: 'active',
  stateSaid: 'ACTIVE',
  labels: [],
}

/** A folder as the first release left it, as far as its tables go. */
function versionOne(): string {
  const folder = temporaryFolder()
  const sql = new DatabaseSync(join(folder, 'linekeeper.db'))
  sql.exec('PRAGMA journal_mode = WAL')
  migrate(sql, migrations.slice(0, 1), () => undefined)
  sql.exec("INSERT INTO accounts VALUES (1, 'clinic'), (2, 'bakery')")
  const list = (table: string) =>
    sql.prepare(`INSERT INTO ${table} (account, key, said, generation, read_at) VALUES (2, ?, ?, 1, ${noon})`)
  for (const order of orders) list('orders').run(order.id, JSON.stringify(order))
  list('keywords').run('CAKE 67076 ', JSON.stringify(keyword))
  const add = sql.prepare(
    `INSERT INTO numbers (account, number, listed, flags, generation, read_at) VALUES (2, ?, 1, 0, 1, ${noon})`,
  )
  for (const number of ownedNumbers(3)) {
    const id = Number(add.run(number.number).lastInsertRowid)
    sql.prepare('INSERT INTO number_said (id, snapshot) VALUES (?, ?)').run(id, JSON.stringify(number))
    sql.prepare("INSERT INTO number_texts VALUES (?, '', NULL, '', ?)").run(id, number.number)
  }
  sql.exec(`INSERT INTO sync_runs VALUES (2, 1, ${noon}, '[]', 1); UPDATE meta SET value = 1`)
  sql.close()
  return folder
}

const copiesOf = (folder: string) => readdirSync(join(folder, 'copies'))
const versionOf = (path: string) => {
  const sql = new DatabaseSync(path, { readOnly: true })
  const version = sql.prepare('PRAGMA user_version').get()?.user_version
  sql.close()
  return version
}

describe('a data file of the first release', () => {
  it('keeps what it holds, and a copy of it as it was', () => {
    const folder = versionOne()
    const storage = open(folder)
    expect(storage.notices).toEqual([])
    expect(numbersOf(storage)).toEqual(ownedNumbers(3).map(({ number }) => number))
    expect(storage.holdings('bakery')).toMatchObject({ numbers: 3, keywords: 1 })
    expect(storage.lists.keyword('bakery', 'CAKE')).toEqual(keyword)
    expect(storage.lists.lastUnitCost('bakery', 'local')).toEqual(usd('1.5'))
    const [copy = ''] = copiesOf(folder)
    expect(copiesOf(folder)).toHaveLength(1)
    expect(versionOf(join(folder, 'copies', copy))).toBe(1)
    expect(begin(storage).generation).toBe(2)
    storage.close()
    expect(versionOf(join(folder, 'linekeeper.db'))).toBe(migrations.length)
  })

  it('lists the orders that it holds as the same orders read again would be', () => {
    const storage = open(versionOne())
    const list = () => storage.orders.query(ordersQuery(), utcMonth)
    const before = list()
    expect(before.total).toBe(orders.length)
    expect(before.months).toEqual(['2026-11', '2026-10'])
    expect(before.rows.map(({ state, id }) => `${id} ${state}`).toSorted()).toEqual([
      '1 done',
      '2 partly',
      '3 waiting',
      '4 refused',
      '5 unknown',
      '6 refused',
      '7 partly',
    ])
    storage.lists.saveOrders(begin(storage), orders)
    expect(list()).toEqual(before)
  })

  it('takes purchases at once', () => {
    const storage = open(versionOne())
    storage.orders.begin(purchase('p1', ['+12065550143']))
    storage.orders.change('p1', { orderId: '1' })
    expect(storage.orders.query(ordersQuery(), utcMonth).total).toBe(orders.length)
  })

  it('whose last start did not end well opens all the same', () => {
    const crashed = temporaryFolder()
    const folder = versionOne()
    const sql = new DatabaseSync(join(folder, 'linekeeper.db'))
    sql.exec('UPDATE meta SET value = 0; UPDATE numbers SET read_at = read_at + 1')
    cpSync(folder, crashed, { recursive: true })
    sql.close()
    expect(numbersOf(open(crashed))).toHaveLength(3)
  })
})

describe('a new data file', () => {
  it('is made without a copy of nothing', () => {
    const folder = temporaryFolder()
    open(folder)
    expect(readdirSync(folder)).not.toContain('copies')
  })
})
