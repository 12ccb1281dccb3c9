import type { Database } from '../database.ts'

const newForMs = 30 * 24 * 60 * 60 * 1000

/** When a number of an account was bought from this computer; null: it was not, or not lately. Within a read. */
export type BoughtAt = (accountId: string, number: string) => number | null

export function createBoughtAt(db: Database, now: () => number): BoughtAt {
  const bought = db.prepare(
    `SELECT max(p.created_at) AS at FROM purchase_items i JOIN purchases p ON p.seq = i.purchase
     WHERE i.lock = ? AND i.state = 'done' AND p.account_id = ? AND p.kind IN ('numbers', 'count') AND p.created_at > ?`,
  )
  return (accountId, number) => {
    const at = bought.get(number, accountId, now() - newForMs)?.at
    return typeof at === 'number' ? at : null
  }
}
