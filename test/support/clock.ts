type Timer = { readonly at: number; readonly resolve: () => void }

/** A clock that only moves when told. Its waits are monotonic: setting the time back does not make them longer. */
export class HandClock {
  #now: number
  #passed = 0
  #timers: readonly Timer[] = []

  constructor(now = Date.UTC(2026, 10, 21, 9, 0, 0)) {
    this.#now = now
  }

  readonly now = (): number => this.#now

  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const timer = { at: this.#passed + ms, resolve }
      this.#timers = [...this.#timers, timer]
      signal?.addEventListener('abort', () => {
        this.#timers = this.#timers.filter((other) => other !== timer)
        reject(signal.reason)
      })
    })

  /** Somebody sets the computer's time; no time passes. */
  set(now: number): void {
    this.#now = now
  }

  /** Time passes: what falls due happens in its order, with all that follows from it. */
  async forward(ms: number): Promise<void> {
    const end = this.#passed + ms
    await settle()
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#pass(next.at - this.#passed)
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.resolve()
      await settle()
    }
    this.#pass(end - this.#passed)
    await settle()
  }

  get waiting(): number {
    return this.#timers.length
  }

  #next(end: number): Timer | undefined {
    return this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
  }

  #pass(ms: number): void {
    this.#now += ms
    this.#passed += ms
  }
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
