import { z } from 'zod'
import { check, readObject } from '../body.ts'
import { list, noContent, reply, single } from '../documents.ts'
import { edgeStrategies, isEdgeStrategy } from '../edge-strategies.ts'
import { forbidden, invalidAt, notFound, routeInUse } from '../problem.ts'
import { readPaging, readText } from '../query.ts'
import { builtInRoute, type Route } from '../route-book.ts'
import { routeResource } from '../route-document.ts'
import { checkRouteValue } from '../route-value.ts'
import { type Call, type Endpoint, type Endpoints, idOf } from './endpoint.ts'

const mostRows = 200
const routeTypes = ['sip-reg', 'host', 'uri', 'number']

const listRoutes: Endpoint = ({ account, query, path }) => {
  const type = readText(query, 'route_type')
  if (type !== null && !routeTypes.includes(type)) throw invalidAt(['route_type'], 'Not a valid choice.')
  return list(account.behaviour(), {
    rows: account.routes.all().filter((route) => type === null || route.type === type),
    toResource: (route) => routeResource(account.behaviour().linkHost, route),
    paging: readPaging(query, mostRows),
    echo: type === null ? [] : [['route_type', type]],
    path,
  })
}

function knownRoute(call: Call): Route {
  const route = call.account.routes.get(idOf(call))
  if (!route) throw notFound('No such route on this account.')
  return route
}

/** A route that may be changed. */
function ownRoute(call: Call): Route {
  const route = knownRoute(call)
  if (route.id === builtInRoute.id) throw forbidden('Forbidden', 'The default route cannot be changed.')
  return route
}

const getRoute: Endpoint = (call) => {
  const data = routeResource(call.account.behaviour().linkHost, knownRoute(call))
  return single(200, { data, included: [], self: data.links?.self ?? '' })
}

const filled = { error: 'Missing data for required field.' }
const edge = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
  z.int({ error: 'Not a valid integer.' }).refine(isEdgeStrategy, { error: 'No such edge strategy.' }).nullish(),
)

const attributes = z.object({
  route_type: z.enum(['host', 'number', 'uri'], { error: 'Not a valid choice.' }),
  value: z.string(filled).min(1, filled),
  alias: z.string(filled).trim().min(1, filled).max(64, { error: 'Longer than maximum length 64.' }),
  edge_strategy_id: edge,
})

const envelope = <Schema extends z.ZodType>(inner: Schema) =>
  z.object({ data: z.object({ type: z.literal('route', { error: 'Must be "route".' }), attributes: inner }, filled) })

const creation = envelope(attributes)
const alteration = envelope(attributes.partial())

/** A second route of the same name, or of the same type and value, is refused. */
function checkTwin({ account }: Call, route: Omit<Route, 'id'>, except: string | null): void {
  const twin = account.routes.twinOf(route, except)
  if (twin) throw forbidden('Forbidden', `Route ${twin.id} already exists with this alias or value.`)
}

const createRoute: Endpoint = (call) => {
  const wanted = check(creation, readObject(call.body)).data.attributes
  checkRouteValue(wanted.route_type, wanted.value)
  const { route_type: type, value, alias, edge_strategy_id: edgeStrategyId = null } = wanted
  const draft = { type, value, alias, edgeStrategyId }
  checkTwin(call, draft, null)
  const { linkHost, createdRouteLinkLacksVersion } = call.account.behaviour()
  const version = createdRouteLinkLacksVersion ? '' : '/v2'
  const data = routeResource(linkHost, call.account.routes.add(draft), version)
  return single(201, { data, included: [], self: data.links?.self ?? '' })
}

const changeRoute: Endpoint = (call) => {
  const route = ownRoute(call)
  const wanted = check(alteration, readObject(call.body)).data.attributes
  const changed: Route = {
    ...route,
    type: wanted.route_type ?? route.type,
    value: wanted.value ?? route.value,
    alias: wanted.alias ?? route.alias,
    ...(wanted.edge_strategy_id !== undefined && { edgeStrategyId: wanted.edge_strategy_id }),
  }
  checkRouteValue(changed.type, changed.value ?? '')
  checkTwin(call, changed, route.id)
  call.account.routes.put(changed)
  return getRoute(call)
}

const deleteRoute: Endpoint = (call) => {
  const { id } = ownRoute(call)
  if (call.account.numbers.isRouteUsed(id)) throw routeInUse()
  call.account.routes.remove(id)
  return noContent
}

export const routeEndpoints: Endpoints = {
  'GET /v2/routes': listRoutes,
  'POST /v2/routes': createRoute,
  'GET /v2/routes/edge_strategies': () => reply(200, { data: edgeStrategies }),
  'GET /v2/routes/{id}': getRoute,
  'PATCH /v2/routes/{id}': changeRoute,
  'DELETE /v2/routes/{id}': deleteRoute,
}
