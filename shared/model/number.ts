import { z } from 'zod'
import type { CalendarDay } from '../calendar.ts'
import type { Money } from '../money.ts'
import { type AccountId, accountId } from './account.ts'
import type { LeaseConfig } from './lease-config.ts'
import type { Route } from './route.ts'

export const numberKinds = ['local', 'tollFree', 'other'] as const
export type NumberKind = (typeof numberKinds)[number]

export const numberStates = ['active', 'pending', 'released', 'unavailable', 'gone', 'unknown'] as const
/** `gone`: the provider no longer lists it. `unknown`: a word that we do not know, or none. */
export type NumberState = (typeof numberStates)[number]

export type FeatureState = 'on' | 'off' | 'pending' | 'unsupported' | 'unknown'

/** Every part as the provider said it, or null. */
export type Place = {
  readonly city: string | null
  /** Two letters, upper case. */
  readonly state: string | null
  readonly zip: string | null
  readonly country: string | null
  readonly rateCenter: string | null
  readonly lata: string | null
  /** 1 + NPA + NXX. */
  readonly prefix: string | null
  readonly timeZone: string | null
}

export type Lease = {
  readonly begin: CalendarDay | null
  readonly end: CalendarDay | null
  readonly autoRenew: boolean | null
}

/** An owned number as one provider said it, in our words: the snapshot. Null: not said. */
export type OwnedNumber = {
  /** E.164 with plus. Odd lengths are kept as they came: plus and the digits. */
  readonly number: string
  readonly alias: string | null
  readonly kind: NumberKind
  readonly place: Place
  /** Null: this provider has no leases (Flowroute). */
  readonly lease: Lease | null
  readonly calls: FeatureState | null
  readonly texts: FeatureState | null
  readonly state: NumberState
  /** The provider's own word for the state. */
  readonly stateSaid: string | null
  /** Null: the price is not known. Never 0 for "not known". */
  readonly monthly: Money | null
  readonly setup: Money | null
  readonly labels: readonly string[]
  readonly callerIdLookup: boolean | null
  readonly note: string | null
}

/** Where a number's calls go, as one provider said it. Route ids point into the account's routes. */
export type NumberRouting =
  | { readonly kind: 'routes'; readonly primary: string | null; readonly failover: string | null }
  | { readonly kind: 'config'; readonly config: LeaseConfig }

export type Rings = {
  /** One plain sentence: "Tracks calls → (206) 555-0102", "Rings nowhere", "Not read yet". */
  readonly sentence: string
  readonly state: 'somewhere' | 'nowhere' | 'unread'
}

/** A row of the numbers table: the projection. */
export type NumberRow = {
  readonly accountId: AccountId
  readonly number: string
  /** National format, or the international one outside the US/Canada plan. */
  readonly display: string
  readonly alias: string | null
  readonly labels: readonly string[]
  readonly kind: NumberKind
  /** "Seattle, WA", or null. */
  readonly place: string | null
  readonly rings: Rings
  /** Null: the provider does not tell. */
  readonly lease: Lease | null
  readonly calls: FeatureState | null
  readonly texts: FeatureState | null
  readonly monthly: Money | null
  readonly state: NumberState
  readonly stateSaid: string | null
  /** The day on which a sync no longer found it. */
  readonly goneOn: CalendarDay | null
  /** Epoch ms: when the provider last said this. */
  readonly readAt: number
  /** Epoch ms at which it was bought from this computer; null: it was not, or long ago. */
  readonly boughtAt: number | null
}

/** All that the detail panel shows. */
export type NumberDetail = {
  readonly row: NumberRow
  readonly snapshot: OwnedNumber
  readonly routing: NumberRouting | null
  readonly routingReadAt: number | null
  readonly primary: Route | null
  readonly failover: Route | null
}

export const numberSorts = [
  'number',
  'rings',
  'place',
  'kind',
  'account',
  'ends',
  'autoRenew',
  'features',
  'monthly',
  'state',
  'readAt',
] as const
export type NumberSort = (typeof numberSorts)[number]

/** Members combine with AND, the words of one member with OR; an empty list does not filter (but see `states`). */
export const numberFilter = z.object({
  search: z.string().max(200),
  accountIds: z.array(accountId).max(500),
  kinds: z.array(z.enum(numberKinds)).max(3),
  /** Empty: all but `gone`, for what the provider no longer lists is not owned. */
  states: z.array(z.enum(numberStates)).max(6),
  autoRenew: z.enum(['on', 'off', 'untold']).nullable(),
  rings: z.enum(['somewhere', 'nowhere', 'unread']).nullable(),
  /** Only numbers whose lease ends on or before this calendar day and does not renew itself. */
  endsBy: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
})
export type NumberFilter = z.infer<typeof numberFilter>

export const numberQuery = z.object({
  filter: numberFilter,
  sort: z.enum(numberSorts),
  direction: z.enum(['ascending', 'descending']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})
export type NumberQuery = z.infer<typeof numberQuery>

export type NumberWindow = {
  readonly rows: readonly NumberRow[]
  readonly offset: number
  /** All that match, not only this window. */
  readonly total: number
}

/** Counts for the filter chips, each with every other filter of the query in force. */
export type NumberCounts = {
  readonly all: number
  readonly byKind: Readonly<Record<NumberKind, number>>
  readonly byState: Readonly<Record<NumberState, number>>
  readonly byAccount: Readonly<Record<AccountId, number>>
  readonly byAutoRenew: { readonly on: number; readonly off: number; readonly untold: number }
  readonly byRings: { readonly somewhere: number; readonly nowhere: number; readonly unread: number }
  readonly endingSoon: number
  /** Sum of the known monthly prices of what matches, and how many have no known price. Decimal USD. */
  readonly monthly: Money
  readonly monthlyUnknown: number
}

export const numberCountsQuery = z.object({
  filter: numberFilter,
  /** Counts as "ending soon" up to and with this calendar day. */
  soon: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})
export type NumberCountsQuery = z.infer<typeof numberCountsQuery>

export const numberKey = z.object({ accountId, number: z.string().min(2).max(20) })
export type NumberKey = z.infer<typeof numberKey>
