import { memo, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Hidden } from '../hidden.tsx'
import { Skeleton } from '../skeleton.tsx'
import type { GridColumn } from './columns.ts'
import styles from './data-grid.module.css'
import { roles } from './roles.ts'

export type GridRowProps<Row> = {
  readonly index: number
  /** Undefined: still being read. */
  readonly row: Row | undefined
  /** Pixels from the top of the list. */
  readonly top: number
  readonly columns: readonly GridColumn<Row>[]
  /** The column that the keyboard is in, when it is in this row. */
  readonly active: number | null
  readonly isSelected: boolean
  readonly isOpen: boolean
  readonly hasTicks: boolean
  /** What a screen reader calls the row's checkbox. */
  selectLabel?(row: Row): string
}

/** The grid listens for clicks at its own element; React only wants to hear that a box may change. */
const heardByGrid = (): void => undefined

function Row<Item>(props: GridRowProps<Item>) {
  const { index, row, top, columns, active, isSelected, isOpen, hasTicks } = props
  return (
    <tr
      {...roles.row}
      aria-rowindex={index + 2}
      aria-selected={hasTicks ? isSelected : undefined}
      aria-busy={row === undefined || undefined}
      tabIndex={-1}
      className={cx(styles.row, isSelected && styles.selected, isOpen && styles.open)}
      style={{ transform: `translateY(${top}px)` }}
    >
      {hasTicks && <Tick {...props} />}
      {row === undefined && active === null ? (
        <Places columns={columns} hasTicks={hasTicks} />
      ) : (
        <Cells {...{ index, row, columns, active, hasTicks }} />
      )}
    </tr>
  )
}

function Tick<Item>({ index, row, active, isSelected, selectLabel }: GridRowProps<Item>) {
  return (
    <td {...roles.cell} aria-colindex={1} data-row={index} data-column={0} className={styles.tick}>
      <input
        type="checkbox"
        aria-label={row === undefined ? 'Select; still being read' : (selectLabel?.(row) ?? 'Select')}
        checked={isSelected}
        onChange={heardByGrid}
        disabled={row === undefined}
        data-row={index}
        data-column={0}
        tabIndex={active === 0 ? 0 : -1}
        className={styles.box}
      />
    </td>
  )
}

/**
 * A row that is still being read, as one cell: a fast scroll draws hundreds of them, and none is looked at for long. The
 * row that the keyboard is in keeps its cells, so that the focus has a place to be.
 */
function Places<Item>({ columns, hasTicks }: Pick<GridRowProps<Item>, 'columns' | 'hasTicks'>) {
  return (
    <td
      {...roles.cell}
      aria-colindex={hasTicks ? 2 : 1}
      aria-colspan={columns.length}
      colSpan={columns.length}
      className={cx(styles.places, hasTicks && styles.afterTick)}
    >
      {columns.map(({ id, skeleton, align }) => (
        <span key={id} className={cx(styles.place, align === 'end' && styles.placeEnd)} style={{ width: skeleton }} />
      ))}
    </td>
  )
}

type CellsProps<Item> = Pick<GridRowProps<Item>, 'index' | 'row' | 'columns' | 'active' | 'hasTicks'>

function Cells<Item>({ index, row, columns, active, hasTicks }: CellsProps<Item>) {
  return columns.map((column, at) => (
    <GridCell key={column.id} {...{ column, hasTicks }} row={index} at={at + 1} isActive={active === at + 1}>
      {row === undefined ? <Awaited column={column} /> : column.cell(row)}
    </GridCell>
  ))
}

function Awaited<Item>({ column }: { readonly column: GridColumn<Item> }) {
  return (
    <>
      <Skeleton width={column.skeleton} />
      {column.isRowHeader && <Hidden>Still being read</Hidden>}
    </>
  )
}

type GridCellProps<Item> = {
  readonly column: GridColumn<Item>
  readonly hasTicks: boolean
  readonly row: number
  readonly at: number
  readonly isActive: boolean
  readonly children: ReactNode
}

function GridCell<Item>({ column, hasTicks, row, at, isActive, children }: GridCellProps<Item>) {
  const Cell = column.isRowHeader ? 'th' : 'td'
  return (
    <Cell
      {...(column.isRowHeader ? roles.rowHeader : roles.cell)}
      aria-colindex={hasTicks ? at + 1 : at}
      data-row={row}
      data-column={at}
      tabIndex={isActive ? 0 : -1}
      className={cx(styles.cell, column.align === 'end' && styles.end)}
    >
      {children}
    </Cell>
  )
}

/** A row is only drawn again when one of its own props changed. */
export const GridRow = memo(Row)
