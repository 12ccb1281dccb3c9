import type { PracticeFault } from '../../../shared/model/account.ts'
import type { Fault, Refusal } from './faults.ts'
import type { DemoRequest } from './message.ts'

export type Practice = {
  /** Null: the next one goes well. A new wish takes the place of the one before. */
  set(fault: PracticeFault | null): void
  /** What is still to come; null: nothing. */
  readonly armed: PracticeFault | null
  /** What this request has to suffer; the first one that spends or gives up uses the wish up. */
  take(request: DemoRequest): readonly Fault[]
}

/** Long enough to see the app wait, short enough that it does wait. */
const slowMs = 8_000

function toFault(fault: PracticeFault, refusal: Refusal): Fault {
  switch (fault) {
    case 'lostAnswer':
      return { kind: 'reset', when: 'after' }
    case 'refused':
      return { kind: 'refused', refusal }
    case 'slow':
      return { kind: 'latency', ms: slowMs }
    default:
      return fault satisfies never
  }
}

/** `refusalOf` gives what the carrier would say to a request that spends or gives up, and null for all others. */
export function createPractice(refusalOf: (request: DemoRequest) => Refusal | null): Practice {
  let armed: PracticeFault | null = null
  return {
    set: (fault) => {
      armed = fault
    },
    get armed() {
      return armed
    },
    take: (request) => {
      const refusal = armed === null ? null : refusalOf(request)
      if (armed === null || refusal === null) return []
      const fault = toFault(armed, refusal)
      armed = null
      return [fault]
    },
  }
}
