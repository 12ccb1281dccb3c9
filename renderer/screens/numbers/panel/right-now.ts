import type { CallTracking } from '../../../../shared/model/lease-config.ts'
import type { NumberDetail } from '../../../../shared/model/number.ts'
import { type DialplanTag, firstHeard } from './dialplan.ts'
import { isOpenAt, momentIn, momentWords, openSpans, scheduleWords, zoneCity } from './schedule.ts'

/** "Right now (Sat 16:42 in Chicago) a caller …": the sentence, and what follows. */
export type RightNow = { readonly when: string | null; readonly hears: string; readonly more: string | null }

type Tools = {
  readonly now: number
  /** A number as a person writes it. */
  readonly phone: (number: string) => string
  readonly parse: (xml: string) => DialplanTag | null
}

/** What a caller meets at this moment, as far as what was read tells it; null when nothing was read. */
export function rightNow({ routing, primary, failover }: NumberDetail, tools: Tools): RightNow | null {
  if (!routing) return null
  if (routing.kind === 'routes') {
    if (!routing.primary) return { when: null, hears: 'is not put through: the number has no route', more: null }
    const to = primary?.name ?? primary?.target ?? 'a route that was not read'
    return {
      when: null,
      hears: `is sent to ${to}`,
      more: failover ? `If that fails: ${failover.name ?? failover.target}.` : null,
    }
  }
  const { config } = routing
  switch (config.kind) {
    case 'unconfigured':
      return { when: null, hears: 'is not put through: nothing is set up', more: null }
    case 'tracking':
      return trackingNow(config.tracking, tools)
    case 'ivr':
      return { when: null, hears: heardFirst(tools.parse(config.dialplanXml)), more: null }
    case 'other':
      return {
        when: null,
        hears: 'meets settings that Linekeeper does not know',
        more: `CallFire calls them “${config.word}”.`,
      }
    default:
      return config satisfies never
  }
}

function heardFirst(plan: DialplanTag | null): string {
  const heard = plan && firstHeard(plan)
  return heard ? `hears “${heard}”` : 'meets a call menu'
}

function trackingNow(tracking: CallTracking, { now, phone }: Tools): RightNow {
  const schedule = tracking.weeklySchedule
  if (!schedule) return { when: null, ...putThrough(tracking, phone) }
  const moment = schedule.timeZone === null ? null : momentIn(now, schedule.timeZone)
  if (!moment || schedule.timeZone === null) {
    const zone = schedule.timeZone ?? 'none'
    return {
      when: null,
      hears: 'cannot be told: the schedule’s time zone is not known',
      more: `Calls are put through ${scheduleWords(schedule)}; zone: ${zone}.`,
    }
  }
  const when = `${momentWords(moment)} in ${zoneCity(schedule.timeZone)}`
  if (isOpenAt(openSpans(schedule), moment)) return { when, ...putThrough(tracking, phone) }
  return { when, ...notPutThrough(tracking), more: `Calls are put through ${scheduleWords(schedule)}.` }
}

type Heard = Omit<RightNow, 'when'>

function putThrough(tracking: CallTracking, phone: Tools['phone']): Heard {
  const [first, ...rest] = tracking.transferNumbers.map(phone)
  if (!first) return notPutThrough(tracking)
  const intro = tracking.introSoundId === null ? '' : 'the greeting, then '
  const after = [
    rest.length > 0 ? `Then ${rest.join(', ')}.` : null,
    tracking.voicemail ? 'Voicemail if nobody answers.' : null,
  ].filter(Boolean)
  return { hears: `hears ${intro}${first} ring`, more: after.join(' ') || null }
}

function notPutThrough({ voicemail, failedTransferSoundId }: CallTracking): Heard {
  if (voicemail) return { hears: 'hears the voicemail greeting', more: null }
  if (failedTransferSoundId !== null)
    return { hears: 'hears the message for calls that cannot be put through', more: null }
  return { hears: 'is not put through', more: voicemail === null ? 'Whether voicemail answers is not told.' : null }
}
