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
import type { Accounts } from '../accounts.ts'
import type { Database } from '../database.ts'
import { toElsewhereRow } from './elsewhere.ts'
import { createMonthSpans, type Span } from './months.ts'
import type { Sqlite } from './rows.ts'
import { type Summary, wordsFor } from './summary.ts'

/** Orders that a purchase made here stands for already. */
const madeHere = `SELECT a.id, p.order_id FROM purchases p JOIN accounts a USING (account_id) WHERE p.order_id IS NOT NULL`

const filters = (at: string, state: string) => `
  (?1 IS NULL OR ${state} IN (SELECT value FROM json_each(?1)))
  AND (?3 IS NULL OR (${at} >= ?3 AND ${at} < ?4))`

const here = `FROM purchases WHERE ${filters('created_at', 'state')}
  AND (?2 IS NULL OR account_id IN (SELECT value FROM json_each(?2)))`
const elsewhere = `FROM orders WHERE ${filters('created', 'standing')}
  AND (?2 IS NULL OR account IN (SELECT id FROM accounts WHERE account_id IN (SELECT value FROM json_each(?2))))
  AND (account, key) NOT IN (${madeHere})`

type Bounds = readonly [string | null, string | null, number | null, number | null]

/** Purchases made here and orders made elsewhere in one list. SQL filters and cuts the window; only its rows are read whole. */
export function createOrderList(db: Database, accounts: Accounts): OrderJournal['query'] {
  const window = db.prepare(
    `SELECT seq, NULL AS account, NULL AS key, created_at AS at ${here}
     UNION ALL SELECT NULL, account, key, created ${elsewhere}
     ORDER BY at DESC, seq DESC, account, key LIMIT ?5 OFFSET ?6`,
  )
  const total = db.prepare(`SELECT (SELECT count(*) ${here}) + (SELECT count(*) ${elsewhere}) AS rows`)
  const open = db.prepare('SELECT count(*) AS rows FROM purchases WHERE settled_at IS NULL')
  const toRow = createRows(db, accounts)
  const spanOf = createMonthSpans()
  const months = createMonths(db, spanOf)
  return (query, monthOf) =>
    db.read((): OrdersWindow => {
      const bounds = toBounds(query, query.month === null ? null : spanOf(query.month, monthOf))
      return {
        rows: window.all(...bounds, query.limit, query.offset).map(toRow),
        offset: query.offset,
        total: Number(total.get(...bounds)?.rows),
        months: months(monthOf),
        open: Number(open.get()?.rows),
      }
    })
}

const toBounds = ({ states, accountIds }: OrdersQuery, span: Span | null): Bounds => [
  states.length === 0 ? null : JSON.stringify(states),
  accountIds.length === 0 ? null : JSON.stringify(accountIds),
  span?.from ?? null,
  span?.to ?? null,
]

function createRows(db: Database, accounts: Accounts): (found: Sqlite) => OrderRow {
  const purchase = db.prepare('SELECT * FROM purchases WHERE seq = ?')
  const order = db.prepare('SELECT said, standing FROM orders WHERE account = ? AND key = ?')
  return ({ seq, account, key }) => {
    if (typeof seq === 'number') return toHereRow(purchase.get(seq) ?? {})
    const row = order.get(Number(account), String(key)) ?? {}
    // Our own writing: `lists.ts` stores orders, and only whole ones.
    const said = JSON.parse(String(row.said)) as ProviderOrder
    return toElsewhereRow(accounts.idOf(Number(account)), said, String(row.standing) as OrderState)
  }
}

/** Our own writing, in `journal.ts`. */
function toHereRow(row: Sqlite): OrderRow {
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
    state: String(row.state) as OrderState,
    settledAfterMs: row.settled_at === null ? null : Math.max(0, Number(row.settled_at) - Number(row.created_at)),
    orderId: row.order_id === null ? null : String(row.order_id),
  }
}

/** From the newest order down, a step a month. */
function createMonths(db: Database, spanOf: ReturnType<typeof createMonthSpans>) {
  const newest = db.prepare(
    `SELECT max(at) AS at FROM (
       SELECT * FROM (SELECT created_at AS at FROM purchases WHERE created_at < ?1 ORDER BY created_at DESC LIMIT 1)
       UNION ALL
       SELECT * FROM (SELECT created FROM orders WHERE created < ?1 AND (account, key) NOT IN (${madeHere}) ORDER BY created DESC LIMIT 1)
     )`,
  )
  return (monthOf: (epochMs: number) => string): readonly string[] => {
    const months = new Set<string>()
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const at = newest.get(before)?.at
      if (typeof at !== 'number') return [...months]
      const month = monthOf(at)
      months.add(month)
      before = Math.min(at, spanOf(month, monthOf).from)
    }
  }
}
