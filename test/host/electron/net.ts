import { existsSync } from 'node:fs'

/** While the file that LINEKEEPER_HOST_OFFLINE names exists, the host has no network: journeys offline are tested so. */
const isUnplugged = (): boolean => existsSync(process.env.LINEKEEPER_HOST_OFFLINE ?? '')

export const net = {
  isOnline: () => !isUnplugged(),
  /** Node's fetch with Chromium's words for what went wrong. */
  async fetch(input: string | Request, init?: RequestInit) {
    if (isUnplugged()) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    try {
      return await fetch(input, init)
    } catch (error) {
      throw toNetError(error)
    }
  },
} satisfies Partial<Electron.Net>

function toNetError(error: unknown): unknown {
  const cause = error instanceof TypeError ? error.cause : null
  if (!(cause instanceof Error)) return error
  const code = 'code' in cause ? String(cause.code) : ''
  const name = names[code] ?? (/redirect/.test(cause.message) ? 'FAILED' : null)
  return name === null && code === '' ? error : new Error(`net::ERR_${name ?? 'FAILED'}`, { cause: error })
}

const names: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_RESET',
  UND_ERR_SOCKET: 'CONNECTION_CLOSED',
  ENOTFOUND: 'NAME_NOT_RESOLVED',
  EAI_AGAIN: 'NAME_NOT_RESOLVED',
  ENETUNREACH: 'INTERNET_DISCONNECTED',
  ETIMEDOUT: 'TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'CONNECTION_TIMED_OUT',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'CERT_COMMON_NAME_INVALID',
}
