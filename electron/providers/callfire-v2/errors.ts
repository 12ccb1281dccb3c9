import { asDocument, foreignWords, isMarkup } from '../documents.ts'
import { toStatus, type Words } from '../failures.ts'
import { toWords } from '../redact.ts'

/** CallFire's error object, or whatever came in its place (callfire-v2.md section 2). */
export function explain(data: unknown, secrets: readonly string[]): Words {
  const document = asDocument(data)
  const message = document?.message ?? data
  return {
    said: typeof message === 'string' ? toWords(message, secrets) : null,
    wrongPath: isMarkup(data),
    isPage: isMarkup(data),
    foreign: foreignWords(data, 'CallFire'),
    status: toStatus(document?.httpStatusCode),
  }
}
