import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

export type DemoRequest = {
  readonly method: string
  /** Raw path, still percent-encoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export type DemoReply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** A plain JSON value; a string or Buffer is sent as it is; undefined sends nothing. */
  readonly body?: unknown
  /** Content type, `application/json` when left out. */
  readonly type?: string
}

export type DemoHandler = (request: DemoRequest) => DemoReply

const BODY_LIMIT = 4 * 1024 * 1024

/** Raw path with the query, as it came but for the spelling of its percent escapes. */
export const targetOf = ({ path, query }: Pick<DemoRequest, 'path' | 'query'>): string =>
  query.size === 0 ? path : `${path}?${query}`

/** Null when the body is larger than any real carrier would take. Rejects when the sender hangs up. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  return size > BODY_LIMIT ? null : Buffer.concat(chunks)
}

export function toDemoRequest(incoming: IncomingMessage, body: Buffer): DemoRequest {
  const target = incoming.url ?? '/'
  const cut = target.indexOf('?')
  return {
    method: incoming.method ?? 'GET',
    path: cut < 0 ? target : target.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1)),
    headers: incoming.headers,
    body,
  }
}

/** The bytes of a reply, or null when it has no body. */
export function toBytes({ body }: DemoReply): Buffer | null {
  if (body === undefined) return null
  if (Buffer.isBuffer(body)) return body
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}

/** A reply whose body is the JSON text of a plain string, number or boolean. */
export const literal = (status: number, value: string | number | boolean): DemoReply => ({
  status,
  body: JSON.stringify(value),
})
