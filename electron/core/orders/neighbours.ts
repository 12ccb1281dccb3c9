import type { AccountId } from '../../../shared/model/account.ts'
import type { AccountBook } from '../accounts/book.ts'

/**
 * This account, and those that may be the same customer of its carrier: nothing forbids that one login is entered twice, and logins
 * that lie in a key store cannot be compared at any time. A sample is nobody's but its own.
 */
export function neighboursOf(book: AccountBook, id: AccountId): ReadonlySet<AccountId> {
  const account = book.all.find((candidate) => candidate.id === id)
  const near = book.all.filter(({ api, sample }) => api === account?.api && sample === account.sample)
  return new Set([id, ...near.map((one) => one.id)])
}
