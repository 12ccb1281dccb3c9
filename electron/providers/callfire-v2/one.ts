import type { z } from 'zod'
import { type FailureError, isFailure } from '../../../shared/failure.ts'
import type { Pull } from '../../core/ports.ts'
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
  /** Decides where CallFire refuses to speak of a thing that the account does not hold: only for orders is 404 certain. */
  readonly list?: Pull<Item>
  readonly signal: AbortSignal
}

/** One thing of the account. Null only when CallFire itself says, in a document of its own, that it is not there. */
export async function readListed<Wire, Item>(api: Api, listed: Listed<Wire, Item>): Promise<Item | null> {
  const { path, reader, isIt, signal } = listed
  try {
    const { body, place } = await api.http.read({ method: 'GET', path, signal, hurried: true, strict: true })
    const item = decodeRows([body], reader, () => place).items[0]
    if (item !== undefined && isIt(item)) return item
    throw oddDocument(body, 'CallFire', { place, problem: 'expected what was asked for', accountId: api.accountId })
  } catch (error) {
    if (!isFailure(error)) throw error
    if (error.failure.kind === 'notFound') return null
    if (listed.list !== undefined && error.failure.kind === 'refused') return findIn(listed.list, listed, error)
    throw error
  }
}

/** A list that kept changing while it was read, or has a row that cannot be read, does not say what is not on it. */
async function findIn<Item>(
  list: Pull<Item>,
  { isIt, signal }: Pick<Listed<unknown, Item>, 'isIt' | 'signal'>,
  refusal: FailureError,
): Promise<Item | null> {
  let isWhole = true
  for await (const { items, odd, incomplete } of list(signal)) {
    const found = items.find(isIt)
    if (found !== undefined) return found
    if (incomplete || odd.some(({ kept }) => !kept)) isWhole = false
  }
  if (!isWhole) throw refusal
  return null
}
