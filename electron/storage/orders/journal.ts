import { FailureError } from '../../../shared/failure.ts'
import type { PurchaseItem } from '../../../shared/model/purchase.ts'
import type { OrderJournal } from '../../core/ports.ts'
import type { Database } from '../database.ts'
import { changePurchase, toNewItem } from './changes.ts'
import { createOrderList } from './list.ts'
import { createLocks, openStates, toLock } from './locks.ts'
import { createPurchaseRows } from './rows.ts'
import { createSpent } from './spent.ts'
import { addPurchase, preparePurchases, writeEvents, writeItems, writePurchase } from './statements.ts'

/**
 * Each write is one transaction that the disk has when it returns. Whether a purchase is over is core's to say (`settledAt`): items
 * that the owner let go of are unlocked, but their purchase stays open, so that it is still looked for.
 */
export function createOrderJournal(db: Database): OrderJournal {
  const rows = createPurchaseRows(db)
  const locks = createLocks(db)
  const statements = preparePurchases(db)
  return {
    begin(purchase) {
      const items = purchase.items.map((item) => toNewItem(item, purchase.createdAt))
      const things = thingsOf(items.filter(({ state }) => openStates.some((open) => open === state)))
      refuseTwice(things)
      db.writeDurably(() => locks.take(addPurchase(statements, purchase, items), things))
    },
    change(id, change) {
      db.writeDurably(() => {
        const found = rows.find(id)
        if (found === null) throw new Error(`There is no purchase ${id}.`)
        const { seq, purchase: before } = found
        const now = changePurchase(before, change)
        const told = new Set(change.items?.map(({ slot }) => slot))
        const isTold = ({ slot }: PurchaseItem) => told.has(slot)
        writeItems(statements, seq, { ...now, items: now.items.filter(isTold) })
        writePurchase(statements, seq, now)
        writeEvents(statements, seq, change.events ?? [])
        const isOpenAsBefore = (before.settledAt === null) === (now.settledAt === null)
        locks.renew(thingsOf([...before.items, ...now.items].filter((item) => !isOpenAsBefore || isTold(item))))
      })
    },
    get: (id) => db.read(() => rows.get(id)),
    events: (id) => db.read(() => rows.events(id)),
    open: () => db.read(() => rows.open()),
    locked: (things) => db.read(() => locks.find(things)),
    query: createOrderList(db),
    spent: createSpent(db),
  }
}

const thingsOf = (items: readonly Pick<PurchaseItem, 'thing'>[]): readonly string[] =>
  items.map(({ thing }) => thing).filter((thing) => thing !== null)

function refuseTwice(things: readonly string[]): void {
  const locks = things.map(toLock)
  const twice = locks.find((lock, at) => locks.indexOf(lock) !== at)
  if (twice === undefined) return
  throw new FailureError({ kind: 'invalid', field: 'things', problem: `${twice} is named twice. Name it once.` })
}
