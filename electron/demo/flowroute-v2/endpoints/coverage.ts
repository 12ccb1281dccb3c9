import type { Exchange } from '../../catalogue/exchanges.ts'
import { flowrouteTiers } from '../../catalogue/prices.ts'
import { list } from '../documents.ts'
import { invalidAt } from '../problem.ts'
import { readMaxSetupCost, readPaging, readText } from '../query.ts'
import type { Call, Endpoint, Endpoints } from './endpoint.ts'

const mostAreaCodes = 400
const mostRows = 200

/** Exchanges with something left to buy at that set-up price. */
const selling = ({ account }: Call, most: number): readonly Exchange[] =>
  account.catalogue.exchanges.filter(
    (exchange) => account.catalogue.flowroutePrice(exchange).setup <= most && account.stock.left(exchange) > 0,
  )

const areaCodes: Endpoint = (call) => {
  const paging = readPaging(call.query, mostAreaCodes)
  const { most, echo } = readMaxSetupCost(call.query)
  const host = call.account.behaviour().linkHost
  return list(call.account.behaviour(), {
    rows: [...new Set(selling(call, most).map(({ areaCode }) => areaCode))].sort(),
    toResource: (id) => ({
      type: 'areacode',
      id,
      links: { related: `${host}/v2/numbers/available/exchanges?areacode=${id}` },
    }),
    paging,
    echo,
    path: call.path,
  })
}

/** Rows are six digits; only the link has the country code. */
const exchanges: Endpoint = (call) => {
  const paging = readPaging(call.query, mostRows)
  const { most, echo } = readMaxSetupCost(call.query)
  const areaCode = readText(call.query, 'areacode')
  if (areaCode !== null && !/^\d{3}$/.test(areaCode)) throw invalidAt(['areacode'], 'Must be three digits.')
  const host = call.account.behaviour().linkHost
  return list(call.account.behaviour(), {
    rows: selling(call, most).filter((exchange) => areaCode === null || exchange.areaCode === areaCode),
    toResource: ({ prefix }) => ({
      type: 'exchange',
      id: prefix.slice(1),
      links: { related: `${host}/v2/numbers/available?starts_with=${prefix}` },
    }),
    paging,
    echo: areaCode === null ? echo : [['areacode', areaCode], ...echo],
    path: call.path,
  })
}

/** Tier names are free text; the paging links of this list lack a part of the path. */
const tiers: Endpoint = ({ account, query }) => {
  const host = account.behaviour().linkHost
  return list(account.behaviour(), {
    rows: flowrouteTiers,
    toResource: (id) => ({
      type: 'tier',
      id,
      links: { related: `${host}/v2/numbers?tier=${encodeURIComponent(id)}` },
    }),
    paging: readPaging(query, mostRows),
    echo: [],
    path: '/v2/numbers/tiers',
  })
}

export const coverageEndpoints: Endpoints = {
  'GET /v2/numbers/available/areacodes': areaCodes,
  'GET /v2/numbers/available/exchanges': exchanges,
  'GET /v2/numbers/available/tiers': tiers,
}
