import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Who may talk to the host: whoever opened it with the key that it printed, from its own page, by its own name. */
export type Guard = {
  readonly origin: string
  readonly key: string
  readonly cookie: string
  readonly check: (request: Asking) => Verdict
}

export type Asking = { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders }

export type Verdict =
  | { readonly kind: 'enter' }
  | { readonly kind: 'pass' }
  | { readonly kind: 'refuse'; readonly status: 401 | 403 | 421; readonly sentence: string }

export const createKey = (): string => randomBytes(24).toString('base64url')

export function createGuard(port: number, key: string): Guard {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Cookies know no ports: the name keeps two hosts on one computer apart.
  const name = `linekeeper-${port}`
  const token = randomBytes(24).toString('base64url')
  const check = ({ method, path, headers }: Asking): Verdict => {
    if (headers.host !== host) return refuse(421, 'This address is not served here.')
    if (!isOwnOrigin(headers, method, origin)) return refuse(403, 'Another page may not ask this.')
    const given = new URL(path, origin).searchParams.get('key')
    if (given !== null && method === 'GET') {
      return isSame(given, key) ? { kind: 'enter' } : refuse(401, 'This key does not fit.')
    }
    const known = isSame(readCookie(headers.cookie, name), token)
    return known ? { kind: 'pass' } : refuse(401, 'Open Linekeeper with the address that it printed at its start.')
  }
  return { origin, key, cookie: `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`, check }
}

const refuse = (status: 401 | 403 | 421, sentence: string): Verdict => ({ kind: 'refuse', status, sentence })

/** Browsers leave `Origin` out of plain reads of the same origin only; whatever writes must say it. */
function isOwnOrigin(headers: IncomingHttpHeaders, method: string, origin: string): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  return headers.origin === undefined ? reads : headers.origin === origin
}

function readCookie(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

/** Takes the same time wherever the first difference lies. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
