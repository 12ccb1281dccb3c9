import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import { decodeRows, type RowReader } from '../decode.ts'
import { toLease, toState } from './leases.ts'
import { type Api, createPull, readEnvelope } from './lists.ts'
import { readListed } from './one.ts'
import { type WireKeyword, type WireKeywordLease, wireKeyword, wireKeywordLease } from './wire.ts'

/** The newest generation puts the short code where the number is; a short code is no phone number. */
const toNumber = (said: string | null | undefined): string | null =>
  said ? (said.replace(/\D/g, '').length < 7 ? said : toPhoneNumber(said)) : null

/** Rules for new keywords do not hold for those that stand: two letters and underscores occur. */
export const keywordReader: RowReader<WireKeywordLease, OwnedKeyword> = {
  schema: wireKeywordLease,
  needs: '.keyword: expected string',
  toItem: (wire, remark) =>
    wire.keyword
      ? {
          keyword: wire.keyword,
          shortCode: wire.shortCode ?? null,
          number: toNumber(wire.number),
          lease: toLease(wire, remark),
          state: toState(wire.status),
          stateSaid: wire.status ?? null,
          labels: wire.labels ?? [],
          contactListId: wire.contactListId ?? null,
          doubleOptIn: wire.doubleOptInEnabled ?? null,
          confirmation: wire.optInConfirmationMessage || null,
        }
      : null,
}

const wordReader: RowReader<WireKeyword, string> = {
  schema: wireKeyword,
  needs: '.keyword: expected string',
  toItem: ({ keyword }) => keyword?.toUpperCase() || null,
}

export const readKeyword = (api: Api, keyword: string, signal: AbortSignal): Promise<OwnedKeyword | null> =>
  readListed(api, {
    path: `/keywords/leases/${encodeURIComponent(keyword)}`,
    reader: keywordReader,
    isIt: (lease) => lease.keyword.toUpperCase() === keyword.toUpperCase(),
    list: createPull(api, '/keywords/leases', keywordReader),
    signal,
  })

/** Keeps the address of one question well below what servers take. */
const wordsInOne = 50

export async function readAvailable(
  api: Api,
  words: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const parts = Array.from({ length: Math.ceil(words.length / wordsInOne) }, (_, part) =>
    words.slice(part * wordsInOne, (part + 1) * wordsInOne),
  )
  const found = await Promise.all(parts.map((part) => askAbout(api, part, signal)))
  const free = new Set(found.flat())
  return words.filter((word) => free.has(word.toUpperCase()))
}

async function askAbout(api: Api, keywords: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  const answer = await api.http.read({ method: 'GET', path: '/keywords', query: { keywords }, signal, hurried: true })
  return decodeRows(readEnvelope(api, answer).rows, wordReader, (index) => `${answer.place} items[${index}]`).items
}
