import { FailureError } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'
import { parseJson } from './body.ts'

export type Document = Readonly<Record<string, unknown>>

/** A JSON object, also when a wrong content type made it arrive as text. */
export function asDocument(data: unknown): Document | null {
  if (typeof data === 'string') {
    const parsed = parseJson(data, null)
    return parsed.ok ? asDocument(parsed.body) : null
  }
  return isDocument(data) ? data : null
}

const isDocument = (data: unknown): data is Document =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

export type Owner = 'CallFire' | 'Flowroute'

/** Whose manner of writing a document has; null when it could be anybody's. */
function ownerOf(document: Document): Owner | null {
  if ('httpStatusCode' in document || Array.isArray(document.items)) return 'CallFire'
  if (Array.isArray(document.errors) || Array.isArray(document.data) || isDocument(document.data)) return 'Flowroute'
  return null
}

/** Set when the other provider answers at the address, in the words of a `garbled` failure. */
export function foreignWords(data: unknown, expected: Owner): string | null {
  const document = asDocument(data)
  const owner = document && ownerOf(document)
  return owner === null || owner === expected ? null : `expected ${expected}'s document, got ${owner}'s`
}

type Odd = { readonly place: string; readonly problem: string; readonly accountId: AccountId | null }

/** For a document that lacks what it must have; when the other provider wrote it, that is the better reason. */
export function oddDocument(body: unknown, expected: Owner, { place, problem, accountId }: Odd): FailureError {
  const foreign = foreignWords(body, expected)
  const got = foreign === null ? undefined : 'otherProvider'
  return new FailureError({ kind: 'garbled', place: `${place}: ${foreign ?? problem}`, accountId, got })
}

/** An error page of a web server that knows nothing of an API. */
export const isMarkup = (data: unknown): boolean => typeof data === 'string' && data.trimStart().startsWith('<')
