import { hash32, unit } from '../kit/random.ts'
import { type DialplanWords, dialplan } from './dialplans.ts'
import type { CallTrackingConfig, NumberConfig, TextInboundConfig, WeeklySchedule } from './documents.ts'

export type ConfigState = Omit<NumberConfig, 'number'>

const companies = ['Rye & Sons Bakery', 'Harbor Dental', 'Northside Plumbing', 'Lark Street Books'] as const

/** Transfer targets stand in the block that is kept for fiction. */
const target = (seed: number, index: number, salt: number): string => {
  const areas = ['202', '312', '415', '503', '617', '720'] as const
  const area = areas[hash32(seed, index, salt) % areas.length] ?? areas[0]
  return `1${area}55501${String(hash32(seed, index, salt + 1) % 100).padStart(2, '0')}`
}

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
] as const
const weeks = [
  ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  ['MONDAY', 'WEDNESDAY'],
  ['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
] as const

const soundId = (seed: number, index: number, salt: number): number =>
  5_001_000_000 + (hash32(seed, index, salt) % 90_000)

function scheduleAt(seed: number, index: number): WeeklySchedule {
  const roll = hash32(seed, index, 711)
  return {
    startTimeOfDay: { hour: 7 + (roll % 4), minute: roll % 2 === 0 ? 0 : 30, second: 0 },
    stopTimeOfDay: { hour: 16 + (roll % 5), minute: roll % 3 === 0 ? 30 : 0, second: 0 },
    daysOfWeek: weeks[roll % weeks.length] ?? weeks[0],
    timeZone: zones[(roll >>> 4) % zones.length] ?? zones[0],
  }
}

function trackingAt(seed: number, index: number): CallTrackingConfig {
  const chance = (salt: number, probability: number) => unit(seed, index, salt) < probability
  const targets = 1 + (hash32(seed, index, 712) % 3)
  const screen = chance(713, 0.3)
  const recorded = chance(714, 0.4)
  const voicemail = chance(715, 0.6)
  return {
    transferNumbers: Array.from({ length: targets }, (_, step) => target(seed, index, 720 + step * 2)),
    screen,
    recorded,
    ...(recorded && chance(716, 0.6) && { introSoundId: soundId(seed, index, 730) }),
    ...(screen && { whisperSoundId: soundId(seed, index, 731) }),
    voicemail,
    ...(voicemail && { voicemailSoundId: soundId(seed, index, 732) }),
    ...(chance(717, 0.3) && { failedTransferSoundId: soundId(seed, index, 733) }),
    ...(chance(718, 0.5) && { weeklySchedule: scheduleAt(seed, index) }),
    ...(chance(719, 0.1) && {
      googleAnalytics: { domain: 'shop.example', googleAccountId: `UA-${1000 + index}-5`, category: 'Calls' },
    }),
  }
}

function wordsAt(seed: number, index: number): DialplanWords {
  return {
    company: companies[hash32(seed, index, 741) % companies.length] ?? companies[0],
    first: target(seed, index, 742),
    second: target(seed, index, 744),
    soundId: soundId(seed, index, 746),
  }
}

function textsAt(seed: number, index: number): TextInboundConfig | undefined {
  const roll = unit(seed, index, 751)
  if (roll >= 0.3) return undefined
  return roll < 0.2 ? { forwardEnabled: true, forwardNumber: target(seed, index, 752) } : { forwardEnabled: false }
}

/** A quarter was never set up, a fifth answers with a menu, the rest tracks calls. */
export function configStateAt(seed: number, index: number): ConfigState {
  const roll = unit(seed, index, 701)
  if (roll < 0.25) return {}
  const textInboundConfig = textsAt(seed, index)
  const texts = textInboundConfig ? { textInboundConfig } : {}
  if (roll >= 0.45) return { configType: 'TRACKING', callTrackingConfig: trackingAt(seed, index), ...texts }
  const dialplanXml = dialplan(hash32(seed, index, 702), wordsAt(seed, index))
  return { configType: 'IVR', ivrInboundConfig: { dialplanXml }, ...texts }
}
