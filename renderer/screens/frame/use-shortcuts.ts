import { useEffect } from 'react'

export type Shortcuts = {
  readonly search: () => void
  /** Counts from 0. */
  readonly section: (index: number) => void
  readonly market: () => void
  readonly sync: (scope: 'shown' | 'everything') => void
  readonly sheet: () => void
}

/** The keys that work wherever the focus is; not in a dialog, and single letters not in a field. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isInDialog(event.target)) return
      if (onFunctionKey(event, shortcuts) || onControl(event, shortcuts) || onSign(event, shortcuts))
        event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('keydown', onAreaKey, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('keydown', onAreaKey, true)
    }
  }, [shortcuts])
}

/** Before anyone else: React Aria answers F6 too, but knows of no area but its own notifications. */
function onAreaKey(event: KeyboardEvent): void {
  if (event.key !== 'F6' || isInDialog(event.target)) return
  event.preventDefault()
  event.stopPropagation()
  focusNextArea(event.shiftKey ? -1 : 1)
}

function onFunctionKey({ key, shiftKey }: KeyboardEvent, { sync }: Shortcuts): boolean {
  if (key === 'F5') sync(shiftKey ? 'everything' : 'shown')
  else return false
  return true
}

function onControl({ key, ctrlKey, metaKey }: KeyboardEvent, { search, section, market }: Shortcuts): boolean {
  if (!ctrlKey && !metaKey) return false
  if (key === 'f') search()
  else if (key === 'n') market()
  else if (/^[1-9]$/.test(key)) section(Number(key) - 1)
  else return false
  return true
}

function onSign({ key, ctrlKey, metaKey, target }: KeyboardEvent, { search, sheet }: Shortcuts): boolean {
  if (ctrlKey || metaKey || isField(target)) return false
  if (key === '/') search()
  else if (key === '?') sheet()
  else return false
  return true
}

/** A notification calls itself a dialog too, but it lies in an area of the window and takes nothing away. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"], [role="alertdialog"]') !== null &&
  target.closest('[data-area]') === null

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable]')

/** The areas of the window in the order of the page, each taken at the first thing in it that can have the focus. */
function focusNextArea(step: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter(
    (area) => area.getClientRects().length > 0,
  )
  const here = areas.findLastIndex((area) => area.contains(document.activeElement))
  const next = areas[(here + step + areas.length) % areas.length]
  const first = next?.querySelector<HTMLElement>(
    '[tabindex="0"], button:not([disabled]), a[href], input:not([disabled])',
  )
  const target = first ?? next
  target?.focus()
}
