import type { z } from 'zod'
import { isFailure } from '../../../shared/failure.ts'
import { decodeOne, decodeRows, type RowReader } from '../decode.ts'
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

type Listed<Wire, Item> = {
  readonly path: string
  readonly reader: RowReader<Wire, Item>
  /** Whether it is the one that was asked for. */
  readonly isIt: (item: Item) => boolean
  readonly signal: AbortSignal
}

/** One thing of the account. Null only when CallFire itself says, in its own error document, that it is not there. */
export async function readListed<Wire, Item>(
  api: Api,
  { path, reader, isIt, signal }: Listed<Wire, Item>,
): Promise<Item | null> {
  const answer = await api.http
    .read({ method: 'GET', path, signal, hurried: true, strict: true })
    .catch(nullWhenNotFound)
  if (answer === null) return null
  const { body, place } = answer
  const item = decodeRows([body], reader, () => place).items[0]
  if (item !== undefined && isIt(item)) return item
  throw oddDocument(body, 'CallFire', { place, problem: 'expected what was asked for', accountId: api.accountId })
}

function nullWhenNotFound(error: unknown): null {
  if (isFailure(error) && error.failure.kind === 'notFound') return null
  throw error
}
