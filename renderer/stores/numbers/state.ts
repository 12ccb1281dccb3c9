import type { Result } from '../../../shared/failure.ts'
import type { NumberCounts, NumberFilter, NumberKey, NumberRow, NumberSort } from '../../../shared/model/number.ts'
import type { ScreenStore } from '../store.ts'
import type { Windowed } from '../windowed/asking.ts'
import type { Range } from '../windowed/pages.ts'
import type { FilterPart } from './filter.ts'
import type { Selection } from './selection.ts'

export type Direction = 'ascending' | 'descending'

export type NumbersState = Windowed<NumberRow> & {
  /** The search as typed; `filter.search` follows when typing pauses. */
  readonly typed: string
  readonly filter: NumberFilter
  readonly sort: NumberSort
  readonly direction: Direction

  /** Counts of what the filter lets through, and of everything owned in the accounts that are shown. */
  readonly counts: NumberCounts | null
  readonly overall: NumberCounts | null

  readonly selection: Selection
  /** Where an extension with Shift starts, and what was selected before it. */
  readonly anchor: { readonly index: number; readonly before: Selection } | null

  /** The rows on the screen: what lies around them is asked for. */
  readonly show: (range: Range) => void
  readonly reload: () => void
  readonly search: (text: string) => void
  readonly setFilter: (filter: NumberFilter) => void
  readonly toggleFilter: (part: FilterPart) => void
  readonly clearFilter: () => void
  readonly sortBy: (sort: NumberSort) => void

  readonly toggleRow: (index: number) => void
  /** Selects everything from the anchor to this row, asking for rows that are not at hand. */
  readonly extendTo: (index: number) => Promise<void>
  readonly selectAll: () => void
  readonly selectNone: () => void
  /** Which numbers are selected, and in which accounts. */
  readonly selectedKeys: () => Promise<Result<readonly NumberKey[]>>
  /** The selected numbers as a person writes them. */
  readonly selectedNumbers: () => Promise<Result<readonly string[]>>
}

export type NumbersStore = ScreenStore<NumbersState>

/** What the parts of the store share: reading and setting its state. */
export type Inside = {
  readonly get: () => NumbersState
  readonly set: (part: Partial<NumbersState>) => void
}

/** Asks for rows as they are wanted now; a failure leaves the state alone. */
export type AskRows = (range: Range) => Promise<Result<readonly NumberRow[]>>
