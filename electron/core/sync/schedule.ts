import type { Ports } from '../ports.ts'

type Plan = {
  readonly wait: Ports['wait']
  readonly everyMinutes: () => number
  readonly startAll: () => void
  readonly startStale: () => void
}

/** A network that comes back tends to come and go a few times; the shell has waited for it after sleep already. */
const settleMs = 1_000

/** Syncs from time to time. It waits and never compares dates, so a clock that is set back stops nothing. */
export class Schedule {
  readonly #plan: Plan
  #round = new AbortController()
  #waking: AbortController | null = null
  #started = false

  constructor(plan: Plan) {
    this.#plan = plan
  }

  start(): void {
    if (this.#started) return
    this.#started = true
    this.#plan.startAll()
    void this.#rounds(this.#round.signal)
  }

  /** The time between two rounds was changed: the new one counts from now. */
  restart(): void {
    if (!this.#started) return
    this.#round.abort()
    this.#round = new AbortController()
    void this.#rounds(this.#round.signal)
  }

  wake(): void {
    if (!this.#started) return
    this.#waking?.abort()
    this.#waking = new AbortController()
    void this.#afterWake(settleMs, this.#waking.signal)
  }

  stop(): void {
    this.#started = false
    this.#round.abort()
    this.#waking?.abort()
  }

  async #rounds(signal: AbortSignal): Promise<void> {
    for (;;) {
      const minutes = this.#plan.everyMinutes()
      if (minutes === 0 || !(await this.#rest(minutes * 60_000, signal))) return
      this.#plan.startAll()
    }
  }

  async #afterWake(ms: number, signal: AbortSignal): Promise<void> {
    if (await this.#rest(ms, signal)) this.#plan.startStale()
  }

  /** False: called off. */
  async #rest(ms: number, signal: AbortSignal): Promise<boolean> {
    try {
      await this.#plan.wait(ms, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    }
    return !signal.aborted
  }
}
