import { fold } from '../../shared/fold.ts'
import type { KeywordRow, KeywordsQuery, OwnedKeyword } from '../../shared/model/keyword.ts'
import { numberStates } from '../../shared/model/number.ts'
import type { ListStore } from '../core/ports.ts'
import type { Accounts } from './accounts.ts'
import type { Database } from './database.ts'

/** The keywords that are leased. An account has a few, rarely hundreds: they are looked through where they lie. */
export function createKeywords(db: Database, accounts: Accounts): Pick<ListStore, 'keywords' | 'keyword'> {
  const owned = db.prepare('SELECT account, said, read_at FROM keywords WHERE gone_on IS NULL')
  const ofAccount = db.prepare('SELECT account, said, read_at FROM keywords WHERE account = ? AND gone_on IS NULL')
  const toRow = ({ account, said, read_at }: Readonly<Record<string, unknown>>): KeywordRow => ({
    // Our own writing: `lists.ts` stores keywords, and only whole ones.
    ...(JSON.parse(String(said)) as OwnedKeyword),
    accountId: accounts.idOf(Number(account)),
    goneOn: null,
    readAt: Number(read_at),
  })
  return {
    keywords(query) {
      const rows = db.read(() => owned.all()).map(toRow)
      const found = rows.filter((row) => isFound(row, query))
      const sorted = found.sort(createOrder(query, rankOf(accounts)))
      return {
        rows: sorted.slice(query.offset, query.offset + query.limit),
        offset: query.offset,
        total: sorted.length,
      }
    },
    keyword(accountId, keyword) {
      const account = accounts.find(accountId)
      const rows = account === null ? [] : db.read(() => ofAccount.all(account)).map(toRow)
      const row = rows.find((one) => one.keyword.toUpperCase() === keyword.toUpperCase())
      if (row === undefined) return null
      const { accountId: _account, goneOn: _gone, readAt: _read, ...said } = row
      return said
    },
  }
}

function isFound(row: KeywordRow, { search, accountIds }: KeywordsQuery): boolean {
  if (accountIds.length > 0 && !accountIds.includes(row.accountId)) return false
  const text = fold([row.keyword, row.number ?? '', row.shortCode ?? '', ...row.labels].join('\n'))
  const digits = (row.number ?? '').replace(/\D/g, '')
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word) || (/^[\d()+.-]+$/.test(word) && digits.includes(word.replace(/\D/g, ''))))
}

type Rank = (accountId: string) => number

function rankOf(accounts: Accounts): Rank {
  const ranks = accounts.ranks('name')
  return (accountId) => ranks[accounts.find(accountId) ?? -1] ?? 0
}

const keyOf = (row: KeywordRow, sort: KeywordsQuery['sort'], rank: Rank): string | number | null => {
  switch (sort) {
    case 'keyword':
      return row.keyword.toUpperCase()
    case 'ends':
      return row.lease.end
    case 'account':
      return rank(row.accountId)
    case 'state':
      return numberStates.indexOf(row.state)
    default:
      return sort satisfies never
  }
}

/** What is not said comes last both ways; ties by word, then account. */
function createOrder({ sort, direction }: KeywordsQuery, rank: Rank) {
  const turn = direction === 'ascending' ? 1 : -1
  return (a: KeywordRow, b: KeywordRow): number => {
    const [left, right] = [keyOf(a, sort, rank), keyOf(b, sort, rank)]
    const unsaid = Number(left === null) - Number(right === null)
    const byKey = left === null || right === null ? unsaid : compare(left, right) * turn
    return byKey || compare(a.keyword, b.keyword) || rank(a.accountId) - rank(b.accountId) || compare(idOf(a), idOf(b))
  }
}

const idOf = ({ shortCode, number }: KeywordRow): string => `${shortCode} ${number}`
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
