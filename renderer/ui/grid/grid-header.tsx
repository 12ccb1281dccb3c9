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
  readonly sort: GridSort
  readonly selected: SelectedShare
  readonly active: number | null
}

const heardByGrid = (): void => undefined

function Header<Row>({ columns, sort, selected, active }: GridHeaderProps<Row>) {
  return (
    <tr {...roles.row} aria-rowindex={1} className={cx(styles.row, styles.header)}>
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
          tabIndex={active === 0 ? 0 : -1}
          className={styles.box}
        />
      </th>
      {columns.map((column, at) => (
        <th
          key={column.id}
          {...roles.columnHeader}
          aria-colindex={at + 2}
          aria-sort={sort.id === column.id ? sort.direction : 'none'}
          className={cx(styles.heading, column.align === 'end' && styles.end)}
        >
          <button
            type="button"
            data-row={-1}
            data-column={at + 1}
            data-sort={column.id}
            tabIndex={active === at + 1 ? 0 : -1}
            className={styles.sort}
          >
            <span className={styles.sortName}>{column.name}</span>
            {sort.id === column.id && <Arrow direction={sort.direction} />}
          </button>
        </th>
      ))}
    </tr>
  )
}

export const GridHeader = memo(Header)

function Arrow({ direction }: Pick<GridSort, 'direction'>) {
  return direction === 'ascending' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />
}
