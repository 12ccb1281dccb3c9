import { FailureError } from '../../../shared/failure.ts'
import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { CountAsk } from '../../../shared/model/purchase.ts'
import { toDigits } from '../../../shared/phone.ts'
import type { Buying, OrderAsk, Placed } from '../../core/ports.ts'
import { decodeOne, decodeRows } from '../decode.ts'
import { isAbsent } from '../failures.ts'
import type { Written } from '../http.ts'
import { toPlaced } from '../placed.ts'
import { type Api, readEnvelope } from './lists.ts'
import { readListed } from './one.ts'
import { orderReader } from './orders.ts'
import { toPrefix } from './place-filter.ts'
import { wireResourceId } from './wire.ts'

export const createOrdering = (api: Api): NonNullable<Buying['order']> => ({
  place: (ask, signal) => placeOrder(api, ask, signal),
  read: (id, signal) => readOrder(api, id, signal),
  recent: (signal) => readRecent(api, signal),
})

async function placeOrder(api: Api, ask: OrderAsk, signal: AbortSignal): Promise<Placed> {
  const path = ask.kind === 'keywords' ? '/orders/keywords' : '/orders/numbers'
  const written = await api.http.write({ method: 'POST', path, body: toBody(ask), signal })
  const placed = toPlaced(written, 'CallFire', api.accountId)
  const orderId = idOf(written)
  return { ...placed, orderId, warning: orderId === null ? nameless : null }
}

const nameless = 'CallFire took the order but did not say its number, so it is looked for among what the account holds.'

const idOf = ({ body }: Written): string | null => decodeOne(body, wireResourceId)?.id || null

function toBody(ask: OrderAsk): unknown {
  switch (ask.kind) {
    case 'numbers':
      return { numbers: ask.numbers.map(toDigits) }
    case 'count':
      return toCountBody(ask.ask)
    case 'keywords':
      return { keywords: ask.keywords }
    default:
      return ask satisfies never
  }
}

/** What restricts nothing is left out: CallFire takes an empty text for a place without a name. */
function toCountBody({ local, tollFree, prefix, city, state, zip }: CountAsk): unknown {
  return {
    ...(local > 0 && { localCount: local }),
    ...(tollFree > 0 && { tollFreeCount: tollFree }),
    ...(prefix !== '' && { prefix: orderPrefix(prefix) }),
    ...(city !== '' && { city: city.toUpperCase() }),
    ...(state !== '' && { state: state.toUpperCase() }),
    ...(zip !== '' && { zipcode: zip }),
  }
}

function orderPrefix(typed: string): string {
  const prefix = toPrefix(typed)
  if (prefix !== null) return prefix
  const problem = 'CallFire orders by 3 to 6 leading digits, such as 206 or 206555. Correct the area code or prefix.'
  throw new FailureError({ kind: 'invalid', field: 'prefix', problem })
}

const readOrder = (api: Api, id: string, signal: AbortSignal): Promise<ProviderOrder | null> =>
  readListed(api, {
    path: `/orders/${encodeURIComponent(id)}`,
    reader: orderReader,
    isIt: (order) => order.id === id,
    signal,
  })

const mostRecent = 100

/** Older accounts have no list of orders, and some keys may not see it. */
async function readRecent(api: Api, signal: AbortSignal): Promise<readonly ProviderOrder[] | null> {
  const query = { offset: 0, limit: mostRecent }
  const answer = await api.http
    .read({ method: 'GET', path: '/orders', query, signal, hurried: true })
    .catch((error: unknown) => {
      if (isAbsent(error)) return null
      throw error
    })
  if (answer === null) return null
  const { rows } = readEnvelope(api, answer)
  const { items } = decodeRows(rows, orderReader, (index) => `${answer.place} items[${index}]`)
  return items.toSorted(newestFirst)
}

const newestFirst = (a: ProviderOrder, b: ProviderOrder): number => (b.created ?? 0) - (a.created ?? 0)
