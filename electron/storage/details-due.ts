import type { NumberStore, SyncRun } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'

/**
 * Two shelves, each newest first: numbers whose routing was never read before this run, then the others. A number stays on its shelf
 * while the run reads it, so the caller's place in the row holds.
 */
export function createNumbersWithoutDetails(db: Database, accounts: Accounts): NumberStore['withoutDetails'] {
  const neverRead = '(routing_first IS NULL OR routing_first = ?2)'
  const due = (shelf: string) =>
    db.prepare(
      `SELECT number FROM numbers
       WHERE id < ?3 AND account = ?1 AND listed = 1 AND gone_on IS NULL AND routing_generation IS NOT ?2 AND ${shelf}
       ORDER BY id DESC LIMIT ?4`,
    )
  const shelves = [due(neverRead), due(`NOT ${neverRead}`)]
  const place = db.prepare(`SELECT id, NOT ${neverRead} AS shelf FROM numbers WHERE account = ?1 AND number = ?3`)

  return (run: SyncRun, limit, after) => {
    const account = accounts.find(run.accountId)
    if (account === null) return []
    return db.read(() => {
      const from = after === null ? undefined : place.get(account, run.generation, after)
      const numbers: string[] = []
      for (let shelf = Number(from?.shelf ?? 0); shelf < shelves.length && numbers.length < limit; shelf++) {
        const below = from && shelf === from.shelf ? Number(from.id) : Number.MAX_SAFE_INTEGER
        const found = shelves[shelf]?.all(account, run.generation, below, limit - numbers.length) ?? []
        numbers.push(...found.map(({ number }) => String(number)))
      }
      return numbers
    })
  }
}
