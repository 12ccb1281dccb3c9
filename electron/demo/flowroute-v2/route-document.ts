import type { Resource } from './documents.ts'
import type { Route } from './route-book.ts'

/** `version` is left out of the link in the answer to a creation. */
export function routeResource(linkHost: string, route: Route, version = '/v2'): Resource {
  const { id, type, value, alias, edgeStrategyId } = route
  const newer = edgeStrategyId !== undefined && { edge_strategy_id: edgeStrategyId }
  return {
    type: 'route',
    id,
    attributes: { alias, route_type: type, value, ...newer },
    links: { self: `${linkHost}${version}/routes/${id}` },
  }
}
