import type { DemoReply } from '../kit/message.ts'
import type { Behaviour } from './behaviour.ts'
import { notFound } from './problem.ts'
import type { Echo, Paging } from './query.ts'

export const documentType = 'application/vnd.api+json'

export type Reference = { readonly type: string; readonly id: string }

/** One thing of a document. Ids are text, but for edge strategies. */
export type Resource = {
  readonly type: string
  readonly id: string | number
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly relationships?: Readonly<Record<string, { readonly data: Reference | readonly Reference[] | null }>>
  readonly links?: Readonly<Record<string, string>>
}

export const reply = (status: number, body: unknown): DemoReply => ({ status, body, type: documentType })

export const noContent: DemoReply = { status: 204 }

export type Single = { readonly data: Resource; readonly included: readonly Resource[]; readonly self: string }

export const single = (status: number, { data, included, self }: Single): DemoReply =>
  reply(status, { data, included, links: { self } })

/** The rows of one page, and whether another one follows. What is not asked for is not made. */
function cut<Row>(rows: Iterable<Row>, { limit, offset }: Paging): { readonly page: Row[]; readonly more: boolean } {
  if (Array.isArray(rows)) return { page: rows.slice(offset, offset + limit), more: rows.length > offset + limit }
  const page: Row[] = []
  let passed = 0
  for (const row of rows) {
    passed += 1
    if (passed > offset + limit) return { page, more: true }
    if (passed > offset) page.push(row)
  }
  return { page, more: false }
}

export type Listing<Row> = {
  readonly rows: Iterable<Row>
  /** Said by rows that are a cut page already: whether another page follows. */
  readonly more?: boolean
  readonly toResource: (row: Row) => Resource
  readonly paging: Paging
  readonly echo: Echo
  /** As links say it, which is not always the path that was asked. */
  readonly path: string
}

/** Links echo the query in the carrier's own spelling, limit and offset last; the last page has no `next`. */
export function list<Row>({ linkHost, emptyList }: Behaviour, listing: Listing<Row>): DemoReply {
  const { rows, toResource, paging, echo, path } = listing
  const isCut = listing.more !== undefined
  const { page, more } = isCut ? { page: [...rows], more: listing.more } : cut(rows, paging)
  if (page.length === 0 && emptyList === 'notFound') throw notFound('Nothing was found.')
  const link = (offset: number) => {
    const query = new URLSearchParams()
    for (const [name, value] of echo) query.append(name, value)
    query.append('limit', String(paging.limit))
    query.append('offset', String(offset))
    return `${linkHost}${path}?${query}`
  }
  const next = more ? { next: link(paging.offset + paging.limit) } : {}
  return reply(200, { data: page.map(toResource), links: { self: link(paging.offset), ...next } })
}
