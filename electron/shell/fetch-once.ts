import type { Net, Session } from 'electron'

/** A network of its own, without anything that another request left behind. */
export type Line = Pick<Session, 'fetch' | 'closeAllConnections'>

type World = {
  readonly net: Pick<Net, 'isOnline'>
  /** The nth line; each is opened once and kept. */
  readonly open: (nth: number) => Line
}

/**
 * A fetch for what must not happen twice. Chromium sends a request again by itself, a POST too, when a connection that it had
 * kept open dies before an answer comes (`HttpNetworkTransaction::ShouldResendRequest`). A new connection is never given that
 * second chance, so each request gets a line on which nothing is open, and nobody else uses it until the answer is read.
 */
export function createFetchOnce({ net, open }: World): typeof fetch {
  const free: Line[] = []
  let opened = 0
  return async (input, init) => {
    if (!net.isOnline()) throw notSent('net::ERR_INTERNET_DISCONNECTED')
    const line = free.pop() ?? open(opened++)
    const giveBack = () => void free.push(line)
    try {
      await line.closeAllConnections()
      const response = await line.fetch(input instanceof URL ? input.href : input, init)
      return response.body === null ? given(response, giveBack) : watched(response, response.body, giveBack)
    } catch (error) {
      giveBack()
      if (error instanceof Error && error.message.startsWith('net::'))
        throw new TypeError('fetch failed', { cause: error })
      throw error
    }
  }
}

/** Told apart from a connection that was lost under way, for which Chromium has the same word. */
const notSent = (message: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code: 'ERR_NOT_SENT' }) })

function given(response: Response, giveBack: () => void): Response {
  giveBack()
  return response
}

/** The same answer; says when its body was read, broke off, or is not wanted any more. */
function watched(response: Response, body: ReadableStream<Uint8Array>, giveBack: () => void): Response {
  const reader = body.getReader()
  const { status, statusText, headers } = response
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
        giveBack()
        controller.close()
      } catch (error) {
        giveBack()
        controller.error(error)
      }
    },
    async cancel(reason) {
      giveBack()
      await reader.cancel(reason)
    },
  })
  return new Response(stream, { status, statusText, headers })
}
