import { FailureError } from '../../../shared/failure.ts'
import { formatPhone } from '../../../shared/phone.ts'
import type { OrderJournal } from '../../core/ports.ts'
import type { Database } from '../database.ts'

/** What two purchases must not both be about. To be used within a write, but for `find`, which only reads. */
export type Locks = {
  readonly find: OrderJournal['locked']
  /** Throws FailureError `invalid` when something open names one of them already. */
  readonly take: (seq: number, things: readonly string[]) => void
  /** After things or states changed: locks what is still open, lets go of what no longer is. */
  readonly renew: (things: readonly string[]) => void
}

/** Numbers are E.164; keywords are the same word in whatever case they were typed. As column `lock` of the items. */
export const toLock = (thing: string): string => thing.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

export const openStates = ['planned', 'sending', 'checking'] as const
const isOpen = `i.let_go = 0 AND i.state IN (${openStates.map((state) => `'${state}'`).join(', ')})`

export function createLocks(db: Database): Locks {
  const find = db.prepare(
    `SELECT asked.value AS thing, p.id FROM json_each(?) asked
       CROSS JOIN locks l ON l.thing = upper(asked.value) CROSS JOIN purchases p ON p.seq = l.purchase ORDER BY asked.key`,
  )
  const take = db.prepare('INSERT INTO locks (thing, purchase) VALUES (?, ?)')
  const free = db.prepare('DELETE FROM locks WHERE thing = ?')
  // Several may be open about one thing: an order by count may be given a number that another one is about.
  const oldestOpen = db.prepare(
    `SELECT i.purchase FROM purchase_items i JOIN purchases p ON p.seq = i.purchase
     WHERE i.lock = ? AND ${isOpen} AND p.settled_at IS NULL ORDER BY i.purchase LIMIT 1`,
  )

  const locked: Locks['find'] = (things) =>
    find.all(JSON.stringify(things)).map(({ thing, id }) => ({ thing: String(thing), purchaseId: String(id) }))
  return {
    find: locked,
    take(seq, things) {
      const [first, ...others] = locked(things)
      if (first) throw beingChecked(first.thing, others.length)
      for (const thing of things) take.run(toLock(thing), seq)
    },
    renew(things) {
      for (const thing of new Set(things.map(toLock))) {
        free.run(thing)
        const holder = oldestOpen.get(thing)
        if (holder) take.run(thing, Number(holder.purchase))
      }
    },
  }
}

function beingChecked(thing: string, others: number): FailureError {
  const name = thing.startsWith('+') ? formatPhone(thing) : `Keyword ${thing}`
  const subject = others === 0 ? `${name} is` : `${name} and ${others} more are`
  const problem = `${subject} being checked: an order about ${others === 0 ? 'it' : 'them'} is still open. See it under Orders.`
  return new FailureError({ kind: 'invalid', field: 'things', problem })
}
