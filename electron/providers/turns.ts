import { backoffMs, type Clock, createGate, type Hold, leftOfHold, toHold } from './pacing.ts'

/** When an account may send its next request: requests a second, and the waits that its provider asks for. */
export type Turns = {
  /** Passes when the account may send. Throws `HeldError` when that is further off than `patienceMs`. */
  readonly turn: (asked: Asked) => Promise<void>
  /** The provider said "too many": nothing of this account starts for a while. Null: it did not say for how long. */
  readonly hold: (askedMs: number | null) => void
  readonly leftMs: () => number
  readonly wentWell: () => void
}

export type Asked = {
  readonly signal: AbortSignal
  readonly patienceMs: number
  /** Hears until when (epoch ms) the request is held up. */
  readonly tell: (until: number) => void
}

export class HeldError extends Error {
  override readonly name = 'HeldError'
}

export function createTurns(world: Clock & { readonly random: () => number }, perSecond: number): Turns {
  const gate = createGate(perSecond, world)
  let hold: Hold | null = null
  let strikes = 0
  const leftMs = () => (hold === null ? 0 : leftOfHold(hold, world.now()))

  const turn = async ({ signal, patienceMs, tell }: Asked) => {
    let seen: Hold | null = null
    while (hold !== null && hold !== seen) {
      seen = hold
      const left = leftMs()
      if (left > patienceMs) throw new HeldError()
      if (left > 0) {
        tell(seen.until)
        await world.wait(left, signal)
      }
      if (hold === seen) hold = null
    }
    await gate(signal)
  }

  const holdFor = (askedMs: number | null) => {
    if (leftMs() === 0) strikes += 1
    const next = toHold(askedMs ?? backoffMs(strikes, world.random, 1000), world.now())
    if (hold === null || next.until > hold.until) hold = next
  }

  return {
    turn,
    hold: holdFor,
    leftMs,
    wentWell: () => {
      strikes = 0
    },
  }
}

export type Turn = (signal: AbortSignal, patienceMs: number) => Promise<void>

/** Says once that the account waits, and once that nobody of it waits any more. */
export function announced(turns: Turns, onWait: (until: number | null) => void): Turn {
  let waiting = 0
  let told: number | null = null
  const tell = (until: number | null) => {
    if (until !== told) onWait(until)
    told = until
  }
  return async (signal, patienceMs) => {
    waiting += 1
    try {
      await turns.turn({ signal, patienceMs, tell })
    } finally {
      waiting -= 1
      if (waiting === 0) tell(null)
    }
  }
}
