import type { FacetName } from '../../../shared/model/account.ts'
import type { Market, Provider, ProviderContext } from '../../core/ports.ts'
import { createHttp, type HttpWorld, type Lane } from '../http.ts'
import { readBilling } from './billing.ts'
import { createOrdering } from './buying.ts'
import { checkConnection } from './check.ts'
import { configReader } from './configs.ts'
import { doNotContactReader } from './do-not-contact.ts'
import { explain } from './errors.ts'
import { keywordReader, readAvailable, readKeyword } from './keywords.ts'
import { leaseReader, readLease } from './leases.ts'
import { type Api, createPull } from './lists.ts'
import { orderReader } from './orders.ts'
import { toRegionQuery } from './place-filter.ts'
import { recheck } from './recheck.ts'
import { regionReader } from './regions.ts'
import { createLeases } from './renewal.ts'
import { searchLocal } from './search-local.ts'
import { searchTollFree } from './search-toll-free.ts'
import { createSettings } from './settings.ts'

const ownAddress = 'https://api.callfire.com/v2'

export const facets: readonly FacetName[] = [
  'numbers',
  'market',
  'leases',
  'leaseConfigs',
  'keywords',
  'doNotContact',
  'orders',
  'billing',
]

export function createCallFireV2(world: HttpWorld, lane: Lane, context: ProviderContext): Provider {
  const http = createHttp({ world, context, lane, ownAddress, explain })
  const api: Api = { http, accountId: context.accountId }
  return {
    api: 'callfire-v2',
    facets,
    check: (signal) => checkConnection(api, context, signal),
    numbers: {
      pull: createPull(api, '/numbers/leases', leaseReader),
      read: async (number, signal) => {
        const lease = await readLease(api, number, signal)
        return lease && { number: lease, routing: null }
      },
    },
    leaseConfigs: { pull: createPull(api, '/numbers/leases/configs', configReader) },
    keywords: {
      pull: createPull(api, '/keywords/leases', keywordReader),
      read: (keyword, signal) => readKeyword(api, keyword, signal),
      available: (words, signal) => readAvailable(api, words, signal),
    },
    doNotContact: { pull: createPull(api, '/contacts/dncs', doNotContactReader) },
    orders: { pull: createPull(api, '/orders', orderReader) },
    billing: { read: (signal) => readBilling(api, signal) },
    market: createMarket(api),
    buying: { order: createOrdering(api) },
    leases: createLeases(api),
    settings: createSettings(api),
  }
}

const createMarket = (api: Api): Market => ({
  regions: (query, signal) => createPull(api, '/numbers/regions', regionReader, toRegionQuery(query))(signal),
  search: (ask, signal) => (ask.kind === 'tollFree' ? searchTollFree : searchLocal)(api, ask, signal),
  recheck: (numbers, signal) => recheck(api, numbers, signal),
})
