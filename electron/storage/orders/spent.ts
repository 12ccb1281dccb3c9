import type { ApiId } from '../../../shared/model/account.ts'
import { addMoney, type Money, zero } from '../../../shared/money.ts'
import type { OrderJournal } from '../../core/ports.ts'
import type { Database } from '../database.ts'
import { fromAmount } from './rows.ts'
import { isWhole, priceOf } from './summary.ts'

/** What is planned in a purchase that goes on is about to be spent, so it counts too: else two purchases would share one budget. */
const counts = `(i.state IN ('sending', 'checking', 'done') OR (i.state = 'planned' AND p.settled_at IS NULL))`

export function createSpent(db: Database): OrderJournal['spent'] {
  const items = db.prepare(
    `SELECT p.seq, p.api, p.total, i.setup, i.monthly FROM purchases p JOIN purchase_items i ON i.purchase = p.seq
     WHERE p.account_id = ? AND p.created_at >= ? AND p.created_at < ?
       AND p.kind IN ('numbers', 'count', 'keywords') AND ${counts}`,
  )
  return (accountId, from, to) => {
    const rows = db.read(() => items.all(accountId, from, to))
    const totals = new Map(rows.map(({ seq, total }) => [seq, fromAmount(total)]))
    const priced = rows
      .filter(({ total }) => total === null)
      .map(({ api, setup, monthly }) => ({
        api: String(api) as ApiId,
        setup: fromAmount(setup),
        monthly: fromAmount(monthly),
      }))
    const known = [...totals.values(), ...priced.map(priceOf)].filter((price) => price !== null)
    return {
      known: known.reduce<Money>(addMoney, zero),
      unknown: priced.filter((item) => !isWhole(item.api, item)).length,
    }
  }
}
