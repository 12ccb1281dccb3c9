import { type RefObject, useCallback, useMemo } from 'react'
import type { NumberRow, NumberSort } from '../../../shared/model/number.ts'
import { isSelected, keyOf, selectedCount } from '../../stores/numbers/selection.ts'
import type { NumbersState } from '../../stores/numbers/state.ts'
import { rowAt } from '../../stores/windowed/pages.ts'
import { DataGrid, type GridHandle } from '../../ui/grid/data-grid.tsx'
import type { GridActions } from '../../ui/grid/use-grid-events.ts'
import { spokenNumber } from '../../ui/phone-text.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRowHeight } from '../row-heights.ts'
import { useGetState, useScreen } from '../stores.ts'
import { layouts, type NumberColumn } from './columns.tsx'

type NumberGridProps = {
  readonly columns: readonly NumberColumn[]
  readonly handle: RefObject<GridHandle | null>
  /** No row is here yet, but some are on their way. */
  readonly isReading: boolean
}

export function NumberGrid({ columns, handle, isReading }: NumberGridProps) {
  const pages = useScreen('numbers', (state) => state.pages)
  const total = useScreen('numbers', (state) => state.total)
  const answer = useScreen('numbers', (state) => state.answered)
  const id = useScreen('numbers', (state) => state.sort)
  const direction = useScreen('numbers', (state) => state.direction)
  const selection = useScreen('numbers', (state) => state.selection)
  const selected = useScreen('numbers', shareOf)
  const onShow = useScreen('numbers', (state) => state.show)
  const open = useScreen('detail', (state) => state.key)
  const rowHeight = useRowHeight()
  return (
    <DataGrid
      label="Numbers"
      total={isReading ? null : total}
      {...{ columns, answer, selected, onShow, handle, rowHeight }}
      rowAt={useCallback((index: number) => rowAt(pages, index), [pages])}
      sort={useMemo(() => ({ id, direction }), [id, direction])}
      isSelected={(row) => isSelected(selection, keyOf(row))}
      isOpen={(row) => open !== null && open.number === row.number && open.accountId === row.accountId}
      selectLabel={selectLabel}
      actions={useGridActions()}
    />
  )
}

const selectLabel = (row: NumberRow): string => `Select ${spokenNumber(row.display)}`

function shareOf({ selection, total }: NumbersState): 'none' | 'some' | 'all' {
  const count = selectedCount(selection, total ?? 0)
  if (count === 0) return 'none'
  return count === total ? 'all' : 'some'
}

function useGridActions(): GridActions {
  const numbers = useGetState('numbers')
  const detail = useGetState('detail')
  return useMemo(() => {
    const row = (index: number) => rowAt(numbers().pages, index)
    return {
      sortBy: (column) => {
        const sort = layouts.find(({ id }) => id === column)?.id
        if (sort) numbers().sortBy(sort satisfies NumberSort)
      },
      toggle: (index) => numbers().toggleRow(index),
      extendTo: (index) => void numbers().extendTo(index),
      selectAll: () => numbers().selectAll(),
      selectNone: () => numbers().selectNone(),
      open: (index) => {
        const found = row(index)
        if (found) void detail().open({ accountId: found.accountId, number: found.number })
      },
      copy: (index) => void copy(row(index)),
      escape: () => (detail().key ? detail().close() : numbers().selectNone()),
    }
  }, [numbers, detail])
}

async function copy(row: NumberRow | undefined): Promise<void> {
  if (!row) return
  await navigator.clipboard.writeText(row.display)
  toast(`Copied ${row.display}`)
}
