import type { z } from 'zod'
import { decodeOne } from '../decode.ts'
import { foreignWords, oddDocument } from '../documents.ts'
import type { Query } from '../http.ts'
import type { Api } from './lists.ts'

type One<T> = {
  readonly path: string
  readonly query?: Query
  readonly schema: z.ZodType<T>
  readonly signal: AbortSignal
  readonly hurried?: boolean
}

/** One document that is not a list. Members of another type than documented count as not said. */
export async function readOne<T>(api: Api, { path, query = {}, schema, signal, hurried = false }: One<T>): Promise<T> {
  const { body, place } = await api.http.read({ method: 'GET', path, query, signal, hurried })
  const document = foreignWords(body, 'CallFire') === null ? decodeOne(body, schema) : null
  if (document !== null) return document
  throw oddDocument(body, 'CallFire', { place, problem: 'expected object', accountId: api.accountId })
}
