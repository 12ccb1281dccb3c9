import type { Billing } from '../../shared/model/billing.ts'
import type { DoNotContact } from '../../shared/model/do-not-contact.ts'
import type { OwnedKeyword } from '../../shared/model/keyword.ts'
import type { ProviderOrder } from '../../shared/model/order.ts'
import { toMoney } from '../../shared/money.ts'
import type { ListStore, SyncRun } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import { createKeywords } from './keywords.ts'
import { createListTable, type ListTable } from './list-table.ts'
import { createOrderLines } from './orders/lines.ts'

export function createLists(db: Database, accounts: Accounts): ListStore {
  // The same word may be leased on several short codes.
  const keywords = createListTable<OwnedKeyword>(db, 'keywords', ({ keyword, shortCode, number }) =>
    [keyword, shortCode, number].join(' '),
  )
  const doNotContact = createListTable<DoNotContact>(db, 'do_not_contact', ({ number }) => number)
  const orders = createListTable<ProviderOrder>(db, 'orders', ({ id }) => id)
  const billing = createListTable<Billing>(db, 'billing', () => 'latest')

  const saving =
    <Item>(table: ListTable<Item>) =>
    (run: SyncRun, items: readonly Item[]) => {
      const account = accounts.ensure(run.accountId)
      db.write(() => table.save(account, run, items))
    }
  const saveBilling = saving(billing)
  const lines = createOrderLines(db)
  return {
    saveKeywords: saving(keywords),
    saveDoNotContact: saving(doNotContact),
    saveOrders(run, items) {
      const account = accounts.ensure(run.accountId)
      db.write(() => {
        orders.save(account, run, items)
        lines.saveElsewhere(run.accountId, items)
      })
    },
    saveBilling: (run, latest) => saveBilling(run, [latest]),
    ...createKeywords(db, accounts),
    lastUnitCost: createLastUnitCost(db, accounts),
  }
}

const costColumns = { local: 'local_cost', tollFree: 'toll_free_cost', keyword: 'keyword_cost' } as const

function createLastUnitCost(db: Database, accounts: Accounts): ListStore['lastUnitCost'] {
  const newest = (column: string) =>
    db.prepare(
      `SELECT ${column} AS cost FROM orders WHERE account = ? AND ${column} IS NOT NULL 
       ORDER BY json_extract(said, '$.created') DESC, key DESC LIMIT 1`,
    )
  const statements = {
    local: newest(costColumns.local),
    tollFree: newest(costColumns.tollFree),
    keyword: newest(costColumns.keyword),
  }
  return (accountId, kind) => {
    const account = accounts.find(accountId)
    const cost = account === null ? null : db.read(() => statements[kind].get(account))?.cost
    return typeof cost === 'string' ? toMoney(cost) : null
  }
}
