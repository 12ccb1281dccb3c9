import type { DemoCarriers } from '../../../electron/demo/carriers.ts'
import type { Fault, FaultControl } from '../../../electron/demo/kit/faults.ts'
import { isSpending } from './line.ts'

/** What the carriers do to the requests of one run. */
export type Fate = {
  /** Suffered by the first request that spends. */
  readonly spend: Fault | null
  /** Suffered by the first looks after it. */
  readonly look: Fault | null
  /** How many looks suffer. */
  readonly looks: number
  /** Called when a request that spends has been received, and whatever it does is done. */
  readonly onSpend: () => void
}

export type Received = { readonly method: string; readonly path: string }

/** Stands at both carriers' doors: counts what spends, and lays the run's faults on it and on what follows. */
export class Doors {
  #fate: Fate | null = null
  #spent = 0
  #looked = 0
  #received: Received[] = []

  constructor({ callfireV2, flowrouteV2 }: DemoCarriers) {
    this.#watch(callfireV2.faults)
    this.#watch(flowrouteV2.faults)
  }

  begin(fate: Fate): void {
    this.#fate = fate
    this.#spent = 0
    this.#looked = 0
    this.#received = []
  }

  /** From now on everything goes well. */
  calm(): void {
    this.#fate = null
  }

  get received(): readonly Received[] {
    return this.#received
  }

  #watch(faults: FaultControl): void {
    const take = faults.take.bind(faults)
    faults.take = (method, target) => [...take(method, target), ...this.#befalling(method, target)]
  }

  #befalling(method: string, path: string): readonly Fault[] {
    if (isSpending(method, path)) {
      this.#received.push({ method, path })
      this.#spent += 1
      const { spend = null, onSpend } = this.#fate ?? {}
      // The carrier takes its faults before it does anything: by the next turn of the loop it is done.
      if (onSpend) setImmediate(onSpend)
      return spend && this.#spent === 1 ? [spend] : []
    }
    if (this.#spent === 0 || !this.#fate?.look || this.#looked >= this.#fate.looks) return []
    this.#looked += 1
    return [this.#fate.look]
  }
}
