import type { ApiId } from '../../shared/model/account.ts'
import { formatPhone } from '../../shared/phone.ts'
import { providerNames } from '../words.ts'

/** `(206) 555-0143` for a number, the word itself for a keyword; what is not known yet is said. */
export function thingWords(thing: string | null, api: ApiId): string {
  if (thing === null) return `a number that ${providerNames[api]} picks`
  return thing.startsWith('+') ? formatPhone(thing) : thing
}
