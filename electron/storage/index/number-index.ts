import type { NumberCounts, NumberCountsQuery, NumberQuery } from '../../../shared/model/number.ts'
import type { Accounts } from '../accounts.ts'
import type { Database } from '../database.ts'
import { Columns, type IndexedNumber, type IndexedTexts } from './columns.ts'
import { countNumbers } from './counts.ts'
import { missesOf } from './filter.ts'
import { ringingOf } from './flags.ts'
import { Loader } from './loader.ts'
import { Orders } from './orders.ts'
import { Searches } from './searches.ts'

/** Answers which rows a query shows; the rows themselves are read from the database. */
export type NumberIndex = {
  readonly ids: (query: NumberQuery) => { readonly ids: readonly number[]; readonly total: number }
  readonly counts: (query: NumberCountsQuery) => NumberCounts
  /** Takes what was committed. */
  readonly follow: (changes: readonly IndexChange[]) => void
  /** Loads a little; false when all is loaded. */
  readonly load: () => boolean
}

export type IndexChange =
  | { readonly kind: 'row'; readonly row: IndexedNumber; readonly texts: IndexedTexts }
  | { readonly kind: 'seen'; readonly id: number; readonly flags: number; readonly readAt: number }
  | { readonly kind: 'gone' | 'dropped'; readonly id: number }

export function createNumberIndex(db: Database, accounts: Accounts): NumberIndex {
  const columns = new Columns()
  const loader = new Loader(db, columns)
  const searches = new Searches(columns, accounts)
  const orders = new Orders(columns, accounts)
  const parts = { columns, accounts, searches }

  const refresh = (needsTexts: boolean) => {
    if (db.changedElsewhere()) startAgain()
    if (needsTexts) loader.needTexts()
    else loader.needRows()
  }
  const startAgain = () => {
    columns.dropAll()
    accounts.reload()
    searches.clear()
    loader.again()
  }
  return {
    ids(query) {
      refresh(query.filter.search !== '' || query.sort === 'rings' || query.sort === 'place')
      return windowOf(orders.of(query), missesOf(parts, query.filter), query)
    },
    counts(query) {
      refresh(query.filter.search !== '')
      return countNumbers(parts, query)
    },
    follow(changes) {
      for (const change of changes) {
        follow(columns, change)
        if (change.kind === 'row') searches.refresh(change.row.id)
      }
    },
    load: () => loader.step(),
  }
}

function windowOf(ids: Uint32Array, missesRow: (id: number) => number, { offset, limit }: NumberQuery) {
  const shown: number[] = []
  let total = 0
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0
    if (missesRow(id) !== 0) continue
    if (total >= offset && shown.length < limit) shown.push(id)
    total++
  }
  return { ids: shown, total }
}

function follow(columns: Columns, change: IndexChange): void {
  if (change.kind === 'row') {
    columns.set(change.row)
    columns.setTexts(change.texts, ringingOf(change.row.flags) === 'unread')
  } else if (change.kind === 'seen') columns.setSeen(change.id, change)
  else if (change.kind === 'gone') columns.setGone(change.id)
  else columns.drop(change.id)
}
