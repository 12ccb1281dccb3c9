/** Time that moves only by waiting; each wait is noted, and takes one turn of the event loop. */
export function createTestClock(start = Date.UTC(2026, 10, 21, 12)) {
  let at = start
  const waits: number[] = []
  return {
    waits,
    now: () => at,
    set: (epochMs: number) => {
      at = epochMs
    },
    wait: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted()
      waits.push(ms)
      const until = at + ms
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
      at = Math.max(at, until)
    },
  }
}
