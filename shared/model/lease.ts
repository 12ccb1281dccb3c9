import { z } from 'zod'
import type { CalendarDay } from '../calendar.ts'
import type { Money } from '../money.ts'
import { type AccountId, accountId } from './account.ts'
import type { NumberRouting, OwnedNumber } from './number.ts'
import type { Route } from './route.ts'

export const leasedThing = z.object({
  accountId,
  kind: z.enum(['number', 'keyword']),
  things: z.array(z.string().min(2).max(64)).min(1).max(500),
})
export type LeasedThings = z.infer<typeof leasedThing>

export const endings = ['autoRenewOff', 'release'] as const
/** `autoRenewOff`: works until the lease ends, can be taken back until then. `release`: at once, and for good. */
export type Ending = (typeof endings)[number]

/** What giving something up means, computed from what is known. */
export type Consequences = {
  readonly ending: Ending
  readonly accountId: AccountId
  readonly things: readonly ThingConsequences[]
  /** Decimal USD; of the known prices. */
  readonly savedPerYear: Money
  readonly savedUnknown: number
  /** The other ways of giving it up that this provider has, the mildest first. */
  readonly offered: readonly Ending[]
  /** The last four digits, the keyword, or for several the count. */
  readonly typing: string
}
export type ThingConsequences = {
  readonly thing: string
  readonly display: string
  /** Last day on which it works, in the account's zone; null: at once, or not known. */
  readonly lastDay: CalendarDay | null
  /** A keyword cannot be bought again before this day; null: not said for this thing. */
  readonly buyBackFrom: CalendarDay | null
  /** Whole sentences: what rings there now, labels, money, whether it can come back. */
  readonly lines: readonly string[]
}

export const autoRenewChange = leasedThing.extend({ autoRenew: z.boolean(), typed: z.string().max(64).nullable() })
export type AutoRenewChange = z.infer<typeof autoRenewChange>
/** `refused`: by the provider. `unknown`: no answer, and reading back did not tell. `notSent`: it stopped before, and nothing changed. */
export type LeaseOutcome = {
  readonly thing: string
  readonly outcome: 'done' | 'refused' | 'unknown' | 'notSent'
  /** A whole sentence; null: nothing more to tell. */
  readonly said: string | null
}

/** The settings that a number had before it was given up. */
export type RestorePoint = {
  readonly id: string
  readonly accountId: AccountId
  readonly number: string
  /** Epoch ms. */
  readonly takenAt: number
  readonly why: Ending
  readonly snapshot: OwnedNumber
  readonly routing: NumberRouting | null
  /** The routes that the routing names, as they were. */
  readonly routes: readonly Route[]
}
