import { once } from 'node:events'
import { createServer } from 'node:http'

/** What becomes of a carrier's document on its way; the path comes with its query. */
export type Bend = (path: string, document: unknown) => unknown

export type Bent = {
  /** To be used in place of the carrier's own address. */
  readonly address: string
  bend: Bend
  readonly close: () => Promise<void>
}

/** Stands between the app and a carrier, on loopback HTTP, and changes what the carrier's documents say. */
export async function createBent(address: string): Promise<Bent> {
  const { origin, pathname } = new URL(address)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = 'GET', url = '/', headers } = request
    const answer = await fetch(origin + url, {
      method,
      headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' },
      body: chunks.length === 0 ? null : Buffer.concat(chunks),
    })
    const text = await answer.text()
    const body = answer.ok ? JSON.stringify(bent.bend(url, JSON.parse(text))) : text
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const place = server.address()
  const port = typeof place === 'object' ? place?.port : ''
  const bent: Bent = {
    address: `http://127.0.0.1:${port}${pathname.replace(/\/$/, '')}`,
    bend: (_path, document) => document,
    close: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
  return bent
}

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes the rows of the list of numbers, whichever provider's it is, and leaves everything else alone. */
export const bendingNumbers =
  (change: (rows: readonly Row[], offset: number) => readonly unknown[]): Bend =>
  (path, document) => {
    const { pathname, searchParams } = new URL(path, 'http://here')
    const member = { '/v2/numbers/leases': 'items', '/v2/numbers': 'data' }[pathname]
    const rows = isRow(document) && member ? document[member] : null
    if (!isRow(document) || !member || !Array.isArray(rows)) return document
    return { ...document, [member]: change(rows.filter(isRow), Number(searchParams.get('offset') ?? 0)) }
  }
