import { type RefObject, useEffect, useRef } from 'react'

/** Brings the element that a person came for into view, and the focus to it. */
export function useShown(isWanted: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isWanted) return
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: 'nearest' })
  }, [isWanted])
  return element
}
