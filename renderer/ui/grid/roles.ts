/**
 * A table that is laid out as a CSS grid loses the roles of its elements in the accessibility tree; spread onto the
 * elements, these give them back, as the ARIA grid pattern names them.
 */
export const roles = {
  grid: { role: 'grid' },
  tickGrid: { role: 'grid', 'aria-multiselectable': true },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader', scope: 'col' },
  rowHeader: { role: 'rowheader', scope: 'row' },
  cell: { role: 'gridcell' },
} as const
