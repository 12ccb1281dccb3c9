import type { ApiId, Credentials } from '../../../shared/model/account.ts'
import { invalid } from '../requests.ts'

/** What each carrier calls its two keys, as its own pages print it. */
const labels: Readonly<Record<ApiId, Readonly<Record<keyof Credentials, string>>>> = {
  'callfire-v2': { login: 'API login', secret: 'API password' },
  'flowroute-v2': { login: 'access key', secret: 'secret key' },
}

/** Copied along from web pages and mails, and never part of a key: nobody could see them to take them out. */
const invisible = /[\p{Cf}\p{Variation_Selector}]/gu
const around = /^[\s"'`“”„‟‘’‚«»]+|[\s"'`“”„‟‘’‚«»]+$/gu

/** The keys that a person meant: without what was pasted around them. Throws `invalid` naming the field and the way out. */
export function cleanKeys(api: ApiId, typed: Credentials): Credentials {
  return { login: cleanKey(api, 'login', typed.login), secret: cleanKey(api, 'secret', typed.secret) }
}

function cleanKey(api: ApiId, field: keyof Credentials, typed: string): string {
  const label = labels[api][field]
  const key = typed.replace(invisible, '').replace(around, '')
  if (key === '') throw invalid(field, `The ${label} is empty. Copy it from your account page and paste it here.`)
  if (/\s/u.test(key)) {
    throw invalid(field, `The ${label} has a blank or a line break inside. Copy it again, alone, and paste it here.`)
  }
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw invalid(field, `The ${label} has a character that keys never have. Copy it again, alone, and paste it here.`)
  }
  if (field === 'login' && key.includes(':')) {
    throw invalid(
      field,
      `The ${label} cannot hold a colon. If you copied both keys at once, put each into its own field.`,
    )
  }
  return key
}
