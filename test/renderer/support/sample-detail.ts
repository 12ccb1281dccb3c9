import type { ApiId } from '../../../shared/model/account.ts'
import type { LeaseConfig } from '../../../shared/model/lease-config.ts'
import type { NumberDetail, NumberRow } from '../../../shared/model/number.ts'
import type { Route } from '../../../shared/model/route.ts'

export const sampleTracking: Extract<LeaseConfig, { kind: 'tracking' }>['tracking'] = {
  transferNumbers: ['+12065550102', '+12065550103'],
  screen: true,
  recorded: true,
  introSoundId: null,
  whisperSoundId: 5001,
  voicemail: true,
  voicemailSoundId: null,
  failedTransferSoundId: null,
  weeklySchedule: {
    start: { hour: 9, minute: 0, second: 0 },
    stop: { hour: 17, minute: 0, second: 0 },
    days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
    timeZone: 'America/Chicago',
  },
  googleAnalytics: null,
}

export const sampleDialplan = `<dialplan name="Root">
  <play name="hello" type="tts" voice="female1">Thank you for calling the bakery.</play>
  <menu name="main" maxDigits="1" timeout="5000">
    <play name="choices" type="tts">For orders press 1. For our hours press 2.</play>
    <keypress name="orders" pressed="1">
      <transfer name="desk" timeout="25" mode="ringall">12065550102,12065550103</transfer>
    </keypress>
    <keypress name="hours" pressed="2"><play name="hours_play" type="tts">We are open nine to five.</play></keypress>
    <keypress name="other" pressed="default"><goto name="again">main</goto></keypress>
  </menu>
  <hangup name="end"/>
</dialplan>`

const route: Route = { id: '83834', kind: 'host', target: 'pbx.example.net', name: 'Bakery desk', edgeStrategyId: null }
const cell: Route = { id: '83835', kind: 'number', target: '12065550177', name: 'Cell of owner', edgeStrategyId: null }

/** The detail of a row: tracking and menus by turns at CallFire, routes at Flowroute. */
export function detailOf(row: NumberRow, api: ApiId): NumberDetail {
  const isFlowroute = api === 'flowroute-v2'
  const isMenu = row.rings.sentence.startsWith('Menu')
  const config: LeaseConfig =
    row.rings.state === 'nowhere'
      ? { kind: 'unconfigured', texts: null }
      : isMenu
        ? { kind: 'ivr', dialplanXml: sampleDialplan, texts: null }
        : { kind: 'tracking', tracking: sampleTracking, texts: { enabled: true, to: '+12065550102' } }
  const hasFailover = row.number.endsWith('0')
  return {
    row,
    snapshot: {
      number: row.number,
      alias: row.alias,
      kind: row.kind,
      place: {
        city: row.place?.split(',')[0] ?? null,
        state: row.place?.slice(-2) ?? null,
        zip: isFlowroute ? null : '98101',
        country: 'US',
        rateCenter: 'SEATTLE',
        lata: isFlowroute ? null : '674',
        prefix: row.number.slice(1, 8),
        timeZone: isFlowroute ? null : 'America/Los_Angeles',
      },
      lease: row.lease,
      calls: row.calls,
      texts: row.texts,
      state: row.state,
      stateSaid: row.stateSaid,
      monthly: row.monthly,
      setup: null,
      labels: row.labels,
      callerIdLookup: isFlowroute ? true : null,
      note: null,
    },
    routing:
      row.rings.state === 'unread'
        ? null
        : isFlowroute
          ? {
              kind: 'routes',
              primary: row.rings.state === 'nowhere' ? null : route.id,
              failover: hasFailover ? cell.id : null,
            }
          : { kind: 'config', config },
    routingReadAt: row.rings.state === 'unread' ? null : row.readAt,
    primary: isFlowroute && row.rings.state === 'somewhere' ? route : null,
    failover: isFlowroute && hasFailover ? cell : null,
  }
}
