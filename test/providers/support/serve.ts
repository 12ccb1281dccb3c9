import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string
  readonly body: string
}

export type Whole = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A whole answer, or a function that plays on the socket itself. */
export type Reply = Whole | ((response: ServerResponse) => void)

export type Served = {
  readonly url: string
  readonly asked: readonly Asked[]
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, reply: Reply): void {
  if (typeof reply === 'function') {
    reply(response)
    return
  }
  const { status = 200, headers = {}, body } = reply
  const isText = typeof body === 'string'
  response.writeHead(status, { ...(isText ? {} : { 'content-type': 'application/json' }), ...headers })
  response.end(body === undefined ? undefined : isText ? body : JSON.stringify(body))
}

/** A small provider on 127.0.0.1 for one test; `handle` decides each answer. */
export async function serve(handle: (asked: Asked) => Reply | Promise<Reply>): Promise<Served> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { method = 'GET', headers } = request
    const one = { method, path: url.pathname, query: url.searchParams, authorization: headers.authorization ?? '' }
    const whole = { ...one, body: await read(request) }
    asked.push(whole)
    answer(response, await handle(whole))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked }
}
