import { countsOf, type PurchaseItem } from '../../../shared/model/purchase.ts'
import type { NewPurchase, PurchaseChange } from '../../core/ports.ts'
import type { WithoutBefore } from './rows.ts'

export const toNewItem = (item: NewPurchase['items'][number], at: number): PurchaseItem => ({
  ...item,
  said: null,
  since: at,
  letGo: false,
})

type ItemChange = NonNullable<PurchaseChange['items']>[number]

function changeItems(before: WithoutBefore, { items: told = [] }: PurchaseChange): readonly PurchaseItem[] {
  const unknown = told.find(({ slot }) => !before.items.some((item) => item.slot === slot))
  if (unknown) throw new Error(`The purchase ${before.id} has no item ${unknown.slot}.`)
  return before.items.map((item) => told.filter(({ slot }) => slot === item.slot).reduce(changeItem, item))
}

function changeItem(before: PurchaseItem, { slot: _slot, saidNo: _saidNo, at, ...told }: ItemChange): PurchaseItem {
  const isMoved = told.state !== undefined && told.state !== before.state
  return { ...before, ...withoutUndefined(told), since: isMoved ? at : before.since }
}

/** What the change says of the purchase itself. */
export function changePurchase(before: WithoutBefore, change: PurchaseChange): WithoutBefore {
  const { items: _items, events: _events, ...told } = change
  const items = changeItems(before, change)
  return { ...before, ...withoutUndefined(told), items, counts: countsOf(items), noes: noesOf(before, change) }
}

/** What was once answered with no stays so. */
function noesOf({ noes }: WithoutBefore, { items: told = [] }: PurchaseChange): readonly number[] {
  const added = told.filter(({ saidNo }) => saidNo === true).map(({ slot }) => slot)
  return [...new Set([...noes, ...added])].sort((a, b) => a - b)
}

/** A member that is there without a value says nothing. */
function withoutUndefined<T extends object>(told: T): Partial<T> {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Partial<T>
}
