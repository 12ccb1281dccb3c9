import type { Database } from '../database.ts'
import { createLocks } from './locks.ts'
import { createPurchaseRows } from './rows.ts'
import { preparePurchases, writePurchase } from './statements.ts'

/** Makes list and locks fit the purchases and items that are there. To be used within a write. */
export function repairJournal(db: Database): { readonly purchases: number; readonly dropped: number } {
  const rows = createPurchaseRows(db)
  const statements = preparePurchases(db)
  // Without its items nothing can be said of a purchase, and nothing settled.
  const dropped = db.prepare('DELETE FROM purchases WHERE seq NOT IN (SELECT purchase FROM purchase_items)').run()
  db.prepare('DELETE FROM purchase_items WHERE purchase NOT IN (SELECT seq FROM purchases)').run()
  const ids = db.prepare('SELECT id FROM purchases').all()
  for (const { id } of ids) {
    const found = rows.find(String(id))
    if (found) writePurchase(statements, found.seq, found.purchase)
  }
  db.prepare('DELETE FROM locks').run()
  const things = db.prepare('SELECT DISTINCT lock FROM purchase_items WHERE lock IS NOT NULL').all()
  createLocks(db).renew(things.map(({ lock }) => String(lock)))
  return { purchases: ids.length, dropped: Number(dropped.changes) }
}
