import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../electron/storage/migrations/migrations.ts'
import { ownedNumbers } from '../support/builders.ts'
import { ordersQuery, purchase, usd, utcMonth } from './purchases.ts'
import { begin, numbersOf, open, temporaryFolder } from './support.ts'
import { keyword, orders, versionOne } from './version-one.ts'

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
