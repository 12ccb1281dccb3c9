import { providerZone, toCalendarDay } from '../../../shared/calendar.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { KeywordRow, OwnedKeyword } from '../../../shared/model/keyword.ts'
import type { LeasedThings } from '../../../shared/model/lease.ts'
import type { Lease, NumberDetail } from '../../../shared/model/number.ts'
import { formatPhone } from '../../../shared/phone.ts'
import type { Ports, Storage } from '../ports.ts'
import { invalid } from '../requests.ts'

/** What is known here of something that is held: no more than its provider last said. */
export type Held = {
  readonly thing: string
  readonly display: string
  readonly lease: Lease | null
} & (
  | { readonly kind: 'number'; readonly detail: NumberDetail }
  | { readonly kind: 'keyword'; readonly keyword: OwnedKeyword }
)

/** As many are looked up before the loop may run again. */
const atOnce = 50

/** Each thing once, in the order asked. Throws `invalid` for one that this account does not hold, as far as is known. */
export async function heldThings(
  { storage, breathe }: Pick<Ports, 'storage' | 'breathe'>,
  { accountId, kind, things }: LeasedThings,
): Promise<readonly Held[]> {
  const find = kind === 'number' ? numbersOf(storage, accountId) : keywordsOf(storage, accountId)
  const held: Held[] = []
  for (const [at, thing] of [...new Set(things)].entries()) {
    const found = find(thing)
    if (!found) throw notHeld(kind, thing)
    held.push(found)
    if (at % atOnce === atOnce - 1) await breathe()
  }
  return held
}

function notHeld(kind: LeasedThings['kind'], thing: string): Error {
  const named = kind === 'number' ? formatPhone(thing) : `“${thing}”`
  return invalid('things', `${named} is not in this account’s list any more. Read the account again, then look for it.`)
}

type Find = (thing: string) => Held | null

const numbersOf =
  ({ numbers }: Storage, accountId: AccountId): Find =>
  (number) => {
    const detail = numbers.get({ accountId, number })
    if (!detail || detail.row.state === 'gone') return null
    return { kind: 'number', thing: number, display: detail.row.display, lease: detail.snapshot.lease, detail }
  }

function keywordsOf(storage: Storage, accountId: AccountId): Find {
  const owned = new Map(ownedKeywords(storage, [accountId]).map((row) => [row.keyword.toUpperCase(), row]))
  return (word) => {
    const keyword = owned.get(word.toUpperCase())
    if (!keyword) return null
    return { kind: 'keyword', thing: keyword.keyword, display: keyword.keyword, lease: keyword.lease, keyword }
  }
}

/** Of these accounts, or of all when none is named. An account has a few keywords, and one question gives all of them. */
export function ownedKeywords({ lists }: Storage, accountIds: readonly AccountId[]): readonly KeywordRow[] {
  const sorted = { sort: 'keyword', direction: 'ascending' } as const
  const all = { search: '', accountIds: [...accountIds], ...sorted, offset: 0, limit: Number.MAX_SAFE_INTEGER }
  return lists.keywords(all).rows.filter(({ state }) => state !== 'gone')
}

/** Its last day has passed where the carrier keeps its books. */
export const isOver = ({ end }: Pick<Lease, 'end'>, now: number): boolean =>
  end !== null && end < toCalendarDay(now, providerZone)

/** What a person types before something is given up: it shows that the right thing was meant. */
export function typingFor(held: readonly Pick<Held, 'kind' | 'thing'>[]): string {
  const [only] = held
  if (!only || held.length > 1) return String(held.length)
  return only.kind === 'number' ? only.thing.slice(-4) : only.thing
}

export function needTyped(held: readonly Held[], typed: string | null): void {
  const expected = typingFor(held)
  if (typed?.trim().toUpperCase() === expected.toUpperCase()) return
  const [only] = held
  const what = held.length > 1 ? 'how many they are' : only?.kind === 'number' ? 'its last four digits' : 'the keyword'
  throw invalid('typed', `Type ${expected}, ${what}, to go on. Nothing was sent.`)
}
