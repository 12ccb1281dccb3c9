import { hash32, unit } from '../kit/random.ts'
import type { Route } from './route-book.ts'

type Routing = { readonly primary: string | null; readonly failover: string | null }
export type FirstRouting = (number: string) => Routing

type Template = Omit<Route, 'id'>

/** Every form that a route's value can take. The first ones are from before edge strategies and do not name one. */
const templates: readonly Template[] = [
  { type: 'host', value: 'pbx-a.example.net:5060', alias: 'pbx-a' },
  { type: 'number', value: '12065550188', alias: 'owner mobile' },
  { type: 'uri', value: 'sip:desk@pbx-a.example.net', alias: 'front desk phone', edgeStrategyId: null },
  { type: 'host', value: '198.51.100.7', alias: 'shop server', edgeStrategyId: 4 },
  { type: 'host', value: 'east.pbx.example.net:5061;transport=tls;weight=70', alias: 'split east', edgeStrategyId: 4 },
  { type: 'host', value: 'west.pbx.example.net:5061;transport=tls;weight=30', alias: 'split west', edgeStrategyId: 2 },
  { type: 'uri', value: 'sips:queue@calls.example.com:5061;transport=tls', alias: 'call queue', edgeStrategyId: null },
  { type: 'number', value: '14255550142', alias: 'answering service', edgeStrategyId: null },
  { type: 'uri', value: 'sip:voicemail@pbx-a.example.net:5062;transport=tcp', alias: 'voicemail', edgeStrategyId: 1 },
  { type: 'host', value: 'pbx-b.example.net;transport=udp', alias: 'pbx-b (spare)', edgeStrategyId: null },
]

const site = (index: number): Template => ({
  type: 'host',
  value: `site-${index + 1}.example.org:5060`,
  alias: `site ${index + 1}`,
  edgeStrategyId: (index % 5) + 1,
})

const mostRoutes = 60
const firstId = 90_210

/** The routes that the account has made, without the built-in one; larger accounts have more. */
export function firstRoutes(numbers: number): readonly Route[] {
  const sites = Math.min(mostRoutes - templates.length, Math.floor(numbers / 1_000))
  return [...templates, ...Array.from({ length: sites }, (_, index) => site(index))].map((template, index) => ({
    ...template,
    id: String(firstId + index * 37 + (index % 3)),
  }))
}

/** Spread over all kinds: built in, own routes, with and without failover, split by weight, and nowhere at all. */
export function createFirstRouting(seed: number, routes: readonly Route[]): FirstRouting {
  const [east, west] = routes.filter(({ value }) => value?.includes(';weight='))
  const pick = (key: number, salt: number) => routes[hash32(seed, key, salt) % routes.length]?.id ?? null
  return (number) => {
    const key = Number(number) % 0x7fff_ffff
    const roll = unit(seed, key, 61)
    const failover = unit(seed, key, 62) < 0.4 ? pick(key, 63) : null
    if (roll < 0.06) return { primary: null, failover: roll < 0.02 ? failover : null }
    if (roll < 0.3) return { primary: '0', failover }
    if (roll < 0.38 && east && west) return { primary: east.id, failover: west.id }
    return { primary: pick(key, 64), failover }
  }
}
