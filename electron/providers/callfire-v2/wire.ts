import { z } from 'zod'
import { digits, flag, number, text, texts } from '../decode.ts'

/** CallFire v2 documents (callfire-v2.md section 7). A `fields` mask or an older generation may leave out any member. */

const region = z
  .object({
    prefix: digits,
    city: text,
    state: text,
    zipcode: digits,
    country: text,
    lata: digits,
    rateCenter: text,
    latitude: number,
    longitude: number,
    timeZone: text,
  })
  .partial()
export const wireRegion = region
export type WireRegion = z.infer<typeof region>

const lease = { leaseBegin: number, leaseEnd: number, autoRenew: flag, status: text, labels: texts }

export const wireNumberLease = z.object({
  number: digits,
  tollFree: flag,
  region: region.nullish(),
  callFeatureStatus: text,
  textFeatureStatus: text,
  ...lease,
})
export type WireNumberLease = z.infer<typeof wireNumberLease>

export const wireKeywordLease = z.object({
  keyword: text,
  shortCode: digits,
  number: digits,
  contactListId: digits,
  doubleOptInEnabled: flag,
  optInConfirmationMessage: text,
  ...lease,
})
export type WireKeywordLease = z.infer<typeof wireKeywordLease>

const timeOfDay = z.object({ hour: number, minute: number, second: number })
export type WireTimeOfDay = z.infer<typeof timeOfDay>

const weeklySchedule = z.object({
  startTimeOfDay: timeOfDay.nullish(),
  stopTimeOfDay: timeOfDay.nullish(),
  daysOfWeek: texts,
  timeZone: text,
})
export type WireWeeklySchedule = z.infer<typeof weeklySchedule>

const callTracking = z.object({
  transferNumbers: z
    .array(z.union([z.string(), z.number().transform(String)], { error: 'string of digits' }))
    .nullish(),
  screen: flag,
  recorded: flag,
  introSoundId: number,
  whisperSoundId: number,
  voicemail: flag,
  voicemailSoundId: number,
  failedTransferSoundId: number,
  weeklySchedule: weeklySchedule.nullish(),
  googleAnalytics: z.object({ domain: text, googleAccountId: text, category: text }).nullish(),
})
export type WireCallTracking = z.infer<typeof callTracking>

export const wireNumberConfig = z.object({
  number: digits,
  configType: text,
  callTrackingConfig: callTracking.nullish(),
  ivrInboundConfig: z.object({ dialplanXml: text }).nullish(),
  textInboundConfig: z.object({ forwardEnabled: flag, forwardNumber: digits }).nullish(),
})
export type WireNumberConfig = z.infer<typeof wireNumberConfig>

export const wireDoNotContact = z.object({
  number: digits,
  call: flag,
  text: flag,
  inboundCall: flag,
  inboundText: flag,
  source: text,
  campaignId: number,
  created: number,
})
export type WireDoNotContact = z.infer<typeof wireDoNotContact>

const orderItem = z.object({ ordered: number, unitCost: number, fulfilled: texts })
/** The descriptions say "list", every sample is a single object. */
const orderPart = z.union([orderItem, z.array(orderItem)], { error: 'object' }).nullish()
export type WireOrderPart = z.infer<typeof orderPart>

export const wireOrder = z.object({
  id: digits,
  status: text,
  created: number,
  totalCost: number,
  total: number,
  localNumbers: orderPart,
  tollFreeNumbers: orderPart,
  keywords: orderPart,
})
export type WireOrder = z.infer<typeof wireOrder>

export const wireAccount = z.object({ email: text, name: text, permissions: texts })

export const wirePlanUsage = z.object({
  intervalStart: number,
  intervalEnd: number,
  remainingPlanCredits: number,
  remainingPayAsYouGoCredits: number,
  totalRemainingCredits: number,
})

export const wireCreditUsage = z.object({ callsDurationMinutes: number, textsSent: number, creditsUsed: number })

/** A catalogue entry; toll-free numbers come without a region. */
export const wireForSale = z.object({ number: digits, tollFree: flag, region: region.nullish() })
export type WireForSale = z.infer<typeof wireForSale>

export const wireKeyword = z.object({ keyword: text })
export type WireKeyword = z.infer<typeof wireKeyword>

export const wireResourceId = z.object({ id: digits })

/** The envelope of a list without its rows. Counts of another type count as not said. */
export const wirePage = z.object({
  limit: z.int().positive().nullish().catch(null),
  totalCount: z.int().nullish().catch(null),
})
