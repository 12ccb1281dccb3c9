import type { AccountId } from '../../shared/model/account.ts'
import type { NumberStore } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'

/** Of what the providers still list. Where several accounts list a number, one of them is told. */
export function createOwners(db: Database, accounts: Accounts): NumberStore['owners'] {
  const owned = db.prepare(
    `SELECT n.number, n.account FROM json_each(?) AS asked CROSS JOIN accounts a
       CROSS JOIN numbers n ON n.account = a.id AND n.number = asked.value
     WHERE n.listed = 1 AND n.gone_on IS NULL`,
  )
  return (numbers) => {
    const rows = db.read(() => owned.all(JSON.stringify(numbers)))
    return new Map<string, AccountId>(
      rows.map(({ number, account }) => [String(number), accounts.idOf(Number(account))]),
    )
  }
}
