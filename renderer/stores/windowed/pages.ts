/** Rows are asked for in pages of this many; one page is more than a screen shows. */
export const pageSize = 100

/** Pages that are kept: enough to scroll back without asking, few enough that memory does not grow with the list. */
export const pagesKept = 12

export type Pages<Row> = ReadonlyMap<number, readonly Row[]>

/** Row indexes, the end left out. */
export type Range = { readonly start: number; readonly end: number }

export const pageOf = (index: number): number => Math.floor(index / pageSize)

export const rowAt = <Row>(pages: Pages<Row>, index: number): Row | undefined =>
  pages.get(pageOf(index))?.[index % pageSize]

/** The pages that a range touches, in order. Without a row, or before any answer, the first page: it tells the total. */
export function pagesOf(range: Range, total: number | null): readonly number[] {
  if (!total) return [0]
  const end = Math.min(range.end, total)
  const first = pageOf(Math.max(0, Math.min(range.start, end - 1)))
  return Array.from({ length: pageOf(end - 1) - first + 1 }, (_, step) => first + step)
}

/** Puts a page in and lets go of those that lie farthest from it. */
export function withPage<Row>(pages: Pages<Row>, page: number, rows: readonly Row[]): Pages<Row> {
  const near = [...pages.keys(), page].sort((a, b) => Math.abs(a - page) - Math.abs(b - page))
  const kept = new Set([...new Set(near)].slice(0, pagesKept))
  return new Map([...pages, [page, rows] as const].filter(([key]) => kept.has(key)))
}

/** Rows beyond a total that has shrunk are no longer there. */
export function withoutBeyond<Row>(pages: Pages<Row>, total: number): Pages<Row> {
  return new Map([...pages].filter(([page]) => page * pageSize < total))
}

/** Every row of a range that is at hand, and whether that is all of them. */
export function rowsIn<Row>(
  pages: Pages<Row>,
  range: Range,
): { readonly rows: readonly Row[]; readonly whole: boolean } {
  const found = Array.from({ length: Math.max(0, range.end - range.start) }, (_, step) =>
    rowAt(pages, range.start + step),
  )
  const rows = found.filter((row) => row !== undefined)
  return { rows, whole: rows.length === found.length }
}
