import type { AccountId } from '../../shared/model/account.ts'
import type { Database } from './database.ts'

/**
 * What lies under an account's own id: settled purchases, the list of its orders, what it has for sale, its lines of the basket and kept settings. A purchase
 * that is still open stays, and keeps its numbers locked: whether it happened is not known, and nobody has said that it is over.
 */
export function createForgetOrders(db: Database): (accountId: AccountId, limit: number) => number {
  const settled = db.prepare('SELECT seq FROM purchases WHERE account_id = ? AND settled_at IS NOT NULL LIMIT 1')
  const rowsOf = ['purchase_items', 'purchase_events', 'purchase_before'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE purchase = ?`),
  )
  const dropLine = db.prepare('DELETE FROM order_lines WHERE purchase = ?')
  const dropPurchase = db.prepare('DELETE FROM purchases WHERE seq = ?')
  const drops = [
    db.prepare(
      'DELETE FROM order_lines WHERE id IN (SELECT id FROM order_lines WHERE account_id = ? AND purchase IS NULL LIMIT ?)',
    ),
    db.prepare('DELETE FROM offers WHERE rowid IN (SELECT rowid FROM offers WHERE account_id = ? LIMIT ?)'),
    db.prepare('DELETE FROM basket WHERE seq IN (SELECT seq FROM basket WHERE account_id = ? LIMIT ?)'),
    db.prepare(
      'DELETE FROM restore_points WHERE rowid IN (SELECT rowid FROM restore_points WHERE account_id = ? LIMIT ?)',
    ),
  ]
  const forgetPurchase = (accountId: AccountId): number => {
    const seq = settled.get(accountId)?.seq
    if (typeof seq !== 'number') return 0
    return [...rowsOf, dropLine, dropPurchase].reduce((sum, drop) => sum + Number(drop.run(seq).changes), 0)
  }
  return (accountId, limit) => {
    let removed = 0
    // A purchase goes as a whole, so the last one may go a little over the limit.
    while (removed < limit) {
      const rows = forgetPurchase(accountId)
      if (rows === 0) break
      removed += rows
    }
    for (const drop of drops) {
      if (removed < limit) removed += Number(drop.run(accountId, limit - removed).changes)
    }
    return removed
  }
}
