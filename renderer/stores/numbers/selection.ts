import type { NumberKey } from '../../../shared/model/number.ts'

/** An account and a number as one text: neither holds a blank. */
export type RowKey = string

export const keyOf = ({ accountId, number }: NumberKey): RowKey => `${accountId} ${number}`

export function fromKey(key: RowKey): NumberKey {
  const blank = key.lastIndexOf(' ')
  return { accountId: key.slice(0, blank), number: key.slice(blank + 1) }
}

/** Some rows by their keys, or all that match the filter except some: never a list of a hundred thousand. */
export type Selection =
  | { readonly kind: 'some'; readonly keys: ReadonlySet<RowKey> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<RowKey> }

export const nothingSelected: Selection = { kind: 'some', keys: new Set() }
export const allSelected: Selection = { kind: 'all', except: new Set() }

export const isSelected = (selection: Selection, key: RowKey): boolean =>
  selection.kind === 'some' ? selection.keys.has(key) : !selection.except.has(key)

/** How many are selected, when `total` rows match. */
export const selectedCount = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.keys.size : Math.max(0, total - selection.except.size)

/** The same selection with these rows in it, or out of it. */
export function select(selection: Selection, keys: readonly RowKey[], on: boolean): Selection {
  if (selection.kind === 'some') return { kind: 'some', keys: changed(selection.keys, keys, on) }
  return { kind: 'all', except: changed(selection.except, keys, !on) }
}

export const toggle = (selection: Selection, key: RowKey): Selection =>
  select(selection, [key], !isSelected(selection, key))

function changed(set: ReadonlySet<RowKey>, keys: readonly RowKey[], add: boolean): ReadonlySet<RowKey> {
  const next = new Set(set)
  for (const key of keys) {
    if (add) next.add(key)
    else next.delete(key)
  }
  return next
}
