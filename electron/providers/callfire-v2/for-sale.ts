import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { OddRow } from '../../../shared/model/sync.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import { noPlace } from '../../../shared/place-name.ts'
import { decodeRows, type RowReader } from '../decode.ts'
import type { Query } from '../http.ts'
import { toKind } from './leases.ts'
import { type Api, readEnvelope } from './lists.ts'
import { toPlace } from './regions.ts'
import { type WireForSale, wireForSale } from './wire.ts'

/** The catalogue tells no prices. */
const forSaleReader: RowReader<WireForSale, CatalogueNumber> = {
  schema: wireForSale,
  needs: '.number: expected string of digits',
  toItem: ({ number: said, tollFree, region }) => {
    const number = toPhoneNumber(said ?? '')
    if (number === null) return null
    const place = region ? toPlace(region) : noPlace
    return { number, kind: toKind(number, tollFree), place, setup: null, monthly: null }
  },
}

export type Shelf = 'local' | 'tollfree'

export type ForSale = {
  readonly items: readonly CatalogueNumber[]
  readonly odd: readonly OddRow[]
  /** There may be more than were given; there is no next page to ask for. */
  readonly isFull: boolean
}

type Asking = {
  readonly limit: number
  readonly query: Query
  readonly hurried?: boolean
  readonly signal: AbortSignal
}

export async function readForSale(api: Api, shelf: Shelf, asking: Asking): Promise<ForSale> {
  const { limit, query, hurried = false, signal } = asking
  const path = `/numbers/${shelf}`
  const answer = await api.http.read({ method: 'GET', path, query: { limit, ...query }, signal, hurried })
  const { rows } = readEnvelope(api, answer)
  const isFull = rows.length >= limit || isUsualMaximum(rows.length)
  return { ...decodeRows(rows, forSaleReader, (index) => `${answer.place} items[${index}]`), isFull }
}

/** No maximum is documented, so the limit may have been lowered silently, to one of the usual ones. */
const isUsualMaximum = (rows: number): boolean => [100, 200, 250, 500, 1000].includes(rows)
