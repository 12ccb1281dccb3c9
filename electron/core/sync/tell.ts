import type { AccountId } from '../../../shared/model/account.ts'
import type { SyncPart } from '../../../shared/model/sync.ts'
import type { Push } from '../pushes.ts'
import type { Meter } from './meter.ts'
import type { Tell } from './reading.ts'
import type { SyncStates } from './states.ts'

/** Odd rows that are shown; all of them are counted. */
const oddShown = 20
const shownInNumbers: ReadonlySet<SyncPart> = new Set(['routes', 'numbers', 'leaseConfigs', 'numberDetails'])

/** What a run comes to; filled while it reads, told as a whole only when it has read everything. */
export class Tally {
  /** Null: this run did not read the list of numbers, because an interrupted one had. */
  found: number | null = null
  gone = 0
}

type Teller = {
  readonly accountId: AccountId
  readonly states: SyncStates
  readonly meter: Meter
  readonly tally: Tally
  readonly push: Push
  readonly now: () => number
  /** A cancelled run has nothing more to say. */
  readonly signal: AbortSignal
}

export function createTell({ accountId, states, meter, tally, push, now, signal }: Teller): Tell {
  const show = () => {
    if (!signal.aborted) states.set(accountId, { progress: meter.progress() })
  }
  return {
    begun: (part, total) => {
      meter.begin(part, total, now())
      show()
    },
    total: (part, total) => meter.expect(part, total),
    rows: (part, rows) => {
      meter.add(part, rows, now())
      if (shownInNumbers.has(part)) push('numbers')
      show()
    },
    odd: (rows) => {
      if (rows.length === 0) return
      const { odd, oddCount } = states.get(accountId)
      states.set(accountId, { odd: [...odd, ...rows].slice(0, oddShown), oddCount: oddCount + rows.length })
    },
    found: (numbers) => {
      tally.found = numbers
    },
    gone: (part, rows) => {
      if (part === 'numbers') tally.gone += rows
      if (rows > 0) push('numbers')
    },
  }
}
