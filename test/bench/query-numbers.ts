import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import type { Route } from '../../shared/model/route.ts'

export const accountIds = ['callfire', 'flowroute'] as const
const cities = ['Seattle', 'Portland', 'New York', 'Chicago', 'San Francisco', 'Austin', 'Tacoma', 'Olympia', 'Spokane']
const names = ['front desk', 'van', 'web shop', 'storefront', 'night line', null, null]

/** Spread over all area codes and in no order, as an owner's numbers are. */
export const numberAt = (at: number): string => `+1${2_010_000_000 + ((at * 7_919_993) % 7_980_000_000)}`

export function ownedAt(at: number): OwnedNumber {
  const number = numberAt(at)
  const leased = at % 2 === 0
  const city = cities[at % cities.length] ?? null
  const name = names[at % names.length] ?? null
  return {
    number,
    alias: name === null ? null : `${name} ${at % 1000}`,
    kind: at % 11 === 0 ? 'tollFree' : 'local',
    place: {
      city,
      state: 'WA',
      zip: `98${at % 1000}`,
      country: 'US',
      rateCenter: null,
      lata: '674',
      prefix: number.slice(1, 8),
      timeZone: null,
    },
    lease: leased
      ? { begin: '2024-01-01', end: `2026-12-${String(1 + (at % 28)).padStart(2, '0')}`, autoRenew: at % 3 !== 0 }
      : null,
    calls: 'on',
    texts: at % 5 === 0 ? 'off' : 'on',
    state: at % 13 === 0 ? 'pending' : 'active',
    stateSaid: 'ACTIVE',
    monthly: leased ? null : { amount: at % 4 === 0 ? '1.49' : '1.25', currency: 'USD' },
    setup: null,
    labels: at % 3 === 0 ? ['spring flyer'] : [],
    callerIdLookup: null,
    note: null,
  }
}

export const routes: readonly Route[] = Array.from({ length: 20 }, (_, at) => ({
  id: String(at),
  kind: at === 0 ? 'sipRegistration' : 'host',
  target: at === 0 ? null : `pbx-${at}.example.net:5060`,
  name: at === 0 ? 'sip-reg' : `Desk ${at}`,
  edgeStrategyId: null,
}))

/** Every leased number tracks calls to a number of its own: the hardest case for sorting by where they ring. */
export function routingAt(at: number): NumberRouting {
  if (at % 2 === 1) return { kind: 'routes', primary: String(at % 20), failover: null }
  const nothing = { screen: null, recorded: null, introSoundId: null, whisperSoundId: null, voicemailSoundId: null }
  const rest = { voicemail: null, failedTransferSoundId: null, weeklySchedule: null, googleAnalytics: null }
  const tracking = { transferNumbers: [numberAt(at + 3)], ...nothing, ...rest }
  return { kind: 'config', config: { kind: 'tracking', tracking, texts: null } }
}
