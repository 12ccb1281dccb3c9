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

/** Another clock's time, which stands still while one request is worked off: all that it does happens at one instant. */
export type DeskClock = DemoClock & { during<Result>(epochMs: number, run: () => Result): Result }

export function createDeskClock(clock: DemoClock): DeskClock {
  let held: number | null = null
  return {
    now: () => held ?? clock.now(),
    set: clock.set,
    advance: clock.advance,
    during: (epochMs, run) => {
      const before = held
      held = epochMs
      try {
        return run()
      } finally {
        held = before
      }
    },
  }
}
