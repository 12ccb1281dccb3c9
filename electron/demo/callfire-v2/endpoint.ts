import type { DemoReply } from '../kit/server.ts'
import { applyMask, parseFields } from './fields.ts'
import type { Page } from './paging.ts'
import { Problem } from './problem.ts'
import type { Query } from './query.ts'

/** One request after routing and sign-in. */
export type Call = {
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Buffer
}

export type Endpoint = (call: Call) => DemoReply

/** Keys read `GET /numbers/leases/{number}`. */
export type Endpoints = Readonly<Record<string, Endpoint>>

const answered = (status: number, value: unknown, { query }: Call): DemoReply => {
  const fields = query.text('fields')
  return { status, body: fields === undefined ? value : applyMask(value, parseFields(fields)) }
}

/** 200 with a document that the `fields` parameter may thin out. */
export const reads =
  (find: (call: Call) => unknown): Endpoint =>
  (call) =>
    answered(200, find(call), call)

/** 200 with a document that is always whole. */
export const readsWhole =
  (find: (call: Call) => unknown): Endpoint =>
  (call) => ({ status: 200, body: find(call) })

/** 201 with the id of what was made. */
export const creates =
  (make: (call: Call) => number): Endpoint =>
  (call) =>
    answered(201, { id: make(call) }, call)

/** 200 without a body. */
export const writes =
  (act: (call: Call) => void): Endpoint =>
  (call) => {
    act(call)
    return { status: 200 }
  }

/** 204. */
export const deletes =
  (act: (call: Call) => void): Endpoint =>
  (call) => {
    act(call)
    return { status: 204 }
  }

export const parameter = ({ parameters }: Call, name: string): string => parameters[name] ?? ''

export function orNotFound<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Problem(404, `${what} was not found`)
  return value
}

/** The carrier may say that it does not know the total. */
export const withTotal = <Item>(page: Page<Item>, form: 'known' | 'unknown'): Page<Item> =>
  form === 'known' ? page : { ...page, totalCount: -1 }
