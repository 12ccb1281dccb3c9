import type { AccountId, ApiId } from '../../../shared/model/account.ts'
import {
  type CountAsk,
  countsOf,
  type ItemState,
  type Purchase,
  type PurchaseEvent,
  type PurchaseItem,
  type PurchaseKind,
} from '../../../shared/model/purchase.ts'
import type { Money } from '../../../shared/money.ts'
import type { StoredPurchase } from '../../core/ports.ts'
import type { Database } from '../database.ts'

export type Sqlite = Readonly<Record<string, unknown>>

/** What was owned before an order by count may be a hundred thousand numbers: it is read only where it is asked for. */
export type WithoutBefore = Omit<StoredPurchase, 'before'>

export type PurchaseRows = {
  readonly find: (id: string) => { readonly seq: number; readonly purchase: WithoutBefore } | null
  readonly get: (id: string) => StoredPurchase | null
  readonly open: () => readonly StoredPurchase[]
  readonly events: (id: string) => readonly PurchaseEvent[]
}

/** Reads back what `journal.ts` wrote. To be used within a read or a write. */
export function createPurchaseRows(db: Database): PurchaseRows {
  const byId = db.prepare('SELECT * FROM purchases WHERE id = ?')
  const open = db.prepare('SELECT * FROM purchases WHERE settled_at IS NULL ORDER BY seq')
  const items = db.prepare('SELECT * FROM purchase_items WHERE purchase = ? ORDER BY slot')
  const events = db.prepare(
    'SELECT e.* FROM purchase_events e JOIN purchases p ON p.seq = e.purchase WHERE p.id = ? ORDER BY e.place',
  )
  const beforeOf = createBefore(db)
  const find: PurchaseRows['find'] = (id) => {
    const row = byId.get(id)
    return row === undefined ? null : { seq: Number(row.seq), purchase: withItems(row, items.all(Number(row.seq))) }
  }
  return {
    find,
    get(id) {
      const found = find(id)
      return found === null ? null : { ...found.purchase, before: beforeOf(found.seq) }
    },
    open: () =>
      open.all().map((row) => {
        const seq = Number(row.seq)
        return { ...withItems(row, items.all(seq)), before: beforeOf(seq) }
      }),
    events: (id) => events.all(id).map(toEvent),
  }
}

function withItems(row: Sqlite, items: readonly Sqlite[]): WithoutBefore {
  const noes = items.filter(({ said_no }) => said_no === 1).map(({ slot }) => Number(slot))
  return { ...toPurchase(row, items.map(toItem)), noes }
}

const toNumber = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
const toText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
export const toAmount = (money: Money | null): string | null => (money === null ? null : money.amount)
export const fromAmount = (amount: unknown): Money | null =>
  typeof amount === 'string' ? { amount, currency: 'USD' } : null

/** Words of closed lists come back as `journal.ts`, their only writer, put them there. */
function toPurchase(row: Sqlite, items: readonly PurchaseItem[]): Purchase {
  return {
    id: String(row.id),
    accountId: String(row.account_id) as AccountId,
    accountName: String(row.account_name),
    api: String(row.api) as ApiId,
    kind: String(row.kind) as PurchaseKind,
    createdAt: Number(row.created_at),
    settledAt: toNumber(row.settled_at),
    items,
    counts: countsOf(items),
    count: row.ask === null ? null : (JSON.parse(String(row.ask)) as CountAsk),
    orderId: toText(row.order_id),
    total: fromAmount(row.total),
    lookAt: toNumber(row.look_at),
  }
}

const toItem = (row: Sqlite): PurchaseItem => ({
  slot: Number(row.slot),
  thing: toText(row.thing),
  state: String(row.state) as ItemState,
  said: toText(row.said),
  since: Number(row.since),
  setup: fromAmount(row.setup),
  monthly: fromAmount(row.monthly),
  letGo: row.let_go === 1,
})

const toEvent = (row: Sqlite): PurchaseEvent => ({
  at: Number(row.at),
  kind: String(row.kind) as PurchaseEvent['kind'],
  text: String(row.text),
  answer: toText(row.answer),
})

/** What was owned before never changes, and settling asks for it at every step: the last one is kept at hand. */
function createBefore(db: Database): (seq: number) => StoredPurchase['before'] {
  const find = db.prepare('SELECT things, orders FROM purchase_before WHERE purchase = ?')
  let last: { readonly seq: number; readonly before: StoredPurchase['before'] } | null = null
  return (seq) => {
    if (last?.seq === seq) return last.before
    const row = find.get(seq)
    if (row === undefined) return null
    last = { seq, before: toBefore(row) }
    return last.before
  }
}

const toBefore = (row: Sqlite): StoredPurchase['before'] => ({
  things: JSON.parse(String(row.things)) as readonly string[],
  orders: row.orders === null ? null : (JSON.parse(String(row.orders)) as readonly string[]),
})
