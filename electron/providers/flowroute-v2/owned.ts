import { FailureError, isFailure } from '../../../shared/failure.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import { toDigits } from '../../../shared/phone.ts'
import { decodeOne } from '../decode.ts'
import { asDocument, foreignWords, oddDocument } from '../documents.ts'
import type { Answer } from '../http.ts'
import { type Api, readListPage } from './lists.ts'
import { numberReader, toOwnedNumber } from './numbers.ts'
import { type WireNumberInFull, wireNumberInFull } from './wire.ts'

type Owned = { readonly number: OwnedNumber; readonly routing: NumberRouting | null }

export const numberPath = (number: string): string => `/v2/numbers/${toDigits(number)}`

/**
 * One number as Flowroute lists it now. Null only when Flowroute itself says, in its own error document, that it is not there.
 * What this address answers for a number that is merely for sale is not documented; only an owned one has links to routes, so
 * without them the list of owned numbers decides.
 */
export async function readOwned(api: Api, number: string, signal: AbortSignal): Promise<Owned | null> {
  const path = numberPath(number)
  try {
    const answer = await api.http.read({ method: 'GET', path, signal, hurried: true, strict: true })
    const wire = readNumber(api, answer)
    const owned = toOwnedNumber(wire)
    if (owned?.number !== number) throw odd(api, answer)
    const routing = toRouting(wire)
    return routing === null ? await readListed(api, number, signal) : { number: owned, routing }
  } catch (error) {
    if (!isFailure(error)) throw error
    if (error.failure.kind === 'notFound') return null
    // Only for a number that one holds is the answer documented.
    if (error.failure.kind === 'refused' || error.failure.kind === 'forbidden') return readListed(api, number, signal)
    throw error
  }
}

function readNumber(api: Api, answer: Answer): WireNumberInFull {
  const isOurs = foreignWords(answer.body, 'Flowroute') === null
  const wire = isOurs ? decodeOne(asDocument(answer.body)?.data, wireNumberInFull) : null
  if (wire === null) throw odd(api, answer)
  return wire
}

const odd = (api: Api, { body, place }: Answer) =>
  oddDocument(body, 'Flowroute', { place, problem: 'data: expected the number', accountId: api.accountId })

/** Null: where it rings was not said. */
export function toRouting({ relationships }: WireNumberInFull): NumberRouting | null {
  const primary = relationships?.primary_route
  if (!primary) return null
  const failover = relationships?.failover_route?.data?.id ?? null
  return { kind: 'routes', primary: primary.data?.id ?? null, failover }
}

async function readListed(api: Api, number: string, signal: AbortSignal): Promise<Owned | null> {
  const digits = toDigits(number)
  const query = { starts_with: digits.startsWith('1') ? digits : number }
  const list = { path: '/v2/numbers', reader: numberReader, query }
  const { page } = await readListPage(api, list, { span: { offset: 0, limit: 10 }, signal, hurried: true })
  const listed = page.items.find((item) => item.number === number)
  if (listed !== undefined) return { number: listed, routing: null }
  // A row that cannot be read may be just this number.
  const unread = page.odd.find(({ kept }) => !kept)
  if (unread) throw new FailureError({ kind: 'garbled', place: unread.place, accountId: api.accountId })
  return null
}
