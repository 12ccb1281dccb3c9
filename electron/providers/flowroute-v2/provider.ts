import type { FacetName } from '../../../shared/model/account.ts'
import type { Provider, ProviderContext } from '../../core/ports.ts'
import { createHttp, type HttpWorld, type Lane } from '../http.ts'
import { createBuying } from './buying.ts'
import { checkConnection } from './check.ts'
import { createPullDetails } from './details.ts'
import { explain } from './errors.ts'
import { type Api, createPull } from './lists.ts'
import { areaCodeLimit, areaCodeReader, exchangeReader } from './market.ts'
import { numberReader } from './numbers.ts'
import { readOwned } from './owned.ts'
import { recheck } from './recheck.ts'
import { readEdgeStrategies, routeReader } from './routes.ts'
import { search } from './search.ts'
import { createSettings } from './settings.ts'

const ownAddress = 'https://api.flowroute.com'

export const facets: readonly FacetName[] = ['numbers', 'market', 'routes']

export function createFlowrouteV2(world: HttpWorld, lane: Lane, context: ProviderContext): Provider {
  const http = createHttp({ world, context, lane, ownAddress, explain })
  const api: Api = { http, accountId: context.accountId }
  const available = '/v2/numbers/available'
  const pullRoutes = createPull(api, { path: '/v2/routes', reader: routeReader })
  return {
    api: 'flowroute-v2',
    facets,
    check: (signal) => checkConnection(api, context, signal),
    numbers: {
      pull: createPull(api, { path: '/v2/numbers', reader: numberReader }),
      read: (number, signal) => readOwned(api, number, signal),
      pullDetails: createPullDetails(api),
    },
    routes: {
      pull: pullRoutes,
      edgeStrategies: (signal) => readEdgeStrategies(api, signal),
    },
    market: {
      areaCodes: createPull(api, { path: `${available}/areacodes`, reader: areaCodeReader, limit: areaCodeLimit }),
      exchanges: (areaCode, signal) => {
        const query = areaCode === null ? {} : { areacode: areaCode }
        return createPull(api, { path: `${available}/exchanges`, reader: exchangeReader, query })(signal)
      },
      search: (ask, signal) => search(api, ask, signal),
      recheck: (numbers, signal) => recheck(api, numbers, signal),
    },
    buying: createBuying(api),
    settings: createSettings(api, pullRoutes),
  }
}
