import { createStore } from 'zustand/vanilla'
import type { Failure, Result } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Consequences, Ending, LeasedThings, LeaseOutcome, RestorePoint } from '../../shared/model/lease.ts'
import { type Bridge, createTurns, type ScreenStore } from './store.ts'

/** `keep`: auto-renew is turned on again. */
export type LeaseWish = Ending | 'keep'
export type LeaseAsk = LeasedThings & { readonly wish: LeaseWish }

export type LeasesState = {
  /** What the dialog is about; null: it is closed. */
  readonly asked: LeaseAsk | null
  /** What comes after it: a selection may lie in several accounts. */
  readonly next: readonly LeaseAsk[]
  /** What the wish means; null while it is being worked out, and for `keep`. */
  readonly consequences: Consequences | null
  readonly failure: Failure | null
  readonly isBusy: boolean
  /** What became of each; null: nothing was sent yet. */
  readonly outcomes: readonly LeaseOutcome[] | null
  readonly ask: (asks: readonly LeaseAsk[]) => Promise<void>
  readonly choose: (wish: LeaseWish) => Promise<void>
  /** Works the consequences out again. */
  readonly retry: () => Promise<void>
  /** On to the next account, or closes. */
  readonly goOn: () => Promise<void>
  readonly close: () => void
  /** Turns auto-renew off, or on for `keep`; the result stands in `outcomes` or `failure`. */
  readonly send: (typed: string | null) => Promise<void>

  readonly restorePoints: (number: string) => Promise<Result<readonly RestorePoint[]>>
  readonly restore: (accountId: AccountId, pointId: string) => Promise<Result<readonly LeaseOutcome[]>>
}

export type LeasesStore = ScreenStore<LeasesState>

const fresh = { consequences: null, failure: null, isBusy: false, outcomes: null } as const

/** Giving up and keeping: what it would mean, and what became of it. */
export function createLeasesStore(bridge: Bridge): LeasesStore {
  const turn = createTurns()
  return createStore<LeasesState>()((set, get) => {
    const work = async (asked: LeaseAsk | null, next: readonly LeaseAsk[]): Promise<void> => {
      const isCurrent = turn()
      set({ ...fresh, asked, next })
      if (!asked || asked.wish === 'keep') return
      const { wish, ...things } = asked
      const reply = await bridge.invoke('leases.consequences', { ...things, ending: wish })
      if (isCurrent()) set(reply.ok ? { consequences: reply.value } : { failure: reply.failure })
    }
    return {
      ...fresh,
      asked: null,
      next: [],
      ask: ([first = null, ...next]) => work(first, next),
      choose: async (wish) => {
        const { asked, next } = get()
        if (asked) await work({ ...asked, wish }, next)
      },
      retry: () => work(get().asked, get().next),
      goOn: () => {
        const [first = null, ...next] = get().next
        return work(first, next)
      },
      close: () => void work(null, []),
      async send(typed) {
        const { asked, isBusy } = get()
        if (!asked || isBusy || asked.wish === 'release') return
        const isCurrent = turn()
        set({ isBusy: true, failure: null })
        const { wish, ...things } = asked
        const reply = await bridge.invoke('leases.setAutoRenew', { ...things, autoRenew: wish === 'keep', typed })
        if (isCurrent()) set({ isBusy: false, ...(reply.ok ? { outcomes: reply.value } : { failure: reply.failure }) })
      },
      restorePoints: (number) => bridge.invoke('leases.restorePoints', { number }),
      restore: (accountId, pointId) => bridge.invoke('leases.restore', { accountId, pointId }),
    }
  })
}
