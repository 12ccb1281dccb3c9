import { z } from 'zod'
import { coercedWhole, flag, part, present, text, whole } from './body.ts'
import type { ConfigState } from './config-rows.ts'
import { isDialplan } from './dialplans.ts'
import type { NumberConfig } from './documents.ts'
import { Problem } from './problem.ts'

const e164 = z.string().regex(/^\d{10,15}$/, 'should be 10 to 15 digits')

const days = z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])

const clockPart = (most: number) => part(coercedWhole.pipe(z.int().min(0).max(most)))

const localTime = z
  .object({ hour: clockPart(23), minute: clockPart(59), second: clockPart(59) })
  .transform(({ hour = 0, minute = 0, second = 0 }) => ({ hour, minute, second }))

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const weeklySchedule = z
  .object({
    startTimeOfDay: part(localTime),
    stopTimeOfDay: part(localTime),
    daysOfWeek: part(z.array(days).transform((list) => [...new Set(list)])),
    timeZone: part(z.string().refine(isZone, 'is not a time zone')),
  })
  .transform(present)

const googleAnalytics = z.object({ domain: text, googleAccountId: text, category: text }).transform(present)

const callTrackingConfig = z
  .object({
    transferNumbers: part(z.array(e164)),
    screen: flag,
    recorded: flag,
    introSoundId: whole,
    whisperSoundId: whole,
    voicemail: flag,
    voicemailSoundId: whole,
    failedTransferSoundId: whole,
    weeklySchedule: part(weeklySchedule),
    googleAnalytics: part(googleAnalytics),
  })
  .transform(present)

const ivrInboundConfig = z.object({
  dialplanXml: z.string().refine(isDialplan, 'is not a dialplan: well-formed XML with the root <dialplan> is expected'),
})

export const textInboundConfig = z.object({ forwardEnabled: flag, forwardNumber: part(e164) }).transform(present)

export const numberConfigBody = z.object({
  number: text,
  configType: part(z.enum(['TRACKING', 'IVR'])),
  callTrackingConfig: part(callTrackingConfig),
  ivrInboundConfig: part(ivrInboundConfig),
  textInboundConfig: part(textInboundConfig),
})
export type NumberConfigBody = z.infer<typeof numberConfigBody>

/** The chosen type's part replaces the whole old part; text forwarding stands beside it and stays unless it is sent. */
export function nextConfig(current: NumberConfig, body: NumberConfigBody): ConfigState {
  const sent = body.textInboundConfig ?? current.textInboundConfig
  const forwarding = sent ? { textInboundConfig: sent } : {}
  const { configType, callTrackingConfig: tracking, ivrInboundConfig: ivr } = body
  switch (configType) {
    case 'TRACKING':
      if (!tracking) throw new Problem(400, 'callTrackingConfig is required for configType TRACKING')
      return { configType, callTrackingConfig: tracking, ...forwarding }
    case 'IVR':
      if (!ivr) throw new Problem(400, 'ivrInboundConfig is required for configType IVR')
      return { configType, ivrInboundConfig: ivr, ...forwarding }
    case undefined: {
      if (tracking ?? ivr) throw new Problem(400, 'configType is required')
      const { number: _number, ...kept } = current
      return { ...kept, ...forwarding }
    }
    default:
      return configType satisfies never
  }
}
