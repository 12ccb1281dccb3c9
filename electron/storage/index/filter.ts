import { type NumberFilter, numberKinds, numberStates } from '../../../shared/model/number.ts'
import type { Accounts } from '../accounts.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { filteredFlags, kindIndex, renewalIndex, renewals, ringingIndex, ringings, stateIndex } from './flags.ts'
import type { Searches } from './searches.ts'

/** The members of a filter as bits: which of them a row misses. */
export const misses = { kind: 1, state: 2, renewal: 4, ringing: 8, account: 16, ends: 32, search: 64 } as const

export type IndexParts = { readonly columns: Columns; readonly accounts: Accounts; readonly searches: Searches }

/** What of the filter a row misses, as `misses`; 0: it matches. */
export function missesOf({ columns, accounts, searches }: IndexParts, filter: NumberFilter): (id: number) => number {
  const { flags, account, ends } = columns
  const byFlags = flagMisses(filter)
  const byAccount = accountMisses(filter, accounts)
  const byEnd = filter.endsBy === null ? null : endMisses(filter.endsBy, columns.words.ends)
  const found = searches.found(filter.search)
  return (id) =>
    (byFlags[(flags[id] ?? 0) & (filteredFlags - 1)] ?? 0) |
    (byAccount === null ? 0 : (byAccount[account[id] ?? 0] ?? misses.account)) |
    (byEnd === null ? 0 : endMiss(byEnd, ends[id] ?? 0, flags[id] ?? 0)) |
    (found === null || found[id] === 1 ? 0 : misses.search)
}

/** What the provider no longer lists is shown only to who asks for it. */
const owned = numberStates.filter((state) => state !== 'gone')

function flagMisses({ kinds, states, autoRenew, rings }: NumberFilter): Uint8Array {
  const lacks = (words: readonly string[], word: string | undefined) => words.length > 0 && !words.includes(word ?? '')
  return Uint8Array.from({ length: filteredFlags }, (_, flags) => {
    const kind = lacks(kinds, numberKinds[kindIndex(flags)]) ? misses.kind : 0
    const state = lacks(states.length > 0 ? states : owned, numberStates[stateIndex(flags)]) ? misses.state : 0
    const renewal = autoRenew !== null && renewals[renewalIndex(flags)] !== autoRenew ? misses.renewal : 0
    const ringing = rings !== null && ringings[ringingIndex(flags)] !== rings ? misses.ringing : 0
    return kind | state | renewal | ringing
  })
}

function accountMisses({ accountIds }: NumberFilter, accounts: Accounts): Uint8Array | null {
  if (accountIds.length === 0) return null
  const wanted = new Set(accountIds)
  return Uint8Array.from(accounts.foldedNames(), (_, account) =>
    wanted.has(accounts.idOf(account)) ? 0 : misses.account,
  )
}

/** A lease that renews itself does not end. */
export const endMiss = (byEnd: Uint8Array, end: number, flags: number): number =>
  renewals[renewalIndex(flags)] === 'on' ? misses.ends : (byEnd[end] ?? misses.ends)

/** By code. A lease without an end does not end by any day. */
export function endMisses(day: string, words: Dictionary<number>): Uint8Array {
  const until = toDayNumber(day)
  return Uint8Array.from({ length: words.size }, (_, code) => {
    const end = words.valueOf(code)
    return end !== null && end <= until ? 0 : misses.ends
  })
}

/** `2026-12-14` is 20261214: orders like the days do. */
export const toDayNumber = (day: string): number => Number(day.replaceAll('-', ''))
