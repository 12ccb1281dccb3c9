import type { Holdings } from '../../shared/contract.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Storage } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import { createForgetOrders } from './forget-orders.ts'
import type { IndexChange } from './index/number-index.ts'
import { listTables } from './list-table.ts'
import type { Routes } from './routes.ts'

type World = {
  readonly db: Database
  readonly accounts: Accounts
  readonly routes: Routes
  readonly follow: (changes: readonly IndexChange[]) => void
}

/** What an account holds here, and how it goes. */
export function createHoldings({ db, accounts, routes, follow }: World): Pick<Storage, 'holdings' | 'forget'> {
  const count = (table: string, account: number): number =>
    Number(db.prepare(`SELECT count(*) AS rows FROM ${table} WHERE account = ?`).get(account)?.rows)

  const forgetOrders = createForgetOrders(db)
  const listsOf = (account: number) => ({
    numbers: count('numbers', account),
    keywords: count('keywords', account),
    doNotContact: count('do_not_contact', account),
    routes: count('routes', account),
  })
  const purchases = db.prepare(
    'SELECT count(settled_at) AS settled, count(*) AS rows FROM purchases WHERE account_id = ?',
  )
  const ordersOf = (accountId: AccountId) => {
    const found = purchases.get(accountId)
    const orders = Number(found?.settled)
    return { orders, openOrders: Number(found?.rows) - orders }
  }

  return {
    holdings(accountId): Holdings {
      const account = accounts.find(accountId)
      return db.read(() => ({
        ...(account === null ? nothing : listsOf(account)),
        ...ordersOf(accountId),
      }))
    },
    forget(accountId, limit) {
      if (db.write(() => forgetOrders(accountId, limit)) >= limit) return true
      const account = accounts.find(accountId)
      if (account === null) return false
      const ids = db.write(() => forgetNumbers(db, account, limit))
      follow(ids.map((id) => ({ kind: 'dropped', id })))
      const left = limit - ids.length
      if (left <= 0 || db.write(() => forgetLists(db, account, left)) >= left) return true
      accounts.forget(account)
      routes.reload()
      return false
    },
  }
}

const nothing = { numbers: 0, keywords: 0, doNotContact: 0, routes: 0 } as const

function forgetNumbers(db: Database, account: number, limit: number): readonly number[] {
  const ids = db
    .prepare('SELECT id FROM numbers WHERE account = ? LIMIT ?')
    .all(account, limit)
    .map(({ id }) => Number(id))
  for (const table of ['numbers', 'number_texts', 'number_said']) {
    const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`)
    for (const id of ids) remove.run(id)
  }
  return ids
}

function forgetLists(db: Database, account: number, limit: number): number {
  let left = limit
  for (const table of listTables) {
    const removed = db
      .prepare(
        `DELETE FROM ${table} WHERE account = ?1 AND key IN (SELECT key FROM ${table} WHERE account = ?1 LIMIT ?2)`,
      )
      .run(account, left).changes
    left -= Number(removed)
    if (left <= 0) return limit
  }
  for (const table of ['changed_routes', 'sync_runs', 'sync_states'])
    db.prepare(`DELETE FROM ${table} WHERE account = ?`).run(account)
  return limit - left
}
