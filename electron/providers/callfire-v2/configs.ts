import type {
  CallTracking,
  LeaseConfig,
  TextForwarding,
  TimeOfDay,
  WeeklySchedule,
} from '../../../shared/model/lease-config.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import type { ConfigOf } from '../../core/ports.ts'
import type { Remark, RowReader } from '../decode.ts'
import {
  type WireCallTracking,
  type WireNumberConfig,
  type WireTimeOfDay,
  type WireWeeklySchedule,
  wireNumberConfig,
} from './wire.ts'

const toTime = ({ hour, minute, second }: WireTimeOfDay): TimeOfDay => ({
  hour: hour ?? 0,
  minute: minute ?? 0,
  second: second ?? 0,
})

/** A schedule without its times says nothing; one without a zone is kept, because only the zone is lost. */
function toSchedule(wire: WireWeeklySchedule | null | undefined, remark: Remark): WeeklySchedule | null {
  if (!wire) return null
  const path = '.callTrackingConfig.weeklySchedule'
  if (!wire.startTimeOfDay || !wire.stopTimeOfDay) {
    remark(path, 'expected startTimeOfDay and stopTimeOfDay')
    return null
  }
  if (!wire.timeZone) remark(`${path}.timeZone`, 'expected string')
  return {
    start: toTime(wire.startTimeOfDay),
    stop: toTime(wire.stopTimeOfDay),
    days: wire.daysOfWeek ?? [],
    timeZone: wire.timeZone || null,
  }
}

const toTracking = (wire: WireCallTracking, remark: Remark): CallTracking => ({
  transferNumbers: (wire.transferNumbers ?? []).flatMap((said) => toPhoneNumber(said) ?? []),
  screen: wire.screen ?? null,
  recorded: wire.recorded ?? null,
  introSoundId: wire.introSoundId ?? null,
  whisperSoundId: wire.whisperSoundId ?? null,
  voicemail: wire.voicemail ?? null,
  voicemailSoundId: wire.voicemailSoundId ?? null,
  failedTransferSoundId: wire.failedTransferSoundId ?? null,
  weeklySchedule: toSchedule(wire.weeklySchedule, remark),
  googleAnalytics: wire.googleAnalytics
    ? {
        domain: wire.googleAnalytics.domain ?? null,
        accountId: wire.googleAnalytics.googleAccountId ?? null,
        category: wire.googleAnalytics.category ?? null,
      }
    : null,
})

function toTexts({ textInboundConfig }: WireNumberConfig): TextForwarding | null {
  if (!textInboundConfig) return null
  const { forwardEnabled, forwardNumber } = textInboundConfig
  return { enabled: forwardEnabled ?? false, to: forwardNumber ? toPhoneNumber(forwardNumber) : null }
}

/** Without a type the part that is there speaks for itself: to call such a number unconfigured would be false. */
function typeOf(wire: WireNumberConfig, remark: Remark): string | null {
  if (wire.configType) return wire.configType
  const implied = wire.callTrackingConfig ? 'TRACKING' : wire.ivrInboundConfig ? 'IVR' : null
  if (implied !== null) remark('.configType', 'expected string')
  return implied
}

function toConfig(wire: WireNumberConfig, remark: Remark): LeaseConfig {
  const texts = toTexts(wire)
  const word = typeOf(wire, remark)
  if (word === null) return { kind: 'unconfigured', texts }
  if (word === 'TRACKING') {
    if (!wire.callTrackingConfig) remark('.callTrackingConfig', 'expected object')
    return { kind: 'tracking', tracking: toTracking(wire.callTrackingConfig ?? {}, remark), texts }
  }
  if (word !== 'IVR') return { kind: 'other', word, texts }
  const dialplanXml = wire.ivrInboundConfig?.dialplanXml
  if (typeof dialplanXml !== 'string') remark('.ivrInboundConfig.dialplanXml', 'expected string')
  return { kind: 'ivr', dialplanXml: dialplanXml ?? '', texts }
}

export const configReader: RowReader<WireNumberConfig, ConfigOf> = {
  schema: wireNumberConfig,
  needs: '.number: expected string of digits',
  toItem: (wire, remark) => {
    const number = toPhoneNumber(wire.number ?? '')
    return number === null ? null : { number, config: toConfig(wire, remark) }
  },
}
