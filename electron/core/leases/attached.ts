import type { AccountId } from '../../../shared/model/account.ts'
import { toDigits } from '../../../shared/phone.ts'
import type { Storage } from '../ports.ts'
import { type Held, ownedKeywords } from './stored.ts'

/** What else leads to a number and would lead nowhere without it. */
export type Attached = {
  /** Keywords of the account that are texted to it. */
  readonly keywords: readonly string[]
  /** Owned numbers, of whatever account, that send their calls to it, as displayed; `more` are not named. */
  readonly numbers: readonly string[]
  readonly more: number
}

const nothing: Attached = { keywords: [], numbers: [], more: 0 }
const named = 5
/** Each costs a search through all numbers; beyond this nobody reads the lines one by one. */
const searched = 25

export function attachedTo(
  storage: Storage,
  accountId: AccountId,
  { held, among }: { readonly held: Held; readonly among: number },
): Attached {
  if (held.kind === 'keyword' || among > searched) return nothing
  return { ...numbersInto(storage, held.thing), keywords: keywordsOf(storage, accountId, held.thing) }
}

/** A number's search text holds where its calls go; one whose own digits match is the number itself. */
function numbersInto({ numbers }: Storage, number: string): Pick<Attached, 'numbers' | 'more'> {
  const search = toDigits(number).replace(/^1(?=\d{10}$)/, '')
  const filter = { search, accountIds: [], kinds: [], states: [], autoRenew: null, rings: null, endsBy: null }
  const found = numbers.query({ filter, sort: 'number', direction: 'ascending', offset: 0, limit: named + 1 })
  const others = found.rows.filter((row) => !row.number.endsWith(search))
  const shown = others.slice(0, named)
  const own = found.rows.length - others.length
  return { numbers: shown.map(({ display }) => display), more: found.total - own - shown.length }
}

const keywordsOf = (storage: Storage, accountId: AccountId, number: string): readonly string[] =>
  ownedKeywords(storage, [accountId])
    .filter((row) => row.number === number)
    .map(({ keyword }) => keyword)
