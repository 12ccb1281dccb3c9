import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrate, migrations } from '../../electron/storage/migrations/migrations.ts'
import { ownedNumbers } from '../support/builders.ts'
import { providerOrder, usd } from './purchases.ts'
import { day, noon, temporaryFolder } from './support.ts'

const part = (ordered: number, fulfilled: readonly string[]) => ({ ordered, fulfilled, unitCost: usd('1.5') })
/** What the account `bakery` has ordered, as the first release stored it. */
export const orders = [
  providerOrder('1', { local: part(2, ['+12065550100', '+12065550101']), total: usd('3') }),
  providerOrder('2', { local: part(2, ['+12065550102']), tollFree: part(1, []), created: noon - 40 * day }),
  providerOrder('3', { state: 'running', keywords: part(1, []), created: null }),
  providerOrder('4', { state: 'failed', local: part(1, []) }),
  providerOrder('5', { state: 'unknown' }),
  providerOrder('6', { state: 'finished', local: part(1, []) }),
  providerOrder('7', { state: 'failed', local: part(2, ['+12065550103']) }),
]
export const keyword = {
  keyword: 'CAKE',
  shortCode: '67076',
  number: null,
  lease: { begin: null, end: null, autoRenew: true },
  state: 'active',
  stateSaid: 'ACTIVE',
  labels: [],
}

/** A folder as the first release left it, as far as its tables go. */
export function versionOne(): string {
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
