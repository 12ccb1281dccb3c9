import type { Credentials } from '../../shared/model/account.ts'

const mask = '•••'
const longestWords = 300
const longestTold = 2000
/** A key this short is none, and masking it would blot out half of every sentence. */
const shortestSecret = 4

/** UTF-8 safe, which `btoa` alone is not. */
function toBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}

/** The credentials of HTTP Basic. Blanks that were pasted around a key are never part of it. */
export const toBasic = ({ login, secret }: Credentials): string => toBase64(`${login.trim()}:${secret.trim()}`)

/** Every form in which a server could send the keys of a request back to us, longest first. */
export function toSecrets(credentials: Credentials): readonly string[] {
  const plain = [credentials.secret.trim(), credentials.login.trim()]
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1)
  const formsOf = (text: string) => [text, escaped(text), encodeURIComponent(text), toBase64(text)]
  const forms = [toBasic(credentials), ...plain.flatMap(formsOf)]
  return forms.filter((form) => form.length >= shortestSecret).toSorted((a, b) => b.length - a.length)
}

/** A provider's own words, fit to be shown: one line, not too long, without keys, without markup. Null: nothing was said. */
export function toWords(text: string, secrets: readonly string[]): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a server sends may hold them.
  const line = withoutSecrets(text, secrets).replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
  const words = line.trim()
  if (words === '' || /^<(!doctype|html|head|body|\?xml)/i.test(words)) return null
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words
}

export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const masked = secrets.reduce((left, secret) => left.replaceAll(secret, mask), text)
  return masked.replace(/\bBasic\s+[A-Za-z0-9+/_-]{8,}={0,2}/gi, `Basic ${mask}`)
}

/** A whole answer for people, as compact JSON: without keys, at most 2,000 signs. Null: it was empty. */
export function toTold(body: unknown, keys: Credentials | null): string | null {
  if (body === null) return null
  // Masked before it is cut: half a key would not be found.
  const told = withoutSecrets(JSON.stringify(body), keys === null ? [] : toSecrets(keys))
  return told.length > longestTold ? `${told.slice(0, longestTold - 1)}…` : told
}
