import type { FacetName } from '../../../shared/model/account.ts'
import type { Provider, ProviderContext } from '../../core/ports.ts'
import { createHttp, type HttpWorld, type Lane } from '../http.ts'
import { checkConnection } from './check.ts'
import { createPullDetails } from './details.ts'
import { explain } from './errors.ts'
import { type Api, createPull } from './lists.ts'
import { areaCodeLimit, areaCodeReader, exchangeReader } from './market.ts'
import { numberReader } from './numbers.ts'
import { readEdgeStrategies, routeReader } from './routes.ts'

const ownAddress = 'https://api.flowroute.com'

export const facets: readonly FacetName[] = ['numbers', 'market', 'routes']

export function createFlowrouteV2(world: HttpWorld, lane: Lane, context: ProviderContext): Provider {
  const http = createHttp({ world, context, lane, ownAddress, explain })
  const api: Api = { http, accountId: context.accountId }
  const available = '/v2/numbers/available'
  return {
    api: 'flowroute-v2',
    facets,
    check: (signal) => checkConnection(api, context, signal),
    numbers: {
      pull: createPull(api, { path: '/v2/numbers', reader: numberReader }),
      pullDetails: createPullDetails(api),
    },
    routes: {
      pull: createPull(api, { path: '/v2/routes', reader: routeReader }),
      edgeStrategies: (signal) => readEdgeStrategies(api, signal),
    },
    market: {
      areaCodes: createPull(api, { path: `${available}/areacodes`, reader: areaCodeReader, limit: areaCodeLimit }),
      exchanges: (areaCode, signal) => {
        const query = areaCode === null ? {} : { areacode: areaCode }
        return createPull(api, { path: `${available}/exchanges`, reader: exchangeReader, query })(signal)
      },
    },
  }
}
