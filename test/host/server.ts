import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readBody, toInvocation } from './body.ts'
import { BrowserWindow } from './electron/browser-window.ts'
import { invokeMain } from './electron/ipc-main.ts'
import type { Guard } from './guard.ts'
import { announceSecond } from './lock.ts'
import { type LivePage, scriptPath, sendPage, sendScript } from './pages.ts'
import type { Streams } from './streams.ts'

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** What hot reload adds in development. */
export type Live = LivePage & { readonly middleware: Middleware }

export type HostServer = {
  readonly guard: Guard
  readonly streams: Streams
  readonly boot: string
  /** The path at which a second start makes itself known; it is as good as a key. */
  readonly knockPath: string
  readonly live: () => Live | null
}

export function serveHost(host: () => HostServer): Server {
  return createServer((request, response) => {
    answer(host(), request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(error instanceof Error ? error.message : 'This could not be answered.')
    })
  })
}

async function answer(host: HostServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = request
  if (path === host.knockPath && method === 'POST') {
    announceSecond()
    return void response.writeHead(204).end()
  }
  const verdict = host.guard.check({ method, path, headers })
  if (verdict.kind === 'refuse') return refuse(response, verdict)
  if (verdict.kind === 'enter') {
    return void response.writeHead(303, { Location: '/', 'Set-Cookie': host.guard.cookie, ...quiet }).end()
  }
  return path.startsWith('/_host/') ? ownAnswer(host, request, response) : pageAnswer(host, request, response)
}

const quiet = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

function refuse(
  response: ServerResponse,
  { status, sentence }: { readonly status: number; readonly sentence: string },
) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...quiet }).end(`${sentence}\n`)
}

async function ownAnswer({ streams, boot }: HostServer, request: IncomingMessage, response: ServerResponse) {
  const what = `${request.method} ${request.url}`
  if (what === `GET ${scriptPath}`) return sendScript(response, boot)
  if (what === 'GET /_host/events') return streams.add(response)
  if (what === 'POST /_host/invoke') return sendResult(request, response)
  if (what === 'POST /_host/loaded') {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.emit('did-finish-load')
    return void response.writeHead(204).end()
  }
  response.writeHead(404).end()
}

/** The request has passed the guard, so it comes from our page: that is what main's own check is told. */
async function sendResult(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { channel, args } = toInvocation(await readBody(request))
  const [window] = BrowserWindow.getAllWindows()
  const frame = { parent: null, origin: 'app://bundle', url: 'app://bundle/' }
  const event = { senderFrame: frame, sender: window?.webContents }
  const reply = await invokeMain(event as unknown as Electron.IpcMainInvokeEvent, channel, args).then(
    (value: unknown) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  )
  response.writeHead(200, { 'Content-Type': 'application/json', ...quiet }).end(JSON.stringify(reply))
}

async function pageAnswer(host: HostServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Browsers ask for it unbidden; a refusal would look like an error of the page.
  if (request.url === '/favicon.ico') return void response.writeHead(204).end()
  const live = host.live()
  if (live === null || request.url === '/') return sendPage(request, response, live)
  live.middleware(request, response, () => void sendPage(request, response, live))
}
