import type { Ports } from '../core/ports.ts'

/** How hard one account may be asked. With answers of 50 ms, six at a time come to just this many a second. */
export const defaultPacing = { concurrency: 6, requestsPerSecond: 120 } as const
export type Pacing = { readonly concurrency: number; readonly requestsPerSecond: number }

/** A wait up to this long is sat out; a longer one fails as busy, so that a person sees it. */
export const longestWaitMs = 60_000
/** No answer, however odd, silences an account for longer than this. */
const longestHoldMs = 15 * 60_000
const shortestHoldMs = 200

export type Clock = Pick<Ports, 'now' | 'wait'>

/** The real clock's `wait`, where no other is given. */
export function waitFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** Pause before repeating a read: doubles, ends at ten seconds, and is spread so that many clients do not return at once. */
export function backoffMs(attempt: number, random: () => number, baseMs = 300): number {
  return Math.round(Math.min(baseMs * 2 ** (attempt - 1), 10_000) * (0.5 + random() / 2))
}

/** What `Retry-After` asks for, in ms: seconds or an HTTP date; null when it is neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

export type Hold = { readonly until: number; readonly askedMs: number }

export const toHold = (askedMs: number, now: number): Hold => {
  const bounded = Math.min(Math.max(askedMs, shortestHoldMs), longestHoldMs)
  return { until: now + bounded, askedMs: bounded }
}

/** Never more than was asked, so that a clock set back does not turn a minute into a year. */
export const leftOfHold = (hold: Hold, now: number): number => Math.min(Math.max(hold.until - now, 0), hold.askedMs)

/** Lets at most `perSecond` callers through in any second. */
export function createGate(perSecond: number, { now, wait }: Clock): (signal: AbortSignal) => Promise<void> {
  let starts: readonly number[] = []
  return async (signal) => {
    for (;;) {
      const at = now()
      starts = starts.filter((start) => start <= at && start > at - 1000)
      const oldest = starts[0]
      if (oldest === undefined || starts.length < perSecond) break
      await wait(oldest + 1000 - at, signal)
    }
    starts = [...starts, now()]
  }
}
