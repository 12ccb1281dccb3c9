import { describe, expect, it } from 'vitest'
import { ringsAt } from '../../../electron/core/inventory/rings-at.ts'
import type { CallTracking, LeaseConfig } from '../../../shared/model/lease-config.ts'
import type { NumberRouting } from '../../../shared/model/number.ts'
import type { Route } from '../../../shared/model/route.ts'

const route = (change: Partial<Route>): Route => ({
  id: '1',
  kind: 'host',
  target: null,
  name: null,
  edgeStrategyId: null,
  ...change,
})

const routes = new Map<string, Route>([
  ['0', route({ id: '0', kind: 'sipRegistration', name: 'sip-reg' })],
  ['1', route({ name: 'Bakery desk', target: 'pbx.example.net' })],
  ['2', route({ kind: 'number', target: '12065550188', name: 'Cell of owner' })],
  ['3', route({ kind: 'uri', target: 'sip:shop@pbx.example.net;weight=10' })],
  ['4', route({ kind: 'number', target: '12065550188' })],
  ['5', route({ kind: 'other' })],
])

const tracking: CallTracking = {
  transferNumbers: [],
  screen: null,
  recorded: null,
  introSoundId: null,
  whisperSoundId: null,
  voicemail: null,
  voicemailSoundId: null,
  failedTransferSoundId: null,
  weeklySchedule: null,
  googleAnalytics: null,
}

const say = (routing: NumberRouting | null) => ringsAt(routing, (id) => routes.get(id) ?? null)
const byRoutes = (primary: string | null, failover: string | null = null) => say({ kind: 'routes', primary, failover })
const byConfig = (config: LeaseConfig) => say({ kind: 'config', config })
const byTracking = (change: Partial<CallTracking>) =>
  byConfig({ kind: 'tracking', tracking: { ...tracking, ...change }, texts: null })
const byPlan = (dialplanXml: string) => byConfig({ kind: 'ivr', dialplanXml, texts: null })

describe('where a number with routes rings', () => {
  it.each([
    ['1', null, 'Bakery desk → pbx.example.net'],
    ['1', '2', 'Bakery desk → pbx.example.net, then Cell of owner → (206) 555-0188'],
    ['0', null, 'SIP registration'],
    ['0', '4', 'SIP registration, then (206) 555-0188'],
    ['3', null, 'shop@pbx.example.net'],
    ['5', null, 'Route 5'],
    [null, '1', 'No first route, then Bakery desk → pbx.example.net'],
  ])('%s then %s: %s', (primary, failover, sentence) =>
    expect(byRoutes(primary, failover)).toEqual({ sentence, state: 'somewhere' }),
  )

  it('is nowhere without a route', () =>
    expect(byRoutes(null)).toEqual({ sentence: 'Rings nowhere', state: 'nowhere' }))

  it('names a route that is not known by its id', () => expect(byRoutes('90210').sentence).toBe('Route 90210'))

  it('knows the built-in route before the routes were read', () => {
    expect(ringsAt({ kind: 'routes', primary: '0', failover: null }, () => null).sentence).toBe('SIP registration')
  })
})

describe('where a call-tracking number rings', () => {
  it.each([
    [['+12065550102'], 'Tracks calls → (206) 555-0102'],
    [['+12065550102', '+12065550103', '+12065550104'], 'Tracks calls → (206) 555-0102 and 2 more'],
  ])('%j: %s', (transferNumbers, sentence) =>
    expect(byTracking({ transferNumbers })).toEqual({ sentence, state: 'somewhere' }),
  )

  it('is voicemail when that is all there is', () =>
    expect(byTracking({ voicemail: true })).toEqual({ sentence: 'Tracks calls → voicemail', state: 'somewhere' }))

  it('is nowhere without either', () =>
    expect(byTracking({})).toEqual({ sentence: 'Tracks calls, but rings nowhere', state: 'nowhere' }))
})

const menu = (keys: string) =>
  `<dialplan name="Root"><menu name="main"><play type="tts">Hi</play>${keys}</menu></dialplan>`

describe('where a number with a call plan rings', () => {
  it.each([
    [
      menu('<keypress name="key_sales" pressed="1"/><keypress name="key_repairs" pressed="2"><hangup/></keypress>'),
      'Menu: 1 sales, 2 repairs',
    ],
    [menu('<keypress pressed="1"/><keypress pressed="2"/><keypress pressed=\'0\'/>'), 'Menu: keys 1, 2, 0'],
    [menu('<keypress pressed="1"/><keypress pressed="Default"/><keypress pressed="timeout"/>'), 'Menu: key 1'],
    [
      menu([1, 2, 3, 4, 5, 6].map((key) => `<keypress pressed="${key}"/>`).join('')),
      'Menu: keys 1, 2, 3, 4 and 2 more',
    ],
    [
      '<dialplan><play type="tts">Hi</play><transfer>2025550143, 12025550187</transfer></dialplan>',
      'Plays a message → (202) 555-0143 and 1 more',
    ],
    [
      '<dialplan><transfer callerid="$'.concat('{call.callerid}">12025550143x12</transfer></dialplan>'),
      'Forwards → (202) 555-0143',
    ],
    ['<dialplan><play>Leave word</play><record varname="x"/></dialplan>', 'Takes a message'],
    ['<dialplan><play>We are closed</play><hangup/></dialplan>', 'Plays a message, then hangs up'],
    [
      '<dialplan><!-- <transfer>12025550143</transfer> --><play>Closed</play></dialplan>',
      'Plays a message, then hangs up',
    ],
    ['not xml at all', 'A call plan that could not be read'],
  ])('%s: %s', (xml, sentence) => expect(byPlan(xml)).toEqual({ sentence, state: 'somewhere' }))

  it.each([
    ['<dialplan name="Root"></dialplan>', 'Rings nowhere'],
    ['<dialplan name="Root"><hangup/></dialplan>', 'Hangs up at once'],
  ])('%s: %s', (xml, sentence) => expect(byPlan(xml)).toEqual({ sentence, state: 'nowhere' }))

  it('is never an error, however the plan is cut', () => {
    const whole = menu('<keypress name="a > b" pressed="1"><transfer>$x, 2025550143</transfer></keypress><!-- end -->')
    for (let length = 0; length <= whole.length; length++) expect(byPlan(whole.slice(0, length)).sentence).not.toBe('')
  })

  it('is found in a time that grows with the plan, not faster', () => {
    const started = performance.now()
    byPlan(`<dialplan>${'<play a="'.repeat(20_000)}`)
    byPlan(`<!--${'<!--'.repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('where any other number rings', () => {
  it('is not known before it was read', () => expect(say(null)).toEqual({ sentence: 'Not read yet', state: 'unread' }))

  it('is nowhere when CallFire has no config for it', () =>
    expect(byConfig({ kind: 'unconfigured', texts: null })).toEqual({ sentence: 'Rings nowhere', state: 'nowhere' }))

  it('is said in the provider’s word when we do not know it', () =>
    expect(byConfig({ kind: 'other', word: 'CALL_QUEUE', texts: null }).sentence).toBe('Set up as call queue'))
})
