/** Epoch milliseconds, moved by hand where a test needs another day. */
export type DemoClock = {
  now(): number
  set(epochMs: number): void
  advance(ms: number): void
}

/** With a start the clock stands still until it is moved; without one it follows the machine's time. */
export function createClock(start?: number): DemoClock {
  let base = start
  let offset = 0
  const now = () => (base ?? Date.now()) + offset
  return {
    now,
    set: (epochMs) => {
      base = epochMs
      offset = 0
    },
    advance: (ms) => {
      offset += ms
    },
  }
}
