import type { AccountId } from '../../../shared/model/account.ts'
import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { OrderState } from '../../../shared/model/purchase.ts'
import type { Database } from '../database.ts'
import { standingOf } from './elsewhere.ts'

type PurchaseLine = {
  readonly seq: number
  readonly accountId: AccountId
  readonly createdAt: number
  readonly orderId: string | null
  readonly state: OrderState
}

/** The list of orders: a line each purchase, and each order that none of them stands for. To be used within a write. */
export type OrderLines = {
  readonly savePurchase: (line: PurchaseLine) => void
  readonly saveElsewhere: (accountId: AccountId, orders: readonly ProviderOrder[]) => void
}

export function createOrderLines(db: Database): OrderLines {
  const saveHere = db.prepare(
    `INSERT INTO order_lines (at, purchase, account_id, order_id, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (purchase) DO UPDATE SET order_id = excluded.order_id, state = excluded.state`,
  )
  const dropElsewhere = db.prepare('DELETE FROM order_lines WHERE account_id = ? AND order_id = ? AND purchase IS NULL')
  const saveElsewhere = db.prepare(
    `INSERT INTO order_lines (at, account_id, order_id, state) SELECT ?1, ?2, ?3, ?4
     WHERE NOT EXISTS (SELECT 1 FROM purchases WHERE account_id = ?2 AND order_id = ?3)
     ON CONFLICT (account_id, order_id) WHERE purchase IS NULL DO UPDATE SET at = excluded.at, state = excluded.state
       WHERE at IS NOT excluded.at OR state <> excluded.state`,
  )
  return {
    savePurchase({ seq, accountId, createdAt, orderId, state }) {
      saveHere.run(createdAt, seq, accountId, orderId, state)
      if (orderId !== null) dropElsewhere.run(accountId, orderId)
    },
    saveElsewhere(accountId, orders) {
      for (const order of orders) saveElsewhere.run(order.created, accountId, order.id, standingOf(order))
    },
  }
}
