import type { Provider } from '../../../electron/core/ports.ts'
import { type Failure, FailureError } from '../../../shared/failure.ts'
import type { ApiId } from '../../../shared/model/account.ts'
import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'

/** What becomes of one write: done; done or not without an answer; taken but not done; or a failure before anything happened. */
export type Fate = 'done' | 'lostAfter' | 'lostBefore' | 'ignored' | Failure

const unsure: Failure = { kind: 'unsure', accountId: 'a1' }

/** A carrier whose books lie open, for what core decides about leases, kept settings and keywords. */
export class OpenCarrier {
  readonly numbers = new Map<string, { number: OwnedNumber; routing: NumberRouting | null }>()
  readonly keywords = new Map<string, OwnedKeyword>()
  /** What happened here, in order: `look +1…`, `write +1… off`. */
  readonly asked: string[] = []
  /** The fates of the writes to come; without one they are done. */
  fates: Fate[] = []
  /** The failures of the looks to come; null: that look works. */
  blind: (Failure | null)[] = []
  /** Looks that still show what was before a write. */
  lag = 0
  restored: unknown[] = []
  restoring: () => readonly string[] = () => []
  free = new Set<string>()
  /** What the questions about words fail with, one after another; null: that one is answered. */
  mute: (Failure | null)[] = []
  /** Hears what is asked before it is answered. */
  onAsked: (line: string) => void = () => undefined
  #stale: (() => void) | null = null

  #hear(line: string): void {
    this.asked.push(line)
    this.onAsked(line)
  }

  provider(api: ApiId): Provider {
    const callfire = api === 'callfire-v2'
    const nothing = async function* () {}
    return {
      api,
      facets: [],
      check: async () => ({ checks: [], usable: true, hint: null }),
      numbers: { pull: nothing, read: async (number) => this.#look(number, this.numbers.get(number) ?? null) },
      settings: {
        restore: async (number, settings) => {
          this.#hear(`restore ${number}`)
          this.restored.push(settings)
          return this.restoring()
        },
      },
      ...(callfire ? { leases: { setAutoRenew: async ({ thing }, on) => this.#write(thing, on) } } : {}),
      ...(callfire ? { keywords: this.#keywords() } : {}),
    }
  }

  #keywords(): NonNullable<Provider['keywords']> {
    return {
      pull: async function* () {},
      read: async (keyword) => this.#look(keyword, this.keywords.get(keyword) ?? null),
      available: async (words) => {
        this.#hear(`available ${words.join(' ')}`)
        const failure = this.mute.shift() ?? null
        if (failure) throw new FailureError(failure)
        return words.filter((word) => this.free.has(word))
      },
    }
  }

  #look<T>(thing: string, shown: T): T {
    this.#hear(`look ${thing}`)
    const failure = this.blind.shift() ?? null
    if (failure) throw new FailureError(failure)
    if (this.#stale && this.lag-- <= 0) {
      this.#stale()
      this.#stale = null
      return (this.numbers.get(thing) ?? this.keywords.get(thing) ?? null) as T
    }
    return shown
  }

  #write(thing: string, on: boolean): void {
    this.#hear(`write ${thing} ${on ? 'on' : 'off'}`)
    const fate = this.fates.shift() ?? 'done'
    if (typeof fate === 'object') throw new FailureError(fate)
    if (fate === 'done' || fate === 'lostAfter') {
      const change = () => this.#set(thing, on)
      if (this.lag > 0) this.#stale = change
      else change()
    }
    if (fate === 'lostAfter' || fate === 'lostBefore') throw new FailureError(unsure)
  }

  #set(thing: string, autoRenew: boolean): void {
    const owned = this.numbers.get(thing)
    const keyword = this.keywords.get(thing)
    const lease = owned?.number.lease ?? keyword?.lease ?? { begin: null, end: null, autoRenew: null }
    if (owned) this.numbers.set(thing, { ...owned, number: { ...owned.number, lease: { ...lease, autoRenew } } })
    if (keyword) this.keywords.set(thing, { ...keyword, lease: { ...lease, autoRenew } })
  }
}
