import { describe, expect, it } from 'vitest'
import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import type { Route } from '../../shared/model/route.ts'
import { failureOf, never } from './support/provider.ts'
import { flowroute, type Replies } from './support/replies.ts'
import { refusalOf } from './support/spending.ts'

const number = '+12065550143'
const path = '/v2/numbers/12065550143'
const primary = `${path}/relationships/primary_route`
const failover = `${path}/relationships/failover_route`

const link = (id: string | null) => ({ data: id === null ? null : { type: 'route', id } })
const owned = (attributes: object = {}, routes: readonly [string | null, string | null] = ['0', null]) => ({
  body: {
    data: {
      id: '12065550143',
      attributes: {
        value: '12065550143',
        alias: null,
        cnam_lookups_enabled: false,
        messaging_enabled: false,
        ...attributes,
      },
      relationships: { primary_route: link(routes[0]), failover_route: link(routes[1]) },
    },
  },
})
const route = (id: string, value: string | null, alias: string) => ({
  id,
  attributes: { route_type: value === null ? 'sip-reg' : 'host', value, alias },
})
const routes = (...rows: readonly object[]) => ({ 'GET /v2/routes': { body: { data: rows, links: { self: '' } } } })
const builtIn = route('0', null, 'sip-reg')
const shop: Route = { id: '90210', kind: 'host', target: 'pbx.example.net', name: 'shop', edgeStrategyId: null }

const usual: Replies = {
  [`GET ${path}`]: owned(),
  [`PATCH ${path}`]: owned(),
  [`PATCH ${primary}`]: { status: 204 },
  [`PATCH ${failover}`]: { status: 204 },
  [`DELETE ${primary}`]: { status: 204 },
  [`DELETE ${failover}`]: { status: 204 },
  ...routes(builtIn, route('90210', 'pbx.example.net', 'shop')),
}

type Was = {
  readonly snapshot?: Partial<OwnedNumber>
  readonly routing?: readonly [primary: string | null, failover: string | null]
  readonly routes?: readonly Route[]
}

const plain: OwnedNumber = {
  number,
  alias: null,
  kind: 'local',
  place: {
    city: null,
    state: null,
    zip: null,
    country: null,
    rateCenter: null,
    lata: null,
    prefix: null,
    timeZone: null,
  },
  lease: null,
  calls: null,
  texts: 'off',
  state: 'active',
  stateSaid: null,
  monthly: null,
  setup: null,
  labels: [],
  callerIdLookup: null,
  note: null,
}

async function restore(was: Was, replies: Replies = {}) {
  const made = await flowroute({ ...usual, ...replies })
  const routing: NumberRouting | null = was.routing
    ? { kind: 'routes', primary: was.routing[0], failover: was.routing[1] }
    : null
  const settings = { snapshot: { ...plain, ...was.snapshot }, routing, routes: was.routes ?? [shop] }
  const sentences = await made.provider.settings?.restore(number, settings, never)
  const writes = made.asked.filter(({ method }) => method === 'PATCH' || method === 'DELETE')
  const sent = writes.map((one) => [`${one.method} ${one.path}`, one.body === '' ? null : JSON.parse(one.body)])
  return { sentences, sent, asked: made.asked }
}

const toRoute = (id: string) => ({ data: { type: 'route', id } })

describe('settings that are put back at Flowroute', () => {
  it('are the name and the lookup of callers, in a flat body', async () => {
    const { sentences, sent } = await restore({ snapshot: { alias: 'front desk', callerIdLookup: true } })
    expect(sentences).toEqual([])
    expect(sent).toEqual([
      [`PATCH ${path}`, { type: 'number', alias: 'front desk' }],
      [`PATCH ${path}`, { type: 'number', cnam_lookups_enabled: true }],
    ])
  })

  it('are both routes, by their ids', async () => {
    const { sentences, sent } = await restore({ routing: ['90210', '0'] })
    expect(sentences).toEqual([])
    expect(sent).toEqual([
      [`PATCH ${primary}`, toRoute('90210')],
      [`PATCH ${failover}`, toRoute('0')],
    ])
  })

  it('are routes that were made again, by kind, target and name', async () => {
    const again = routes(builtIn, route('1', 'pbx.example.net', 'other'), route('777', 'pbx.example.net', 'shop'))
    const { sentences, sent } = await restore({ routing: ['90210', null] }, again)
    expect([sentences, sent]).toEqual([[], [[`PATCH ${primary}`, toRoute('777')]]])
  })

  it('are taken away where there was none', async () => {
    const now = { [`GET ${path}`]: owned({}, ['0', '90210']) }
    expect((await restore({ routing: [null, null] }, now)).sent).toEqual([
      [`DELETE ${primary}`, null],
      [`DELETE ${failover}`, null],
    ])
  })

  it('are not sent when they are so already', async () => {
    const now = { [`GET ${path}`]: owned({ alias: 'front desk' }, ['90210', null]) }
    const was = { snapshot: { alias: 'front desk' }, routing: ['90210', null] } as const
    expect((await restore(was, now)).sent).toEqual([])
  })

  it('need no list of routes when no routing is known', async () => {
    expect((await restore({})).asked.map((one) => one.path)).toEqual([path])
  })
})

describe('what cannot be put back at Flowroute is told:', () => {
  it('a route that is gone, by its name and target', async () => {
    const { sentences, sent } = await restore({ routing: ['90210', null] }, routes(builtIn))
    expect(sent).toEqual([])
    expect(sentences).toEqual(['The primary route (shop, pbx.example.net) is not among the account’s routes any more.'])
  })

  it('a route that leads elsewhere now, which is put back all the same', async () => {
    const changed = routes(builtIn, route('90210', 'new.example.net', 'shop'))
    const { sentences, sent } = await restore({ routing: ['90210', null] }, changed)
    expect(sent).toHaveLength(1)
    expect(sentences).toEqual(['The primary route is back, but leads elsewhere than before: to new.example.net.'])
  })

  it('a part that Flowroute refuses, in its words, and the other parts go on', async () => {
    const refused = { [`PATCH ${path}`]: { status: 422, body: refusalOf('flowroute-v2', 422) } }
    const { sentences, sent } = await restore({ snapshot: { alias: 'x' }, routing: ['90210', null] }, refused)
    expect(sentences).toEqual(['Its name “x” could not be put back. Flowroute refused: No: said the carrier.'])
    expect(sent).toHaveLength(2)
  })

  it('texting and the note', async () => {
    const { sentences } = await restore({ snapshot: { texts: 'on', note: 'on the van' } })
    expect(sentences).toEqual([
      'Texting was on. Switch it on again on the Flowroute web site.',
      'Its note can be written on the Flowroute web site only. It said: on the van',
    ])
  })
})

describe('putting back at Flowroute', () => {
  it('stops when nobody answers, for that concerns all parts', async () => {
    const dead = { [`PATCH ${primary}`]: { status: 504, body: {} } }
    expect(await failureOf(restore({ routing: ['90210', null] }, dead))).toMatchObject({ kind: 'unsure' })
  })

  it('sends nothing for a number that the account does not hold', async () => {
    const gone = { [`GET ${path}`]: { status: 404, body: refusalOf('flowroute-v2', 404) } }
    expect(await failureOf(restore({ snapshot: { alias: 'x' } }, gone))).toMatchObject({ kind: 'notFound' })
  })
})
