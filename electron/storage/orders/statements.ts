import type { PurchaseEvent, PurchaseItem } from '../../../shared/model/purchase.ts'
import type { NewPurchase, StoredPurchase } from '../../core/ports.ts'
import type { Database } from '../database.ts'
import { createOrderLines } from './lines.ts'
import { toAmount } from './rows.ts'
import { stateOf, toSummary } from './summary.ts'

export type Statements = ReturnType<typeof preparePurchases>

export const preparePurchases = (db: Database) => ({
  lines: createOrderLines(db),
  add: db.prepare(
    `INSERT INTO purchases (id, account_id, account_name, api, kind, created_at, ask, summary)
     VALUES (?, ?, ?, ?, ?, ?, ?, '')`,
  ),
  before: db.prepare('INSERT INTO purchase_before (purchase, things, orders) VALUES (?, ?, ?)'),
  change: db.prepare(
    'UPDATE purchases SET settled_at = ?, look_at = ?, order_id = ?, total = ?, summary = ? WHERE seq = ?',
  ),
  item: db.prepare(
    `INSERT OR REPLACE INTO purchase_items (purchase, slot, thing, state, said, since, setup, monthly, let_go, said_no)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  event: db.prepare(
    `INSERT INTO purchase_events (purchase, place, at, kind, text, answer)
     VALUES (?1, (SELECT coalesce(max(place), 0) + 1 FROM purchase_events WHERE purchase = ?1), ?2, ?3, ?4, ?5)`,
  ),
})

/** Gives its place in the journal. */
export function addPurchase(statements: Statements, purchase: NewPurchase, items: readonly PurchaseItem[]): number {
  const { id, accountId, accountName, api, kind, createdAt, count, before } = purchase
  const ask = count === null ? null : JSON.stringify(count)
  const added = statements.add.run(id, accountId, accountName, api, kind, createdAt, ask)
  const seq = Number(added.lastInsertRowid)
  if (before) {
    const orders = before.orders === null ? null : JSON.stringify(before.orders)
    statements.before.run(seq, JSON.stringify(before.things), orders)
  }
  writeItems(statements, seq, { items, noes: [] })
  writeEvents(statements, seq, purchase.events)
  const begun = { accountId, api, kind, createdAt, items, settledAt: null, lookAt: null, orderId: null, total: null }
  writePurchase(statements, seq, begun)
  return seq
}

export function writeItems(
  { item: write }: Statements,
  seq: number,
  { items, noes }: Pick<StoredPurchase, 'items' | 'noes'>,
): void {
  for (const { slot, thing, state, said, since, setup, monthly, letGo } of items) {
    const flags = [letGo ? 1 : 0, noes.includes(slot) ? 1 : 0] as const
    write.run(seq, slot, thing, state, said, since, toAmount(setup), toAmount(monthly), ...flags)
  }
}

type Changing = Pick<
  StoredPurchase,
  'accountId' | 'api' | 'kind' | 'createdAt' | 'items' | 'settledAt' | 'lookAt' | 'orderId' | 'total'
>

/** What the list shows is of the same items, always. */
export function writePurchase({ change, lines }: Statements, seq: number, purchase: Changing): void {
  const { items, settledAt, lookAt, orderId, total } = purchase
  change.run(settledAt, lookAt, orderId, toAmount(total), JSON.stringify(toSummary(purchase)), seq)
  lines.savePurchase({ ...purchase, seq, state: stateOf(items, settledAt) })
}

export function writeEvents(statements: Statements, seq: number, events: readonly PurchaseEvent[]): void {
  for (const { at, kind, text, answer } of events) statements.event.run(seq, at, kind, text, answer)
}
