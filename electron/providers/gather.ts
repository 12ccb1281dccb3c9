type Settled<T> = { readonly key: number; readonly value: T }

export type Gathering<T> = {
  /** The next piece of work, or null while there is none (yet). Asked again after each result was consumed. */
  readonly next: () => ((signal: AbortSignal) => Promise<T>) | null
  /** Pieces under way at once, results that nobody took yet included: a slow reader slows the requests down. */
  readonly window: number
  readonly signal: AbortSignal
}

/**
 * Runs pieces of work side by side and yields results as they come. The first failure, and a reader that stops early,
 * stop all the rest; nothing is left running behind.
 */
export async function* gather<T>({ next, window, signal }: Gathering<T>): AsyncGenerator<T, void, undefined> {
  const stop = new AbortController()
  const running = new Map<number, Promise<Settled<T>>>()
  const both = AbortSignal.any([signal, stop.signal])
  let started = 0
  try {
    for (;;) {
      while (running.size < window) {
        const work = next()
        if (work === null) break
        const key = started++
        running.set(
          key,
          work(both).then((value) => ({ key, value })),
        )
      }
      if (running.size === 0) return
      const { key, value } = await Promise.race(running.values())
      running.delete(key)
      yield value
    }
  } finally {
    stop.abort()
    await Promise.allSettled(running.values())
  }
}
