import type { Placed, Provider } from '../../../electron/core/ports.ts'
import type { ApiId } from '../../../shared/model/account.ts'
import { never } from './provider.ts'

/** Every way of spending or giving up that there is, on one thing. */
export type Spending = {
  readonly name: string
  readonly api: ApiId
  readonly method: string
  readonly path: (thing: string) => string
  readonly send: (provider: Provider, thing: string, signal?: AbortSignal) => Promise<Placed>
}

const present = <T>(facet: T | undefined): T => {
  if (facet === undefined) throw new Error('this provider cannot do that')
  return facet
}

const digits = (number: string) => number.slice(1)
const one = { local: 1, tollFree: 0, prefix: '206', city: '', state: '', zip: '' }

export const spendings: readonly Spending[] = [
  {
    name: 'an order of numbers',
    api: 'callfire-v2',
    method: 'POST',
    path: () => '/orders/numbers',
    send: ({ buying }, number, signal = never) =>
      present(buying?.order).place({ kind: 'numbers', numbers: [number] }, signal),
  },
  {
    name: 'an order by count',
    api: 'callfire-v2',
    method: 'POST',
    path: () => '/orders/numbers',
    send: ({ buying }, _number, signal = never) => present(buying?.order).place({ kind: 'count', ask: one }, signal),
  },
  {
    name: 'an order of keywords',
    api: 'callfire-v2',
    method: 'POST',
    path: () => '/orders/keywords',
    send: ({ buying }, _number, signal = never) =>
      present(buying?.order).place({ kind: 'keywords', keywords: ['LINEKEEPER'] }, signal),
  },
  {
    name: 'a purchase',
    api: 'flowroute-v2',
    method: 'POST',
    path: (number) => `/v2/numbers/${digits(number)}`,
    send: ({ buying }, number, signal = never) => present(buying?.buyOne)(number, signal),
  },
  {
    name: 'a release',
    api: 'flowroute-v2',
    method: 'DELETE',
    path: (number) => `/v2/numbers/${digits(number)}`,
    send: ({ buying }, number, signal = never) => present(buying?.release)(number, signal),
  },
]

/** Each provider's own error document for a status. */
export const refusalOf = (api: ApiId, status: number): unknown =>
  api === 'callfire-v2'
    ? { httpStatusCode: status, internalCode: 7, message: 'no, said the carrier' }
    : { errors: [{ id: 'x', status, title: 'No', detail: 'said the carrier' }] }

export const otherOf = (api: ApiId): ApiId => (api === 'callfire-v2' ? 'flowroute-v2' : 'callfire-v2')
