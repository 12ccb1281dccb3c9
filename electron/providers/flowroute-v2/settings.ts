import { FailureError } from '../../../shared/failure.ts'
import type { OwnedNumber } from '../../../shared/model/number.ts'
import type { Route } from '../../../shared/model/route.ts'
import type { NumberSettings, Pull } from '../../core/ports.ts'
import { putBack } from '../putting-back.ts'
import type { Api } from './lists.ts'
import { numberPath, readOwned } from './owned.ts'

type Sentences = Promise<readonly string[]>
type Writing = { readonly api: Api; readonly number: string; readonly signal: AbortSignal }

/** Reads first and sends only what differs. Each part apart, so that one that is refused does not cost the others. */
export const createSettings = (api: Api, pullRoutes: Pull<Route>): NumberSettings => ({
  restore: async (number, { snapshot, routing, routes: before }, signal) => {
    const now = await readOwned(api, number, signal)
    if (now === null) throw new FailureError({ kind: 'notFound', said: null, accountId: api.accountId })
    const writing: Writing = { api, number, signal }
    const own = [
      ...(await restoreAlias(writing, snapshot, now.number)),
      ...(await restoreLookup(writing, snapshot, now.number)),
    ]
    const routed = routing?.kind === 'routes' ? routing : null
    const current = now.routing?.kind === 'routes' ? now.routing : null
    const routes = routed === null ? [] : await readRoutes(pullRoutes, signal)
    const ways = []
    for (const slot of slots) {
      if (routed === null || (current !== null && current[slot] === routed[slot])) continue
      ways.push(...(await restoreRoute(writing, { slot, was: routed[slot], before, routes })))
    }
    return [...ways, ...own, ...untouched(snapshot, now.number)]
  },
})

const slots = ['primary', 'failover'] as const
type Slot = (typeof slots)[number]

const patch = ({ api, number, signal }: Writing, change: Readonly<Record<string, unknown>>) =>
  api.http.write({ method: 'PATCH', path: numberPath(number), body: { type: 'number', ...change }, signal })

async function restoreAlias(writing: Writing, { alias }: OwnedNumber, now: OwnedNumber): Sentences {
  if (alias === null || alias === now.alias) return []
  return putBack(`Its name “${alias}”`, 'Flowroute', () => patch(writing, { alias }))
}

async function restoreLookup(writing: Writing, { callerIdLookup }: OwnedNumber, now: OwnedNumber): Sentences {
  if (callerIdLookup === null || callerIdLookup === now.callerIdLookup) return []
  const send = () => patch(writing, { cnam_lookups_enabled: callerIdLookup })
  return putBack('The lookup of callers’ names', 'Flowroute', send)
}

async function readRoutes(pull: Pull<Route>, signal: AbortSignal): Promise<readonly Route[]> {
  const routes: Route[] = []
  for await (const { items } of pull(signal)) routes.push(...items)
  return routes
}

type Restoring = {
  readonly slot: Slot
  readonly was: string | null
  readonly before: readonly Route[]
  readonly routes: readonly Route[]
}

async function restoreRoute({ api, number, signal }: Writing, restoring: Restoring): Sentences {
  const { slot, was } = restoring
  const path = `${numberPath(number)}/relationships/${slot}_route`
  const what = `The ${slot} route`
  if (was === null) return putBack(what, 'Flowroute', () => api.http.write({ method: 'DELETE', path, signal }))
  const { route, changed } = findRoute(restoring, was)
  if (route === null) return [`${what}${named(restoring, was)} is not among the account’s routes any more.`]
  const body = { data: { type: 'route', id: route.id } }
  const refused = await putBack(what, 'Flowroute', () => api.http.write({ method: 'PATCH', path, body, signal }))
  if (refused.length > 0 || !changed) return refused
  return [`${what} is back, but leads elsewhere than before: to ${route.target ?? route.name ?? 'its registration'}.`]
}

const named = ({ before }: Restoring, id: string): string => {
  const { name = null, target = null } = before.find((route) => route.id === id) ?? {}
  const words = [name, target].filter((word) => word !== null).join(', ')
  return words === '' ? '' : ` (${words})`
}

/** The same id, wherever it leads now; else one that was made again with the same name for the same target. */
function findRoute(
  { before, routes }: Restoring,
  id: string,
): { readonly route: Route | null; readonly changed: boolean } {
  const was = before.find((route) => route.id === id)
  const same = routes.find((route) => route.id === id)
  if (same) return { route: same, changed: was !== undefined && !leadsAlike(same, was) }
  const again = routes.find((route) => was && leadsAlike(route, was) && route.name === was.name)
  return { route: again ?? null, changed: false }
}

const leadsAlike = (one: Route, other: Route): boolean => one.kind === other.kind && one.target === other.target

/** What this API cannot set, or sets by a job of its own that takes time. */
const untouched = ({ texts, note }: OwnedNumber, now: OwnedNumber): readonly string[] => [
  ...(texts === 'on' && now.texts !== 'on' ? ['Texting was on. Switch it on again on the Flowroute web site.'] : []),
  ...(note !== null && note !== now.note
    ? [`Its note can be written on the Flowroute web site only. It said: ${note}`]
    : []),
]
