/** A cell of the grid: row -1 is the header, column 0 the checkboxes. */
export type Cell = { readonly row: number; readonly column: number }

export type GridSize = {
  readonly rows: number
  /** With the checkboxes, which are column 0 also where there are none. */
  readonly columns: number
  readonly hasTicks: boolean
  /** Rows that a page key moves by. */
  readonly page: number
}

type Press = { readonly key: string; readonly ctrl: boolean }

/** Where a key leads from a cell, kept inside the grid; null when the key does not move. */
export function moved({ row, column }: Cell, { key, ctrl }: Press, size: GridSize): Cell | null {
  switch (key) {
    case 'ArrowUp':
      return within({ row: ctrl ? 0 : row - 1, column }, size)
    case 'ArrowDown':
      return within({ row: ctrl ? size.rows - 1 : row + 1, column }, size)
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size)
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size)
    case 'Home':
      return within({ row: ctrl ? 0 : row, column: 0 }, size)
    case 'End':
      return within({ row: ctrl ? size.rows - 1 : row, column: size.columns - 1 }, size)
    case 'PageUp':
      return within({ row: Math.max(0, row - size.page), column }, size)
    case 'PageDown':
      return within({ row: row + size.page, column }, size)
    default:
      return null
  }
}

/** The nearest cell that exists; a grid without rows still has its header. */
export const within = ({ row, column }: Cell, { rows, columns, hasTicks }: GridSize): Cell => ({
  row: Math.max(-1, Math.min(rows - 1, row)),
  column: Math.max(hasTicks ? 0 : 1, Math.min(columns - 1, column)),
})
