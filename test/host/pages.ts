import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BrowserWindow } from './electron/browser-window.ts'
import { answerPage } from './electron/protocol.ts'
import { toPageScript } from './page-script.ts'

const scheme = 'app://bundle'
export const scriptPath = '/_host/preload.js'

/** Puts the sources in place of what was built, in development. Null: not one of its own. */
export type LivePage = { readonly html: (path: string, nonce: string) => Promise<string | null> }

/** Answers with what the app's own protocol handler says, headers and all; its page gets the preload as a first script. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  live: LivePage | null,
): Promise<void> {
  const path = request.url ?? '/'
  const answer = await answerPage(new Request(scheme + path, { method: request.method ?? 'GET' }))
  if (answer === null) return void response.writeHead(503, { 'Retry-After': '1' }).end('Linekeeper is starting.')
  const headers = Object.fromEntries(answer.headers)
  const isHtml = headers['content-type']?.startsWith('text/html') ?? false
  if (!isHtml) return void response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()))
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? ''
  const own = live === null ? null : await live.html(path, nonce)
  if (own !== null) headers['content-security-policy'] = withScriptNonce(headers['content-security-policy'], nonce)
  response.writeHead(answer.status, headers).end(withPreload(own ?? (await answer.text())))
}

const withPreload = (html: string): string =>
  html.replace(/<head[^>]*>/, (head) => `${head}<script src="${scriptPath}"></script>`)

/** Hot reload adds a script element of its own; a nonce lets that one in and no other. Development only. */
const withScriptNonce = (policy: string | undefined, nonce: string): string =>
  (policy ?? '').replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)

export function sendScript(response: ServerResponse, boot: string): void {
  const [window] = BrowserWindow.getAllWindows()
  const file = window?.options.webPreferences?.preload
  const script = file === undefined ? '' : toPageScript(readFileSync(file, 'utf8'), boot)
  const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' }
  response.writeHead(200, { ...headers, 'X-Content-Type-Options': 'nosniff' }).end(script)
}
