import { FailureError } from '../../shared/failure.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The base address that keys may travel to, without a trailing slash. The second wall behind the check that is made when
 * an account is saved: keys leave over https only, or to this computer itself (the demo carriers).
 */
export function toSafeBase(address: string): string {
  const url = URL.parse(address.trim())
  if (url === null) throw refusal('This is not an address. It starts with https:// and a host name.')
  if (url.username !== '' || url.password !== '') throw refusal('Leave the keys out of the address.')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) {
    throw refusal('The address must start with https://, so that nobody on the way can read the keys.')
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

const refusal = (problem: string): FailureError => new FailureError({ kind: 'invalid', field: 'address', problem })
