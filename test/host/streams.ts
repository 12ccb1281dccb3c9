import type { ServerResponse } from 'node:http'

/** The open lines to pages, over which main pushes. */
export type Streams = {
  readonly add: (response: ServerResponse) => void
  readonly send: (event: string, data: unknown) => void
  readonly close: () => void
}

const beatMs = 15_000

export function createStreams(boot: string): Streams {
  const open = new Set<ServerResponse>()
  const write = (response: ServerResponse, event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const beat = setInterval(() => {
    for (const response of open) response.write(': here\n\n')
  }, beatMs)
  beat.unref()
  return {
    add(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      open.add(response)
      response.once('close', () => open.delete(response))
      write(response, 'hello', boot)
    },
    send(event, data) {
      for (const response of open) write(response, event, data)
    },
    close() {
      clearInterval(beat)
      for (const response of open) response.end()
    },
  }
}
