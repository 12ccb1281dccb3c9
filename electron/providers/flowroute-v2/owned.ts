import { isFailure } from '../../../shared/failure.ts'
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
  const answer = await api.http
    .read({ method: 'GET', path, signal, hurried: true, strict: true })
    .catch(nullWhenNotFound)
  if (answer === null) return null
  const wire = readNumber(api, answer)
  const owned = toOwnedNumber(wire)
  if (owned?.number !== number) throw odd(api, answer)
  return wire.relationships?.primary_route
    ? { number: owned, routing: toRouting(wire) }
    : readListed(api, number, signal)
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
  return listed === undefined ? null : { number: listed, routing: null }
}

function nullWhenNotFound(error: unknown): null {
  if (isFailure(error) && error.failure.kind === 'notFound') return null
  throw error
}
