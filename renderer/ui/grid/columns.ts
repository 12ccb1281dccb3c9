import type { ReactNode } from 'react'

export type GridColumn<Row> = {
  readonly id: string
  readonly name: string
  /** Least width in pixels; `grow` shares out what is left over. */
  readonly width: number
  readonly grow?: number
  readonly align?: 'end'
  /** False: the list cannot be put into the order of this column. */
  readonly canSort?: boolean
  /** The cell that names its row. */
  readonly isRowHeader?: boolean
  // A method, so that a column of rows of one kind passes where the kind does not matter.
  cell(row: Row): ReactNode
  /** How wide the text of a row that is still being read may look. */
  readonly skeleton: string
}

/** The column of checkboxes that a grid whose rows can be selected begins with. */
export const tickWidth = 40

type Sized = { readonly id: string; readonly width: number }

/**
 * The columns that fit into a width. `giving` lists those that may be left out, the first to go first; a column that it
 * does not name always stays.
 */
export function fitting<Column extends Sized>(
  columns: readonly Column[],
  giving: readonly string[],
  width: number,
): readonly Column[] {
  let shown = columns
  for (const id of giving) {
    if (widthOf(shown) <= width) return shown
    shown = shown.filter((column) => column.id !== id)
  }
  return shown
}

export const widthOf = (columns: readonly Sized[], hasTicks = true): number =>
  columns.reduce((sum, column) => sum + column.width, hasTicks ? tickWidth : 0)

/** The same lines for the header and every row. */
export const templateOf = (
  columns: readonly { readonly width: number; readonly grow?: number }[],
  hasTicks = true,
): string =>
  [
    ...(hasTicks ? [`${tickWidth}px`] : []),
    ...columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)),
  ].join(' ')
