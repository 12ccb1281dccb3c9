import type { ApiId, Credentials } from '../../shared/model/account.ts'

type Shape = { readonly login: RegExp; readonly secret: RegExp }

/** What keys of each API look like: callfire-v2.md section 1, flowroute-v2.md section 1. */
const shapes: Readonly<Record<ApiId, Shape>> = {
  'callfire-v2': { login: /^[0-9a-f]{12}$/i, secret: /^[0-9a-f]{16}$/i },
  'flowroute-v2': { login: /^[0-9a-z]{8}$/i, secret: /^[0-9a-z]{32}$/i },
}

const names: Readonly<Record<ApiId, string>> = { 'callfire-v2': 'CallFire', 'flowroute-v2': 'Flowroute' }

const fits = ({ login, secret }: Credentials, shape: Shape): boolean =>
  shape.login.test(login) && shape.secret.test(secret)

/** A guess from the shape of keys that did not work; it holds nothing of the keys themselves. */
export function toHint(api: ApiId, credentials: Credentials): string | null {
  const keys = { login: credentials.login.trim(), secret: credentials.secret.trim() }
  const swapped = { login: keys.secret, secret: keys.login }
  if (fits(swapped, shapes[api])) return 'The two keys look swapped: put each one in the other field.'
  if (fits(keys, shapes[api])) return null
  const other = api === 'callfire-v2' ? 'flowroute-v2' : 'callfire-v2'
  if (fits(keys, shapes[other]) || fits(swapped, shapes[other])) {
    return `These look like keys of ${names[other]}. Choose ${names[other]} as the provider.`
  }
  if (/\s/.test(keys.login + keys.secret)) return 'There is a blank or a line break inside a key. Copy it again.'
  return null
}
