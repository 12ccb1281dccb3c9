export type RouteType = 'host' | 'number' | 'uri' | 'sip-reg'

export type Route = {
  readonly id: string
  readonly type: RouteType
  /** Null for the built-in one only. */
  readonly value: string | null
  readonly alias: string
  /** Left out: the route is from before edge strategies, and its document has no such member. */
  readonly edgeStrategyId?: number | null
}

/** Belongs to every account, is always first, cannot be changed or removed. */
export const builtInRoute: Route = { id: '0', type: 'sip-reg', value: null, alias: 'sip-reg' }

export type RouteBook = {
  /** The built-in one first, then in the order of their making. */
  all(): readonly Route[]
  get(id: string): Route | null
  /** Another route than `except` with this alias, or with this type and value. */
  twinOf(route: Omit<Route, 'id'>, except: string | null): Route | null
  add(route: Omit<Route, 'id'>): Route
  put(route: Route): void
  remove(id: string): void
}

export function createRouteBook(first: readonly Route[]): RouteBook {
  const routes = new Map([builtInRoute, ...first].map((route) => [route.id, route]))
  let lastId = Math.max(...[...routes.keys()].map(Number))
  return {
    all: () => [...routes.values()],
    get: (id) => routes.get(id) ?? null,
    twinOf: ({ alias, type, value }, except) =>
      [...routes.values()].find(
        (other) => other.id !== except && (other.alias === alias || (other.type === type && other.value === value)),
      ) ?? null,
    add: (route) => {
      lastId += 41
      const added = { ...route, id: String(lastId) }
      routes.set(added.id, added)
      return added
    },
    put: (route) => void routes.set(route.id, route),
    remove: (id) => void routes.delete(id),
  }
}
