import { unit } from '../kit/random.ts'
import type { KeywordLease } from './documents.ts'
import { heldWords } from './keyword-rules.ts'
import { endAt } from './lease-rows.ts'
import { addMonth } from './months.ts'

export const shortCode = '67076'

/** The id is not part of the lease document; only who knows it can ask by it. */
export type HeldKeyword = {
  readonly id: number
  readonly lease: KeywordLease
  readonly activeAt: number
  /** Lists do not show it before. */
  readonly seenAt: number
}

export type KeywordWorld = {
  readonly seed: number
  readonly now: () => number
  readonly firstId: number
  readonly count: number
  /** How long a new lease is PENDING. */
  readonly pendingMs: () => number
  /** How long a new lease stays unseen: by lists, and by a look at it alone. */
  readonly lag: () => { readonly ms: number; readonly reads: boolean }
  /** A keyword whose lease ended then. */
  readonly onGone: (keyword: string, endedAt: number) => void
}

const greeting = 'Welcome to the list. Reply STOP to leave.'

function heldAt(world: KeywordWorld, keyword: string, index: number): HeldKeyword {
  const chance = (salt: number) => unit(world.seed, index, salt)
  const leaseEnd = endAt(world.seed, index + 5000, world.now())
  const doubleOptInEnabled = chance(902) < 0.4
  const lease: KeywordLease = {
    keyword,
    shortCode,
    ...(index % 7 !== 3 && { leaseBegin: addMonth(leaseEnd, -1), leaseEnd }),
    autoRenew: index % 5 !== 4,
    status: index % 9 === 8 ? 'PENDING' : 'ACTIVE',
    ...(chance(903) < 0.5 && { contactListId: 7_200_000_000 + index }),
    doubleOptInEnabled,
    ...(doubleOptInEnabled && { optInConfirmationMessage: greeting }),
    ...(index % 3 === 2 && { labels: ['Spring campaign'] }),
    type: index % 4 === 0 ? 'PLAN' : 'EXTRA',
  }
  return { id: world.firstId + index, lease, activeAt: Number.POSITIVE_INFINITY, seenAt: Number.NEGATIVE_INFINITY }
}

export const heldAtStart = (world: KeywordWorld): readonly HeldKeyword[] =>
  heldWords.slice(0, world.count).map((keyword, index) => heldAt(world, keyword, index))

type Begin = { readonly id: number; readonly keyword: string; readonly at: number }

export const newlyHeld = ({ id, keyword, at }: Begin, { pendingMs, lag }: KeywordWorld): HeldKeyword => ({
  id,
  activeAt: at + pendingMs(),
  seenAt: at + lag().ms,
  lease: {
    keyword,
    shortCode,
    leaseBegin: at,
    leaseEnd: addMonth(at),
    autoRenew: true,
    status: 'PENDING',
    doubleOptInEnabled: false,
    type: 'EXTRA',
  },
})
