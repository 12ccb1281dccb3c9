import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'
import { cx } from '../cx.ts'
import type { GridColumn } from './columns.ts'
import styles from './data-grid.module.css'
import { roles } from './roles.ts'

export type GridSort = { readonly id: string; readonly direction: 'ascending' | 'descending' }

/** How many rows are selected, as the box above them shows it. */
export type SelectedShare = 'none' | 'some' | 'all'

type GridHeaderProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly sort: GridSort | null
  /** Null: rows cannot be selected, so there is no box. */
  readonly selected: SelectedShare | null
  readonly active: number | null
}

const heardByGrid = (): void => undefined

function Header<Row>({ columns, sort, selected, active }: GridHeaderProps<Row>) {
  return (
    <tr {...roles.row} aria-rowindex={1} className={cx(styles.row, styles.header)}>
      {selected !== null && <TickAll selected={selected} isActive={active === 0} />}
      {columns.map((column, at) => (
        <Heading
          key={column.id}
          {...{ column, sort }}
          at={at + 1}
          colIndex={selected === null ? at + 1 : at + 2}
          isActive={active === at + 1}
        />
      ))}
    </tr>
  )
}

export const GridHeader = memo(Header)

type HeadingProps<Row> = {
  readonly column: GridColumn<Row>
  readonly sort: GridSort | null
  readonly at: number
  readonly colIndex: number
  readonly isActive: boolean
}

function Heading<Row>({ column, sort, at, colIndex, isActive }: HeadingProps<Row>) {
  const place = { 'data-row': -1, 'data-column': at, tabIndex: isActive ? 0 : -1 }
  const name = <span className={styles.sortName}>{column.name}</span>
  const className = cx(styles.heading, column.align === 'end' && styles.end)
  if (sort === null || column.canSort === false) {
    return (
      <th {...roles.columnHeader} {...place} aria-colindex={colIndex} className={cx(className, styles.unsorted)}>
        {name}
      </th>
    )
  }
  const direction = sort.id === column.id ? sort.direction : null
  return (
    <th {...roles.columnHeader} aria-colindex={colIndex} aria-sort={direction ?? 'none'} className={className}>
      <button type="button" {...place} data-sort={column.id} className={styles.sort}>
        {name}
        {direction && <Arrow direction={direction} />}
      </button>
    </th>
  )
}

function TickAll({ selected, isActive }: { readonly selected: SelectedShare; readonly isActive: boolean }) {
  return (
    <th {...roles.columnHeader} aria-colindex={1} className={styles.tick}>
      <input
        type="checkbox"
        aria-label="Select all that match"
        ref={(box) => {
          if (box) box.indeterminate = selected === 'some'
        }}
        checked={selected === 'all'}
        onChange={heardByGrid}
        data-row={-1}
        data-column={0}
        tabIndex={isActive ? 0 : -1}
        className={styles.box}
      />
    </th>
  )
}

function Arrow({ direction }: Pick<GridSort, 'direction'>) {
  return direction === 'ascending' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />
}
