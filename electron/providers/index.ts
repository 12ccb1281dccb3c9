import { inTurns } from '../../shared/in-turns.ts'
import type { AccountId, ApiId, FacetName } from '../../shared/model/account.ts'
import type { CreateProvider, FacetsOf, Provider, ProviderContext } from '../core/ports.ts'
import { facets as callFireV2Facets, createCallFireV2 } from './callfire-v2/provider.ts'
import { createFlowrouteV2, facets as flowrouteV2Facets } from './flowroute-v2/provider.ts'
import { createLane, defaultLimits, type HttpLimits, type HttpWorld, type Lane } from './http.ts'
import { defaultPacing, type Pacing, waitFor } from './pacing.ts'

type Api = {
  readonly create: (world: HttpWorld, lane: Lane, context: ProviderContext) => Provider
  readonly facets: readonly FacetName[]
}

/** A new API is a folder and a line here. */
const apis: Readonly<Record<ApiId, Api>> = {
  'callfire-v2': { create: createCallFireV2, facets: callFireV2Facets },
  'flowroute-v2': { create: createFlowrouteV2, facets: flowrouteV2Facets },
}

export const facetsOf: FacetsOf = (api) => apis[api].facets

export type ProviderWorld = Pick<HttpWorld, 'fetch'> & {
  /** Left out: `fetch`, which is right wherever that never repeats a request by itself (Node). */
  readonly fetchOnce?: HttpWorld['fetchOnce']
  readonly now?: HttpWorld['now']
  readonly wait?: HttpWorld['wait']
  readonly random?: () => number
  readonly limits?: Partial<HttpLimits>
  readonly pacing?: Partial<Pacing>
}

/** Providers over one `fetch`. However often an account's provider is made, its requests share one lane. */
export function createProviders({
  fetch,
  fetchOnce,
  now,
  wait,
  random,
  limits,
  pacing,
}: ProviderWorld): CreateProvider {
  const world: HttpWorld = {
    fetch,
    fetchOnce: fetchOnce ?? fetch,
    now: now ?? Date.now,
    wait: wait ?? waitFor,
    random: random ?? Math.random,
    limits: { ...defaultLimits, ...limits },
    breathe: inTurns(() => new Promise((resolve) => setImmediate(resolve))),
  }
  const paced = { ...defaultPacing, ...pacing }
  const lanes = new Map<AccountId, Lane>()
  const laneOf = (accountId: AccountId | null): Lane => {
    const lane = (accountId === null ? undefined : lanes.get(accountId)) ?? createLane(world, paced)
    if (accountId !== null) lanes.set(accountId, lane)
    return lane
  }
  return (context) => apis[context.api].create(world, laneOf(context.accountId), context)
}
