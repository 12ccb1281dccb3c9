import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

function startTicking(): ReturnType<typeof setInterval> {
  now = Date.now()
  return setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, 1000)
}

/** One clock for all that listen; it rests while nobody does. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= startTicking()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** A text that grows old by itself: looked at every second, drawn again only when it reads differently. */
export const useTick = (textAt: (now: number) => string): string =>
  useSyncExternalStore(subscribe, () => textAt(timer === undefined ? Date.now() : now))
