import type { DemoReply } from '../../kit/message.ts'
import type { Account } from '../account.ts'
import type { NumberRecord } from '../number-record.ts'
import { notFound } from '../problem.ts'

export type Call = {
  readonly account: Account
  /** As served, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly body: Buffer
}

export type Endpoint = (call: Call) => DemoReply

/** Keys read `GET /v2/numbers/{id}`. */
export type Endpoints = Readonly<Record<string, Endpoint>>

export const idOf = ({ parameters }: Call): string => parameters.id ?? ''

/** The number of the path. Throws a 404 of the resource kind when the account does not hold it. */
export function heldNumber(call: Call): NumberRecord {
  const record = call.account.numbers.get(idOf(call))
  if (!record || !call.account.isSeen(record.number)) throw notFound('No such number on this account.')
  return record
}
