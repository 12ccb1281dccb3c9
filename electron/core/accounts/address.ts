import { invalid } from '../requests.ts'

const field = 'address'
const wayOut = 'Leave the field empty to use the carrier’s own address.'

/** The API address as we keep it, without trailing slashes; null: the carrier's own. Throws `invalid` with a sentence. */
export function cleanAddress(typed: string | null): string | null {
  const text = typed?.trim() ?? ''
  if (text === '') return null
  const url = toUrl(text)
  refuseUnsafe(url)
  refuseExtras(text, url)
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

function toUrl(text: string): URL {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  if (hasScheme && !/[\s\\]/.test(text) && URL.canParse(text)) return new URL(text)
  throw invalid(field, `This is not a web address. Write it in full, beginning with https://. ${wayOut}`)
}

/** Keys travel with every request, so the way must be encrypted; only this computer itself needs no encryption. */
function refuseUnsafe(url: URL): void {
  if (url.protocol === 'https:') return
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return
  const why =
    url.protocol === 'http:' ? 'is not encrypted, so your keys could be read on the way' : 'is no https address'
  throw invalid(field, `This address ${why}. Use one that begins with https://. ${wayOut}`)
}

function refuseExtras(text: string, url: URL): void {
  if (url.username !== '' || url.password !== '' || /^[^/]*:\/\/[^/]*@/.test(text)) {
    throw invalid(field, 'Take the login and password out of the address; they belong into the fields for the keys.')
  }
  if (/[?#]/.test(text)) throw invalid(field, 'End the address before the “?” or “#”; what follows is not part of it.')
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
