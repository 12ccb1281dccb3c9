import type { ProviderOrder } from '../../../shared/model/order.ts'
import type {
  CountAsk,
  OrderRow,
  OrderState,
  OrdersQuery,
  OrdersWindow,
  PurchaseKind,
} from '../../../shared/model/purchase.ts'
import type { OrderJournal } from '../../core/ports.ts'
import type { Database } from '../database.ts'
import { toElsewhereRow } from './elsewhere.ts'
import { Months, type Span } from './months.ts'
import type { Sqlite } from './rows.ts'
import { type Summary, wordsFor } from './summary.ts'

/** An order of which the provider does not tell when it was made belongs to no month, and comes last. */
const filtered = `FROM order_lines
  WHERE (?1 IS NULL OR state IN (SELECT value FROM json_each(?1)))
    AND (?2 IS NULL OR account_id IN (SELECT value FROM json_each(?2)))
    AND (?3 IS NULL OR (at >= ?3 AND at < ?4))`

/** Purchases made here and orders made elsewhere in one list. The index filters and cuts the window; only its rows are read whole. */
export function createOrderList(db: Database): OrderJournal['query'] {
  const window = db.prepare(
    `SELECT purchase, account_id, order_id, state ${filtered}
     ORDER BY at DESC, purchase DESC, order_id DESC, account_id DESC LIMIT ?5 OFFSET ?6`,
  )
  const total = db.prepare(`SELECT count(*) AS rows ${filtered}`)
  const open = db.prepare('SELECT count(*) AS rows FROM purchases WHERE settled_at IS NULL')
  const toRow = createRows(db)
  const months = new Months()
  const listMonths = createMonthList(db, months)
  return (query, monthOf) =>
    db.read((): OrdersWindow => {
      const bounds = toBounds(query, query.month === null ? null : months.spanOf(query.month, monthOf))
      return {
        rows: window.all(...bounds, query.limit, query.offset).map(toRow),
        offset: query.offset,
        total: Number(total.get(...bounds)?.rows),
        months: listMonths(monthOf),
        open: Number(open.get()?.rows),
      }
    })
}

const toBounds = ({ states, accountIds }: OrdersQuery, span: Span | null) =>
  [
    states.length === 0 ? null : JSON.stringify(states),
    accountIds.length === 0 ? null : JSON.stringify(accountIds),
    span?.from ?? null,
    span?.to ?? null,
  ] as const

function createRows(db: Database): (line: Sqlite) => OrderRow {
  const purchase = db.prepare('SELECT * FROM purchases WHERE seq = ?')
  const order = db.prepare(
    'SELECT said FROM orders WHERE account = (SELECT id FROM accounts WHERE account_id = ?) AND key = ?',
  )
  return (line) => {
    const state = String(line.state) as OrderState
    if (typeof line.purchase === 'number') return toHereRow(purchase.get(line.purchase) ?? {}, state)
    const [accountId, id] = [String(line.account_id), String(line.order_id)]
    // Our own writing: `lists.ts` stores orders, and only whole ones.
    return toElsewhereRow(accountId, JSON.parse(String(order.get(accountId, id)?.said)) as ProviderOrder, state)
  }
}

/** Our own writing, in `statements.ts`. */
function toHereRow(row: Sqlite, state: OrderState): OrderRow {
  const summary = JSON.parse(String(row.summary)) as Summary
  const ask = row.ask === null ? null : (JSON.parse(String(row.ask)) as CountAsk)
  const kind = String(row.kind) as PurchaseKind
  return {
    source: 'here',
    id: String(row.id),
    accountId: String(row.account_id),
    createdAt: Number(row.created_at),
    kind,
    what: wordsFor(kind, summary, ask),
    counts: summary.counts,
    cost: summary.cost,
    // Purchases that were settled before this was written down do not tell.
    costsMore: summary.costsMore ?? false,
    state,
    settledAfterMs: row.settled_at === null ? null : Math.max(0, Number(row.settled_at) - Number(row.created_at)),
    orderId: row.order_id === null ? null : String(row.order_id),
  }
}

/** Of the whole list, whatever the filter: from the newest order down, a step a month. */
function createMonthList(db: Database, months: Months) {
  const newest = db.prepare('SELECT max(at) AS at FROM order_lines WHERE at < ?')
  return (monthOf: (epochMs: number) => string): readonly string[] => {
    const found = new Set<string>()
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const at = newest.get(before)?.at
      if (typeof at !== 'number') return [...found]
      const month = monthOf(at)
      found.add(month)
      before = Math.min(at, months.startOf(month, monthOf))
    }
  }
}
