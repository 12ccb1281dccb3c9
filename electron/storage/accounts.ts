import { fold } from '../../shared/fold.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Database } from './database.ts'

/** Accounts by the small integer under which their rows lie. Their names live with the settings; here they are only told. */
export type AccountNames = {
  /** Counts what changes how accounts sort or what finds them. */
  readonly version: () => number
  /** By the small integer. Accounts of one name rank by their id, so that no two are equal. */
  readonly ranks: (by: 'id' | 'name') => Uint32Array
  /** Folded, by the small integer; empty for one without a name. */
  readonly foldedNames: () => readonly string[]
}

export type Accounts = AccountNames & {
  readonly find: (accountId: AccountId) => number | null
  /** A write of its own: to be called outside of another. */
  readonly ensure: (accountId: AccountId) => number
  readonly idOf: (account: number) => AccountId
  /** Those that have rows and those that were named. */
  readonly all: () => readonly AccountId[]
  readonly name: (accounts: readonly { readonly accountId: AccountId; readonly name: string }[]) => void
  readonly forget: (account: number) => void
  /** After another process changed the table. */
  readonly reload: () => void
}

export function createAccounts(db: Database): Accounts {
  const list = db.prepare('SELECT id, account_id FROM accounts')
  const insert = db.prepare('INSERT INTO accounts (account_id) VALUES (?)')
  const remove = db.prepare('DELETE FROM accounts WHERE id = ?')
  const names = new Map<AccountId, string>()
  const numbers = new Map<AccountId, number>()
  const ids = new Map<number, AccountId>()
  let version = 0

  const add = (account: number, accountId: AccountId): number => {
    numbers.set(accountId, account)
    ids.set(account, accountId)
    version++
    return account
  }
  const reload = () => {
    numbers.clear()
    ids.clear()
    for (const row of db.read(() => list.all())) add(Number(row.id), String(row.account_id))
  }
  reload()

  return {
    version: () => version,
    ranks: (by) => ranksOf(ids, (id) => (by === 'id' ? '' : fold(names.get(id) ?? ''))),
    foldedNames: () => Array.from({ length: width(ids) }, (_, at) => fold(names.get(ids.get(at) ?? '') ?? '')),
    find: (accountId) => numbers.get(accountId) ?? null,
    ensure: (accountId) =>
      numbers.get(accountId) ?? add(Number(db.write(() => insert.run(accountId)).lastInsertRowid), accountId),
    idOf: (account) => ids.get(account) ?? '',
    all: () => [...new Set([...numbers.keys(), ...names.keys()])],
    name(accounts) {
      names.clear()
      for (const { accountId, name } of accounts) names.set(accountId, name)
      version++
    },
    forget(account) {
      db.write(() => remove.run(account))
      numbers.delete(ids.get(account) ?? '')
      ids.delete(account)
      version++
    },
    reload,
  }
}

const width = (ids: ReadonlyMap<number, AccountId>): number => Math.max(0, ...ids.keys()) + 1

function ranksOf(ids: ReadonlyMap<number, AccountId>, keyOf: (id: AccountId) => string): Uint32Array {
  const ranks = new Uint32Array(width(ids))
  const rows = [...ids].map(([at, id]) => ({ at, id, key: keyOf(id) }))
  rows.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id))
  rows.forEach(({ at }, rank) => {
    ranks[at] = rank
  })
  return ranks
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
