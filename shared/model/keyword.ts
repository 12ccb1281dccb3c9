import { z } from 'zod'
import type { CalendarDay } from '../calendar.ts'
import { type AccountId, accountId } from './account.ts'
import type { Lease, NumberState } from './number.ts'

/** A leased CallFire keyword: the word that people text to a short code. */
export type OwnedKeyword = {
  readonly keyword: string
  readonly shortCode: string | null
  readonly number: string | null
  readonly lease: Lease
  readonly state: NumberState
  readonly stateSaid: string | null
  readonly labels: readonly string[]
  /** What people who text it are put on, asked and told; null or absent: the API does not say (callfire-v2.md, KeywordLease). */
  readonly contactListId?: string | null
  readonly doubleOptIn?: boolean | null
  readonly confirmation?: string | null
}

export type KeywordRow = OwnedKeyword & {
  readonly accountId: AccountId
  readonly goneOn: CalendarDay | null
  /** Epoch ms. */
  readonly readAt: number
}
export const keywordsQuery = z.object({
  search: z.string().max(200),
  accountIds: z.array(accountId).max(500),
  sort: z.enum(['keyword', 'ends', 'account', 'state']),
  direction: z.enum(['ascending', 'descending']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})
export type KeywordsQuery = z.infer<typeof keywordsQuery>
export type KeywordWindow = { readonly rows: readonly KeywordRow[]; readonly offset: number; readonly total: number }

/** `checking`: a purchase of it is open. `unknown`: the provider did not tell. */
export type WordStanding = 'free' | 'taken' | 'yours' | 'checking' | 'invalid' | 'unknown'
export type WordReport = { readonly word: string; readonly standing: WordStanding; readonly problem: string | null }
export type KeywordReport = {
  /** A line each, in the order typed, each word once. */
  readonly words: readonly WordReport[]
  /** Only free ones. */
  readonly suggestions: readonly string[]
}
export const keywordCheck = z.object({
  accountId,
  /** One word a line. */
  text: z.string().max(10_000, 'Check 50 words at most at once.'),
})
