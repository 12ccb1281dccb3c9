/** The documents that this carrier sends, by the names its own reference gives them. */

export const leaseStatuses = ['PENDING', 'ACTIVE', 'RELEASED', 'UNAVAILABLE'] as const
export type LeaseStatus = (typeof leaseStatuses)[number]

export type FeatureStatus = 'UNSUPPORTED' | 'PENDING' | 'DISABLED' | 'ENABLED'

export type OrderStatus =
  | 'NEW'
  | 'PROCESSING'
  | 'FINISHED'
  | 'ERRORED'
  | 'VOID'
  | 'WAIT_FOR_PAYMENT'
  | 'ADJUSTED'
  | 'APPROVE_TIER_ONE'
  | 'APPROVE_TIER_TWO'
  | 'REJECTED'
  | 'PAYMENT_ERROR'
  | 'PARTIALLY_ADJUSTED'

export type Region = {
  /** 1 + NPA + NXX. */
  readonly prefix: string
  readonly city: string
  readonly state: string
  readonly zipcode: string
  readonly country?: string
  readonly lata?: string
  readonly rateCenter?: string
  readonly latitude?: number
  readonly longitude?: number
  readonly timeZone?: string
}

/** A catalogue entry; `region` is absent for toll-free. */
export type CatalogueNumber = {
  readonly number: string
  readonly nationalFormat: string
  readonly tollFree: boolean
  readonly region?: Region
}

export type NumberLease = CatalogueNumber & {
  readonly leaseBegin?: number
  readonly leaseEnd?: number
  readonly autoRenew: boolean
  readonly status: LeaseStatus
  readonly callFeatureStatus: FeatureStatus
  readonly textFeatureStatus: FeatureStatus
  readonly labels?: readonly string[]
  readonly type: 'PLAN' | 'EXTRA'
}

export type LocalTime = { readonly hour: number; readonly minute: number; readonly second: number }

export type WeeklySchedule = {
  readonly startTimeOfDay?: LocalTime
  readonly stopTimeOfDay?: LocalTime
  readonly daysOfWeek?: readonly string[]
  readonly timeZone?: string
}

export type GoogleAnalytics = {
  readonly domain?: string
  readonly googleAccountId?: string
  readonly category?: string
}

export type CallTrackingConfig = {
  readonly transferNumbers?: readonly string[]
  readonly screen?: boolean
  readonly recorded?: boolean
  readonly introSoundId?: number
  readonly whisperSoundId?: number
  readonly voicemail?: boolean
  readonly voicemailSoundId?: number
  readonly failedTransferSoundId?: number
  readonly weeklySchedule?: WeeklySchedule
  readonly googleAnalytics?: GoogleAnalytics
}

export type TextInboundConfig = { readonly forwardEnabled?: boolean; readonly forwardNumber?: string }

/** A number that was never configured has only `number`. */
export type NumberConfig = {
  readonly number: string
  readonly configType?: 'TRACKING' | 'IVR'
  readonly callTrackingConfig?: CallTrackingConfig
  readonly ivrInboundConfig?: { readonly dialplanXml: string }
  readonly textInboundConfig?: TextInboundConfig
}

export type NumberOrderItem = {
  readonly ordered: number
  readonly unitCost: number
  readonly fulfilled?: readonly string[]
}

/** One object for each kind, not a list, although the carrier's text says list. */
export type NumberOrder = {
  readonly id: number
  readonly status: OrderStatus
  readonly created: number
  readonly totalCost: number
  readonly summary?: number
  readonly salesTax?: number
  readonly total?: number
  readonly localNumbers?: NumberOrderItem
  readonly tollFreeNumbers?: NumberOrderItem
  readonly keywords?: NumberOrderItem
}

export type KeywordLease = {
  readonly keyword: string
  readonly shortCode: string
  readonly number?: string
  readonly leaseBegin?: number
  readonly leaseEnd?: number
  readonly autoRenew: boolean
  readonly status: LeaseStatus
  readonly contactListId?: number
  readonly doubleOptInEnabled?: boolean
  readonly optInConfirmationMessage?: string
  readonly labels?: readonly string[]
  readonly type: 'PLAN' | 'EXTRA'
}

export type KeywordConfig = { readonly keyword: string; readonly textInboundConfig?: TextInboundConfig }

/** `true` blocks. */
export type DoNotContact = {
  readonly number: string
  readonly call: boolean
  readonly text: boolean
  readonly inboundCall?: boolean
  readonly inboundText?: boolean
  readonly source?: string
  readonly campaignId?: number
  readonly created?: number
}

/** `true` allows: the opposite of `DoNotContact`. */
export type UniversalDoNotContact = {
  readonly toNumber: string
  readonly fromNumber?: string
  readonly inboundCall: boolean
  readonly inboundText: boolean
  readonly outboundCall: boolean
  readonly outboundText: boolean
}

/** Members of all documents above that hold enum words; the fault "unknown words" works on them. */
export const wordMembers: ReadonlySet<string> = new Set([
  'status',
  'configType',
  'callFeatureStatus',
  'textFeatureStatus',
  'type',
])
