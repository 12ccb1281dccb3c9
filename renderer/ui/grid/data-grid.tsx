import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { cx } from '../cx.ts'
import { type GridColumn, templateOf, widthOf } from './columns.ts'
import styles from './data-grid.module.css'
import { GridHeader, type GridSort, type SelectedShare } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { roles } from './roles.ts'
import { assignSlots, type Slots } from './slots.ts'
import { useGridCursor } from './use-grid-cursor.ts'
import { type GridActions, gridEvents } from './use-grid-events.ts'

export type GridHandle = { readonly focus: () => void }

export type DataGridProps<Row> = {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  /** Null: not known yet; rows are then drawn as places. */
  readonly total: number | null
  readonly rowAt: (index: number) => Row | undefined
  /** Pixels. */
  readonly rowHeight: number
  /** Null: the order is given, and no heading changes it. */
  readonly sort: GridSort | null
  /** Null or left out: rows cannot be selected, and there are no boxes. */
  readonly selected?: SelectedShare | null
  readonly isSelected?: (row: Row) => boolean
  readonly isOpen: (row: Row) => boolean
  readonly selectLabel?: (row: Row) => string
  readonly actions: GridActions
  /** The rows on the screen, whenever they change. */
  readonly onShow: (range: { readonly start: number; readonly end: number }) => void
  /** When it changes the list starts at its top: another question was answered. */
  readonly answer: number
  readonly handle: RefObject<GridHandle | null>
}

const headerHeight = 34
/** Rows that stand for a list whose length is not known yet. */
const places = 40

/** A list of any length as an ARIA grid; only the rows around the visible ones exist. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, total, rowHeight, sort, selected = null, actions, handle } = props
  const hasTicks = selected !== null
  const scroller = useRef<HTMLDivElement>(null)
  const rows = total ?? places
  const size = { rows, columns: columns.length + 1, hasTicks, page: pageSize(scroller.current, rowHeight) }
  const cursor = useGridCursor(scroller, size)
  const virtual = useRows(props, { scroller, rows, active: cursor.cell.row })
  useImperativeHandle(handle, () => ({ focus: () => cursor.go(cursor.cell) }))
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ '--columns': templateOf(columns, hasTicks), '--row': `${rowHeight}px`, '--header': `${headerHeight}px` }}
    >
      <table
        {...(hasTicks ? roles.tickGrid : roles.grid)}
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={columns.length + (hasTicks ? 1 : 0)}
        aria-busy={total === null}
        className={cx(styles.grid, !hasTicks && styles.tickless)}
        style={{ height: virtual.height, minWidth: widthOf(columns, hasTicks) }}
        {...gridEvents({ actions, cursor, size, isAllSelected: selected === 'all' })}
      >
        <thead {...roles.rows} className={styles.head}>
          <GridHeader columns={columns} sort={sort} selected={selected} active={activeIn(cursor.cell, -1)} />
        </thead>
        <tbody {...roles.rows} className={styles.body}>
          {virtual.items.map(({ index, start, slot }) => (
            <GridRow
              key={slot}
              {...{ index, columns, hasTicks, top: start }}
              {...(props.selectLabel ? { selectLabel: props.selectLabel } : {})}
              {...look(props, index)}
              active={activeIn(cursor.cell, index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function look<Row>({ total, rowAt, isSelected, isOpen }: DataGridProps<Row>, index: number) {
  const row = total === null ? undefined : rowAt(index)
  return {
    row,
    isSelected: row !== undefined && (isSelected?.(row) ?? false),
    isOpen: row !== undefined && isOpen(row),
  }
}

const activeIn = (cell: { readonly row: number; readonly column: number }, row: number): number | null =>
  cell.row === row ? cell.column : null

const pageSize = (scroller: HTMLElement | null, rowHeight: number): number =>
  Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1)

type Inside = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rows: number
  readonly active: number
}

function useRows<Row>({ rowHeight, onShow, answer }: DataGridProps<Row>, { scroller, rows, active }: Inside) {
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    paddingStart: headerHeight,
    overscan: 4,
    useFlushSync: false,
    // The row that has the focus stays, wherever the list is scrolled to: a focus that vanishes is lost to the keyboard.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), active),
  })
  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onShow({ start: startIndex, end: endIndex + 1 }), [onShow, startIndex, endIndex])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is what sends the list to its top.
  useEffect(() => {
    // Nothing is returned on purpose: newer Chromium answers a promise, which React would take for a way to clean up.
    scroller.current?.scrollTo({ top: 0 })
  }, [scroller, answer])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height have to be measured anew.
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  return { items: useSlots(virtual.getVirtualItems()), height: virtual.getTotalSize() }
}

/** Slots are only a matter of which elements are used again, so they may be kept beside React's own state. */
function useSlots(items: readonly VirtualItem[]) {
  const slots = useRef<Slots>(new Map())
  slots.current = assignSlots(
    slots.current,
    items.map(({ index }) => index),
  )
  return items.map(({ index, start }) => ({ index, start, slot: slots.current.get(index) ?? index }))
}

const withRow = (indexes: number[], row: number): number[] =>
  row < 0 || indexes.includes(row) ? indexes : [...indexes, row].sort((a, b) => a - b)
