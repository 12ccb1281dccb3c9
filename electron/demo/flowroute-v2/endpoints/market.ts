import type { Exchange } from '../../catalogue/exchanges.ts'
import type { StockNumber } from '../../catalogue/search.ts'
import { hash32 } from '../../kit/random.ts'
import type { Account } from '../account.ts'
import { list, type Resource } from '../documents.ts'
import { numberTypeOf } from '../number-record.ts'
import { invalidAt } from '../problem.ts'
import { type Echo, readDigitFilter, readPaging, readText } from '../query.ts'
import type { Endpoint, Endpoints } from './endpoint.ts'
import { readOrder } from './order-by.ts'

const mostRows = 200

/** Some rows lack the newer members, so that clients learn to live without. */
const isNewer = ({ catalogue }: Account, { index }: Exchange) => hash32(catalogue.seed, index, 81) % 8 !== 0

function toResource(account: Account, { number, exchange }: StockNumber): Resource {
  const { setup, monthly, inbound, tier } = account.catalogue.flowroutePrice(exchange)
  const newer = isNewer(account, exchange)
  const { place, tollFree } = exchange
  const extra = newer && {
    inbound_rate: inbound,
    rate_type: tollFree ? 'tollfree' : 'local',
    tier,
    iso_country: place?.country ?? 'US',
  }
  const attributes = {
    value: number,
    monthly_cost: monthly,
    setup_cost: setup,
    number_type: numberTypeOf(exchange, newer),
    rate_center: place?.rateCenterShort ?? null,
    state: place?.state.toLowerCase() ?? null,
    ...extra,
  }
  const related = `${account.behaviour().linkHost}/v2/numbers/${number}`
  return { type: 'number', id: number, attributes, links: { related } }
}

type Where = { readonly echo: Echo; readonly test: (exchange: Exchange) => boolean }

/** One filter on places: how links say it, and what it lets pass. Null when nobody asked. */
function filter(query: URLSearchParams, name: string, passes: (exchange: Exchange, wanted: string) => boolean) {
  const upper = name !== 'number_type'
  const said = readText(query, name)
  const wanted = upper ? said?.toUpperCase() : said
  if (!wanted) return null
  return { echo: [[name, wanted]] as Echo, test: (exchange: Exchange) => passes(exchange, wanted) }
}

function readWhere(query: URLSearchParams): Where {
  const kind = readText(query, 'number_type')
  if (kind && kind !== 'toll-free' && kind !== 'longcode') throw invalidAt(['number_type'], 'Not a valid choice.')
  const filters = [
    filter(query, 'rate_center', ({ place }, wanted) => place?.rateCenterShort.toUpperCase() === wanted),
    filter(query, 'state', ({ place }, wanted) => place?.state === wanted),
    filter(query, 'number_type', ({ tollFree }, wanted) => tollFree === (wanted === 'toll-free')),
    filter(query, 'iso_country', ({ place }, wanted) => (place?.country ?? 'US') === wanted),
  ].filter((entry) => entry !== null)
  return {
    echo: filters.flatMap(({ echo }) => echo),
    test: (exchange) => filters.every(({ test }) => test(exchange)),
  }
}

/** The first few; the rest is never made. */
function take(found: Iterable<StockNumber>, most: number): readonly StockNumber[] {
  const taken: StockNumber[] = []
  for (const row of found) {
    taken.push(row)
    if (taken.length === most) return taken
  }
  return taken
}

const searchNumbers: Endpoint = (call) => {
  const { account, query, path } = call
  const paging = readPaging(query, mostRows)
  const digits = readDigitFilter(query)
  const where = readWhere(query)
  const order = readOrder(query, account.catalogue)
  const search = { ...digits.filter, where: where.test, ...order.search, skip: paging.offset }
  // One more than the page tells whether there is another page.
  const found = take(account.catalogue.search(account.stock, search), paging.limit + 1)
  return list(account.behaviour(), {
    rows: found.slice(0, paging.limit),
    more: found.length > paging.limit,
    toResource: (row) => toResource(account, row),
    paging,
    echo: [...digits.echo, ...where.echo, ...order.echo],
    path,
  })
}

export const marketEndpoints: Endpoints = { 'GET /v2/numbers/available': searchNumbers }
