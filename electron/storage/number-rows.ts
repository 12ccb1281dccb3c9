import type { NumberDetail, NumberKey, NumberRouting, NumberRow, OwnedNumber } from '../../shared/model/number.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'
import { ringingOf } from './index/flags.ts'
import type { BoughtAt } from './orders/bought.ts'
import type { Routes } from './routes.ts'

export type NumberRows = {
  readonly rows: (ids: readonly number[]) => readonly NumberRow[]
  readonly get: (key: NumberKey) => NumberDetail | null
}

type Sqlite = Readonly<Record<string, unknown>>

type World = {
  readonly db: Database
  readonly accounts: Accounts
  readonly routes: Routes
  readonly boughtAt: BoughtAt
}

export function createNumberRows({ db, accounts, routes, boughtAt }: World): NumberRows {
  const columns = `n.id, n.account, n.number, n.flags, n.read_at, n.gone_on, n.routing_read_at, t.display, t.place, t.rings, s.snapshot`
  const joined = 'numbers n JOIN number_texts t USING (id) JOIN number_said s USING (id)'
  const byId = db.prepare(`SELECT ${columns} FROM ${joined} WHERE n.id = ?`)
  const byKey = db.prepare(
    `SELECT ${columns}, s.routing FROM ${joined} WHERE n.account = ? AND n.number = ? AND n.listed = 1`,
  )

  const toRow = (row: Sqlite): NumberRow => {
    const snapshot = toSnapshot(row)
    const accountId = accounts.idOf(Number(row.account))
    return { ...toNumberRow(row, snapshot), accountId, boughtAt: boughtAt(accountId, snapshot.number) }
  }
  return {
    rows: (ids) =>
      db.read(() =>
        ids
          .map((id) => byId.get(id))
          .filter((row) => row !== undefined)
          .map(toRow),
      ),
    get({ accountId, number }) {
      const account = accounts.find(accountId)
      const row = account === null ? undefined : db.read(() => byKey.get(account, number))
      if (account === null || row === undefined) return null
      const shown = db.read(() => toRow(row))
      const routing = row.routing === null ? null : (JSON.parse(String(row.routing)) as NumberRouting)
      const route = (id: string | null) => (id === null ? null : routes.find(account, id))
      return {
        row: shown,
        snapshot: toSnapshot(row),
        routing,
        routingReadAt: row.routing_read_at === null ? null : Number(row.routing_read_at),
        primary: routing?.kind === 'routes' ? route(routing.primary) : null,
        failover: routing?.kind === 'routes' ? route(routing.failover) : null,
      }
    },
  }
}

/** Our own writing: only `number-writes.ts` stores snapshots, and only whole ones. */
const toSnapshot = (row: Sqlite): OwnedNumber => JSON.parse(String(row.snapshot)) as OwnedNumber

function toNumberRow(row: Sqlite, snapshot: OwnedNumber): Omit<NumberRow, 'accountId' | 'boughtAt'> {
  const goneOn = row.gone_on === null ? null : String(row.gone_on)
  return {
    number: snapshot.number,
    display: String(row.display),
    alias: snapshot.alias,
    labels: snapshot.labels,
    kind: snapshot.kind,
    place: row.place === null ? null : String(row.place),
    rings: { sentence: String(row.rings), state: ringingOf(Number(row.flags)) },
    lease: snapshot.lease,
    calls: snapshot.calls,
    texts: snapshot.texts,
    monthly: snapshot.monthly,
    state: goneOn === null ? snapshot.state : 'gone',
    stateSaid: snapshot.stateSaid,
    goneOn,
    readAt: Number(row.read_at),
  }
}
