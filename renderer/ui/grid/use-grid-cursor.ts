import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type Cell, type GridSize, within } from './keys.ts'

export type GridCursor = {
  readonly cell: Cell
  /** Moves there and takes the focus along. */
  readonly go: (cell: Cell) => void
  /** Notes where the focus went by itself (a click, a screen reader). */
  readonly note: (cell: Cell) => void
}

/** The first data cell is the number: what a person came for. */
const start: Cell = { row: 0, column: 1 }

/** One cell of the grid can be reached by Tab; the keys move it. */
export function useGridCursor(grid: RefObject<HTMLElement | null>, size: GridSize): GridCursor {
  const [wanted, setWanted] = useState<Cell>(start)
  const isGoing = useRef(false)
  const cell = within(wanted, size)

  useLayoutEffect(() => {
    if (!isGoing.current) return
    isGoing.current = false
    const element = grid.current?.querySelector<HTMLElement>(
      `[tabindex][data-row="${wanted.row}"][data-column="${wanted.column}"]`,
    )
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grid, wanted])

  return {
    cell,
    go: (next) => {
      isGoing.current = true
      setWanted({ ...within(next, size) })
    },
    note: (next) => {
      if (next.row !== wanted.row || next.column !== wanted.column) setWanted(next)
    },
  }
}

/** The cell that an element lies in, as its data attributes say. */
export function cellOf(target: EventTarget): Cell | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  if (!element) return null
  return { row: Number(element.dataset.row), column: Number(element.dataset.column) }
}
