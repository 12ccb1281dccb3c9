import type {
  CallTracking,
  GoogleAnalytics,
  LeaseConfig,
  TextForwarding,
  WeeklySchedule,
} from '../../../shared/model/lease-config.ts'
import { toDigits } from '../../../shared/phone.ts'

/** What CallFire never said is left out, as its own clients do: a null is not documented. */
const said = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined))

const toSchedule = ({ start, stop, days, timeZone }: WeeklySchedule) =>
  said({ startTimeOfDay: start, stopTimeOfDay: stop, daysOfWeek: days, timeZone })

const toAnalytics = ({ domain, accountId, category }: GoogleAnalytics) =>
  said({ domain, googleAccountId: accountId, category })

const toTracking = ({ transferNumbers, weeklySchedule, googleAnalytics, ...plain }: CallTracking) =>
  said({
    ...plain,
    transferNumbers: transferNumbers.map(toDigits),
    weeklySchedule: weeklySchedule && toSchedule(weeklySchedule),
    googleAnalytics: googleAnalytics && toAnalytics(googleAnalytics),
  })

const toTexts = ({ enabled, to }: TextForwarding) =>
  said({ forwardEnabled: enabled, forwardNumber: to && toDigits(to) })

/** The body of a PUT that makes a number's config this one; null: there is none that does. */
export function toConfigBody(config: LeaseConfig): unknown {
  const texts = config.texts === null ? {} : { textInboundConfig: toTexts(config.texts) }
  switch (config.kind) {
    case 'tracking':
      return { configType: 'TRACKING', callTrackingConfig: toTracking(config.tracking), ...texts }
    case 'ivr':
      return { configType: 'IVR', ivrInboundConfig: { dialplanXml: config.dialplanXml }, ...texts }
    case 'unconfigured':
      return config.texts === null ? null : texts
    case 'other':
      return null
    default:
      return config satisfies never
  }
}
