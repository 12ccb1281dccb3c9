import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import { type Cell, type GridSize, moved } from './keys.ts'
import { cellOf, type GridCursor } from './use-grid-cursor.ts'

/** What a person can do to rows; indexes count from the first row. */
export type GridActions = {
  readonly sortBy: (column: string) => void
  readonly toggle: (row: number) => void
  readonly extendTo: (row: number) => void
  readonly selectAll: () => void
  readonly selectNone: () => void
  readonly open: (row: number) => void
  /** What Enter does where it is not the same as a click on the row. */
  readonly enter?: (row: number) => void
  readonly copy: (row: number) => void
  readonly escape: () => void
}

/** For lists whose rows cannot be selected. */
export const noSelecting: Pick<GridActions, 'toggle' | 'extendTo' | 'selectAll' | 'selectNone'> = {
  toggle: () => undefined,
  extendTo: () => undefined,
  selectAll: () => undefined,
  selectNone: () => undefined,
}

type Around = {
  readonly actions: GridActions
  readonly cursor: GridCursor
  readonly size: GridSize
  readonly isAllSelected: boolean
}

/** All keys and clicks of the grid are heard at its own element: rows carry no listeners, so they are cheap to draw. */
export function gridEvents(around: Around) {
  return {
    onFocus: (event: FocusEvent) => {
      const cell = cellOf(event.target)
      if (cell) around.cursor.note(cell)
    },
    onClick: (event: MouseEvent) => onClick(event, around),
    onKeyDown: (event: KeyboardEvent) => {
      const cell = cellOf(event.target)
      if (cell && (onMove(event, cell, around) || onCommand(event, cell, around))) event.preventDefault()
    },
  }
}

function onClick(event: MouseEvent, around: Around): void {
  const cell = cellOf(event.target)
  if (!cell || !(event.target instanceof Element)) return
  if (cell.row < 0) onHeaderClick(event.target, around)
  else onRowClick(event, cell, around.actions)
}

function onHeaderClick(target: Element, { actions, isAllSelected }: Around): void {
  const sort = target.closest<HTMLElement>('[data-sort]')?.dataset.sort
  if (sort) actions.sortBy(sort)
  else if (isAllSelected) actions.selectNone()
  else actions.selectAll()
}

/** A click that ends the marking of text is not meant for the row. */
function onRowClick(event: MouseEvent, { row, column }: Cell, actions: GridActions): void {
  if (event.target instanceof Element && event.target.closest('[data-copy]')) actions.copy(row)
  else if (event.shiftKey) actions.extendTo(row)
  else if (column === 0 || event.ctrlKey || event.metaKey) actions.toggle(row)
  else if (window.getSelection()?.isCollapsed ?? true) actions.open(row)
}

function onMove(event: KeyboardEvent, cell: Cell, { actions, cursor, size }: Around): boolean {
  const ctrl = event.ctrlKey || event.metaKey
  const next = event.altKey ? null : moved(cell, { key: event.key, ctrl }, size)
  if (!next) return false
  cursor.go(next)
  if (event.shiftKey && next.row >= 0 && cell.row >= 0 && next.row !== cell.row) actions.extendTo(next.row)
  return true
}

/** True when the key did something. A checkbox and a sort button answer Space and Enter by themselves. */
function onCommand(event: KeyboardEvent, { row }: Cell, { actions }: Around): boolean {
  const isOwn = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement
  if (event.ctrlKey || event.metaKey) return onControl(event, row, actions)
  if (event.key === 'Escape') return did(actions.escape)
  if (row < 0) return false
  if (event.key === ' ' && !isOwn) return did(() => actions.toggle(row))
  if (event.key === 'Enter') return did(() => (actions.enter ?? actions.open)(row))
  return false
}

function onControl(event: KeyboardEvent, row: number, actions: GridActions): boolean {
  if (event.key === 'a') return did(actions.selectAll)
  const isText = !(window.getSelection()?.isCollapsed ?? true)
  return event.key === 'c' && row >= 0 && !isText ? did(() => actions.copy(row)) : false
}

const did = (action: () => void): boolean => {
  action()
  return true
}
