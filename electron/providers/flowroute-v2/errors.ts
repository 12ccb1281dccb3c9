import { asDocument, foreignWords, isMarkup } from '../documents.ts'
import { toStatus, type Words } from '../failures.ts'
import { toWords } from '../redact.ts'

/** Flowroute's error list, or whatever came in its place (flowroute-v2.md section 2.2). */
export function explain(data: unknown, secrets: readonly string[]): Words {
  const errors = asDocument(data)?.errors
  const first = Array.isArray(errors) ? asDocument(errors[0]) : null
  const said = first === null ? (typeof data === 'string' ? data : '') : wordsOf(first.title, first.detail)
  return {
    said: toWords(said, secrets),
    // Whatever else answers is not Flowroute: to take its 404 for an empty list would mark every number gone.
    wrongPath: first === null || (typeof first.status === 'string' && /^404 Not Found/i.test(first.status)),
    isPage: isMarkup(data),
    foreign: foreignWords(data, 'Flowroute'),
    status: toStatus(first?.status),
  }
}

function wordsOf(title: unknown, detail: unknown): string {
  const parts = [typeof title === 'string' ? title : '', flattened(detail, null).join('; ')]
  return parts.filter((part) => part.trim() !== '').join(': ')
}

/** A refusal may mirror the request, with the complaints at its leaves: `{"data":{"attributes":{"zip":["…"]}}}`. */
function flattened(detail: unknown, field: string | null): readonly string[] {
  if (typeof detail === 'string') return detail.trim() === '' ? [] : [field === null ? detail : `${field}: ${detail}`]
  if (Array.isArray(detail)) return detail.flatMap((part) => flattened(part, field))
  const members = asDocument(detail) ?? {}
  return Object.entries(members).flatMap(([name, part]) => flattened(part, name))
}
