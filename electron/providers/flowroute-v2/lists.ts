import { isFailure } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { Pull } from '../../core/ports.ts'
import { decodeRows, type RowReader } from '../decode.ts'
import { asDocument, oddDocument } from '../documents.ts'
import type { Answer, Http, Query } from '../http.ts'
import { type ListPage, pullPages } from '../paging.ts'
import type { Span } from '../paging-plan.ts'

/** What every topic of this folder needs. */
export type Api = { readonly http: Http; readonly accountId: AccountId | null }

/** The largest page of every list but one. */
export const pageLimit = 200

export type ListOf<Wire, Item> = {
  readonly path: string
  readonly reader: RowReader<Wire, Item>
  readonly limit?: number
  readonly query?: Query
}

export function createPull<Wire, Item>(
  api: Api,
  { path, reader, limit = pageLimit, query = {} }: ListOf<Wire, Item>,
): Pull<Item> {
  const read = (span: Span, signal: AbortSignal) => readListPage(api, { path, reader, query }, { span, signal })
  return (signal) => pullPages({ accountId: api.accountId, place: `flowroute-v2 GET ${path}`, limit, read }, signal)
}

type Part = { readonly span: Span; readonly signal: AbortSignal; readonly hurried?: boolean }

export async function readListPage<Wire, Item>(
  api: Api,
  { path, reader, query = {} }: ListOf<Wire, Item>,
  { span, signal, hurried = false }: Part,
): Promise<ListPage<Item>> {
  const answer = await api.http
    .read({ method: 'GET', path, query: { ...query, ...span }, signal, hurried })
    .catch(emptyWhenNotFound)
  return answer === null ? nothing : toListPage(api, answer, { span, reader })
}

/** A list without rows may be answered with 404, in the words that mean "not there"; a path not served is no such thing. */
function emptyWhenNotFound(error: unknown): null {
  if (isFailure(error) && error.failure.kind === 'notFound') return null
  throw error
}

const nothing = {
  page: { items: [], odd: [], total: null },
  received: 0,
  total: null,
  nextOffset: null,
  fingerprint: '',
}

type Asked<Wire, Item> = { readonly span: Span; readonly reader: RowReader<Wire, Item> }

function toListPage<Wire, Item>(api: Api, answer: Answer, { span, reader }: Asked<Wire, Item>): ListPage<Item> {
  const rows = readRows(api, answer)
  return {
    page: { ...decodeRows(rows, reader, (index) => `${answer.place} data[${span.offset + index}]`), total: null },
    received: rows.length,
    total: null,
    nextOffset: nextOffsetOf(answer.body, span, rows.length),
    fingerprint: JSON.stringify([rows[0], rows.at(-1)]),
  }
}

export function readRows(api: Api, { body, place }: Answer): readonly unknown[] {
  const rows = asDocument(body)?.data
  if (Array.isArray(rows)) return rows
  throw oddDocument(body, 'Flowroute', { place, problem: 'data: expected array', accountId: api.accountId })
}

/**
 * Only the offset is taken from `links.next`: it names the production host, and keys must not follow an address that an
 * answer gives. No `next` means the last page; without any links only a page without rows is sure to be behind the end.
 * A page that has fewer rows than the step that it names is not trusted: the rest is asked for, or it would count as gone.
 */
function nextOffsetOf(body: unknown, span: Span, received: number): number | null {
  const links = asDocument(asDocument(body)?.links)
  const counted = span.offset + received
  if (links === null) return received === 0 ? null : counted
  if (typeof links.next !== 'string') return null
  const said = Number(URL.parse(links.next, 'https://links.invalid')?.searchParams.get('offset') || Number.NaN)
  if (received > 0 || !(Number.isSafeInteger(said) && said > span.offset)) return counted
  return Math.min(said, span.offset + span.limit)
}
