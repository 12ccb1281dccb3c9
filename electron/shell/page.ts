import { randomBytes } from 'node:crypto'
import { readPageFile } from './page-files.ts'
import { pageHost, pageScheme } from './page-origin.ts'
import { securityHeaders } from './policy.ts'
import { recoveryPage, recoveryPath } from './recovery.ts'

/** Answers every request of our scheme from `root`, the folder with the built page. */
export function createPageHandler(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    const nonce = randomBytes(16).toString('base64')
    if (url.protocol !== `${pageScheme}:` || url.host !== pageHost) return plain(404, 'No such page.', nonce)
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'This can only be read.', nonce)
    if (url.pathname === recoveryPath) return page(recoveryPage, nonce)
    const file = await readPageFile(root, url.pathname)
    if (file === null) return plain(404, 'No such page.', nonce)
    if (!file.type.startsWith('text/html')) return answer(200, file.bytes, { type: file.type, nonce })
    return page(new TextDecoder().decode(file.bytes), nonce)
  }
}

const page = (html: string, nonce: string): Response =>
  answer(200, withNonce(html, nonce), { type: 'text/html; charset=utf-8', nonce })

const plain = (status: number, text: string, nonce: string): Response =>
  answer(status, text, { type: 'text/plain; charset=utf-8', nonce })

type Kind = { readonly type: string; readonly nonce: string }

function answer(status: number, body: string | Uint8Array<ArrayBuffer>, { type, nonce }: Kind): Response {
  const cache = type.startsWith('text/html') || status !== 200 ? { 'Cache-Control': 'no-store' } : {}
  return new Response(body, { status, headers: { 'Content-Type': type, ...cache, ...securityHeaders(nonce) } })
}

/** Libraries that add style elements look for the nonce in this meta element; ours are marked with it here. */
function withNonce(html: string, nonce: string): string {
  return html
    .replace(/<meta property="csp-nonce"[^>]*>\s*/, '')
    .replace(/<head[^>]*>/, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`)
    .replaceAll(/<style(?=[\s>])/g, `<style nonce="${nonce}"`)
}
