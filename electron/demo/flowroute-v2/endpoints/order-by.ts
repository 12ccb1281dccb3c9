import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Exchange } from '../../catalogue/exchanges.ts'
import type { StockSearch } from '../../catalogue/search.ts'
import { invalidAt } from '../problem.ts'
import { type Echo, readText } from '../query.ts'

type Key = (catalogue: Catalogue, exchange: Exchange) => string | number

/** All of these are the same for a whole exchange. */
const keys: Readonly<Record<string, Key>> = {
  monthly_cost: (catalogue, exchange) => catalogue.flowroutePrice(exchange).monthly,
  iso_country: (_, { place }) => place?.country ?? 'US',
  number_type: (_, { tollFree }) => (tollFree ? 'toll-free' : 'longcode'),
  state: (_, { place }) => place?.state ?? '',
  rate_center: (_, { place }) => place?.rateCenterShort ?? '',
}

const byNumber = new Set(['number', 'value', 'tn'])

type Order = { readonly echo: Echo; readonly search: Pick<StockSearch, 'order' | 'descending'> }

function compareBy(key: Key, catalogue: Catalogue) {
  return (one: Exchange, other: Exchange): number => {
    const [left, right] = [key(catalogue, one), key(catalogue, other)]
    if (left === right) return 0
    return left < right ? -1 : 1
  }
}

/** `field,direction`; a bare field ascends. */
export function readOrder(query: URLSearchParams, catalogue: Catalogue): Order {
  const text = readText(query, 'order_by')
  if (text === null) return { echo: [], search: {} }
  const [field = '', direction = 'asc', ...rest] = text.split(',')
  const key = keys[field]
  const isKnown = (key !== undefined || byNumber.has(field)) && rest.length === 0
  if (!isKnown || !['asc', 'desc'].includes(direction)) throw invalidAt(['order_by'], 'Not a valid choice.')
  const order = key && compareBy(key, catalogue)
  return { echo: [['order_by', text]], search: { order, descending: direction === 'desc' } }
}
