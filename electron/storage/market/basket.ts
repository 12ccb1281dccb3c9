import type { Offer } from '../../../shared/model/market.ts'
import type { MarketStore } from '../../core/ports.ts'
import type { Database } from '../database.ts'

type Basket = Pick<MarketStore, 'basket' | 'addToBasket' | 'removeFromBasket' | 'clearBasket'>

/** What the owner chose is on the disk when it is told so. */
export function createBasket(db: Database): Basket {
  const all = db.prepare('SELECT said, added_at FROM basket ORDER BY seq')
  // Seen again: what it costs and when it was seen are the new ones; it stays where it was put first.
  const add = db.prepare(
    `INSERT INTO basket (account_id, number, added_at, said) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, number) DO UPDATE SET said = excluded.said`,
  )
  const remove = db.prepare('DELETE FROM basket WHERE account_id = ? AND number = ?')
  const clear = db.prepare('DELETE FROM basket WHERE ?1 IS NULL OR account_id = ?1')
  return {
    basket: () =>
      // Our own writing, below.
      db
        .read(() => all.all())
        .map((row) => ({
          ...(JSON.parse(String(row.said)) as Offer),
          addedAt: Number(row.added_at),
        })),
    addToBasket: (offers, now) =>
      db.writeDurably(() => {
        for (const offer of offers) add.run(offer.accountId, offer.number, now, JSON.stringify(offer))
      }),
    removeFromBasket: (offers) =>
      db.writeDurably(() => {
        for (const { accountId, number } of offers) remove.run(accountId, number)
      }),
    clearBasket: (accountId) => void db.writeDurably(() => clear.run(accountId)),
  }
}
