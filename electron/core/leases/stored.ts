import { providerZone, toCalendarDay } from '../../../shared/calendar.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import type { LeasedThings } from '../../../shared/model/lease.ts'
import type { Lease, NumberDetail } from '../../../shared/model/number.ts'
import { formatPhone } from '../../../shared/phone.ts'
import type { Storage } from '../ports.ts'
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

/** Each thing once, in the order asked. Throws `invalid` for one that this account does not hold, as far as is known. */
export function heldThings(storage: Storage, { accountId, kind, things }: LeasedThings): readonly Held[] {
  return [...new Set(things)].map((thing) => {
    const held = kind === 'number' ? heldNumber(storage, accountId, thing) : heldKeyword(storage, accountId, thing)
    if (held) return held
    const named = kind === 'number' ? formatPhone(thing) : `“${thing}”`
    throw invalid(
      'things',
      `${named} is not in this account’s list any more. Read the account again, then look for it.`,
    )
  })
}

function heldNumber({ numbers }: Storage, accountId: AccountId, number: string): Held | null {
  const detail = numbers.get({ accountId, number })
  if (!detail || detail.row.state === 'gone') return null
  return { kind: 'number', thing: number, display: detail.row.display, lease: detail.snapshot.lease, detail }
}

function heldKeyword({ lists }: Storage, accountId: AccountId, word: string): Held | null {
  const keyword = lists.keyword(accountId, word)
  if (!keyword || keyword.state === 'gone') return null
  return { kind: 'keyword', thing: keyword.keyword, display: keyword.keyword, lease: keyword.lease, keyword }
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
