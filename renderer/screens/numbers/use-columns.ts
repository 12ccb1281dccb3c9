import { type RefObject, useMemo, useState } from 'react'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { NumberSort } from '../../../shared/model/number.ts'
import { useWidth } from '../../ui/use-width.ts'
import { columnsOf, type NumberColumn, shownIn } from './columns.tsx'
import type { ColumnChoice } from './heading.tsx'

/** A width to draw with until the real one is known. */
const guess = 900

/** The columns that the list shows: those that fit, or those that were asked for. */
export function useColumns(
  list: RefObject<HTMLElement | null>,
  accounts: ReadonlyMap<AccountId, AccountView>,
  now: number,
): { readonly columns: readonly NumberColumn[]; readonly choice: ColumnChoice } {
  const width = useWidth(list)
  const [wanted, onWant] = useState<ReadonlySet<NumberSort> | null>(null)
  const shown = useMemo(() => shownIn(width || guess, wanted), [width, wanted])
  const columns = useMemo(() => columnsOf({ accounts, now, shown }), [accounts, now, shown])
  return { columns, choice: { shown, wanted, onWant } }
}
