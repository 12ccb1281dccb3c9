import { FailureError } from '../../shared/failure.ts'
import type { Ports } from './ports.ts'

export type Outcome<T> = { readonly late: false; readonly value: T } | { readonly late: true }

/** Waits for the work, but not longer than the limit. Late work goes on; its outcome is the caller's to pick up or to leave. */
export async function within<T>(work: Promise<T>, limitMs: number, wait: Ports['wait']): Promise<Outcome<T>> {
  const enough = new AbortController()
  const late: Outcome<T> = { late: true }
  const onLimit = wait(limitMs, enough.signal).then(
    () => late,
    () => late,
  )
  try {
    return await Promise.race([work.then((value): Outcome<T> => ({ late: false, value })), onLimit])
  } finally {
    enough.abort()
  }
}

/** The work's outcome, or `cancelled` as soon as the signal aborts; the work itself may go on, and nobody hears of it. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const onAbort = () => aborted.reject(new FailureError({ kind: 'cancelled', accountId: null }))
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
