import type { FacetName } from '../../../shared/model/account.ts'
import type { Provider, ProviderContext } from '../../core/ports.ts'
import { createHttp, type HttpWorld, type Lane } from '../http.ts'
import { readBilling } from './billing.ts'
import { checkConnection } from './check.ts'
import { configReader } from './configs.ts'
import { doNotContactReader } from './do-not-contact.ts'
import { explain } from './errors.ts'
import { keywordReader } from './keywords.ts'
import { leaseReader } from './leases.ts'
import { type Api, createPull } from './lists.ts'
import { orderReader } from './orders.ts'
import { regionReader } from './regions.ts'

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
    numbers: { pull: createPull(api, '/numbers/leases', leaseReader) },
    leaseConfigs: { pull: createPull(api, '/numbers/leases/configs', configReader) },
    keywords: { pull: createPull(api, '/keywords/leases', keywordReader) },
    doNotContact: { pull: createPull(api, '/contacts/dncs', doNotContactReader) },
    orders: { pull: createPull(api, '/orders', orderReader) },
    billing: { read: (signal) => readBilling(api, signal) },
    market: { regions: (query, signal) => createPull(api, '/numbers/regions', regionReader, query)(signal) },
  }
}
