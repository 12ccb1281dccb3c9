import type { AccountId } from '../../../shared/model/account.ts'
import type { Pull } from '../../core/ports.ts'
import { decodeRows, type RowReader } from '../decode.ts'
import { asDocument, oddDocument } from '../documents.ts'
import type { Answer, Http, Query } from '../http.ts'
import { type ListPage, pullPages } from '../paging.ts'
import type { Span } from '../paging-plan.ts'
import { wirePage } from './wire.ts'

/** What every topic of this folder needs. */
export type Api = { readonly http: Http; readonly accountId: AccountId | null }

/** The largest page: API 1.1 capped there, v2 declares no maximum. A smaller one is noticed and followed. */
export const pageLimit = 1000

export function createPull<Wire, Item>(
  api: Api,
  path: string,
  reader: RowReader<Wire, Item>,
  query: Query = {},
): Pull<Item> {
  const place = `callfire-v2 GET ${path}`
  return (signal) =>
    pullPages(
      {
        accountId: api.accountId,
        place,
        limit: pageLimit,
        read: async (span, both) => {
          const answer = await api.http.read({ method: 'GET', path, query: { ...query, ...span }, signal: both })
          return toListPage(api, answer, { span, reader })
        },
      },
      signal,
    )
}

type Asked<Wire, Item> = { readonly span: Span; readonly reader: RowReader<Wire, Item> }

function toListPage<Wire, Item>(api: Api, answer: Answer, { span, reader }: Asked<Wire, Item>): ListPage<Item> {
  const { rows, total, limit } = readEnvelope(api, answer)
  const until = span.offset + rows.length
  return {
    page: { ...decodeRows(rows, reader, (index) => `${answer.place} items[${span.offset + index}]`), total },
    received: rows.length,
    total,
    nextOffset: isLast({ span, received: rows.length, total, limit }) ? null : until,
    fingerprint: JSON.stringify([rows[0], rows.at(-1)]),
  }
}

type Seen = {
  readonly span: Span
  readonly received: number
  readonly total: number | null
  readonly limit: number | null
}

/**
 * Fewer rows than the limit in force mean the end; where the envelope does not say that limit it may have been lowered
 * silently, and only a page without rows is sure to lie behind the end.
 */
function isLast({ span, received, total, limit }: Seen): boolean {
  if (total !== null) return span.offset + received >= total
  return limit === null ? received === 0 : received < Math.min(limit, span.limit)
}

type Envelope = { readonly rows: readonly unknown[]; readonly total: number | null; readonly limit: number | null }

/** A page, an item list without counts, or the bare array of 2015; `totalCount` -1 means unknown. */
export function readEnvelope(api: Api, { body, place }: Answer): Envelope {
  if (Array.isArray(body)) return { rows: body, total: null, limit: null }
  const parsed = wirePage.safeParse(body)
  const { totalCount = null, limit = null } = parsed.data ?? {}
  const total = totalCount === null || totalCount < 0 ? null : totalCount
  const items = asDocument(body)?.items ?? (total === 0 ? [] : null)
  if (Array.isArray(items)) return { rows: items, total, limit }
  throw oddDocument(body, 'CallFire', { place, problem: 'items: expected array', accountId: api.accountId })
}
