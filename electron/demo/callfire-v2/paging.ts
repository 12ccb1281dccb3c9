import { Problem } from './problem.ts'
import type { Query } from './query.ts'

export type Paging = { readonly limit: number; readonly offset: number }

/** The documents name no maximum; the older API stopped at a thousand, and so does this one, by clamping. */
const LARGEST_PAGE = 1000

export function readLimit(query: Query, usual = 100): number {
  const limit = query.whole('limit') ?? usual
  if (limit < 1) throw new Problem(400, 'limit should be greater than 0')
  return Math.min(limit, LARGEST_PAGE)
}

export function readPaging(query: Query, usual = 100): Paging {
  const offset = query.whole('offset') ?? 0
  if (offset < 0) throw new Problem(400, 'offset should not be negative')
  return { limit: readLimit(query, usual), offset }
}

export type Page<Item> = {
  readonly items: readonly Item[]
  readonly limit?: number
  readonly offset?: number
  /** -1: not known. */
  readonly totalCount: number
}

/** Cuts a page out of positions and makes only the rows that are on it. */
export const toPage = <Position, Item>(
  positions: readonly Position[],
  { limit, offset }: Paging,
  toItem: (position: Position) => Item,
): Page<Item> & Paging => ({
  items: positions.slice(offset, offset + limit).map(toItem),
  limit,
  offset,
  totalCount: positions.length,
})
