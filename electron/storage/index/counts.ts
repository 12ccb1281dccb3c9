import type { AccountId } from '../../../shared/model/account.ts'
import { type NumberCounts, type NumberCountsQuery, numberKinds, numberStates } from '../../../shared/model/number.ts'
import { fromMicros } from '../../../shared/money.ts'
import { endMiss, endMisses, type IndexParts, misses, missesOf } from './filter.ts'
import { filteredFlags, kindIndex, renewalIndex, renewals, ringingIndex, ringings, stateIndex } from './flags.ts'

/** Rows by their flags, kept apart by the one member of the filter that they miss (0: they match). */
type Tally = {
  readonly byMiss: ReadonlyMap<number, Uint32Array>
  readonly byAccount: Uint32Array
  readonly money: Money
}
type Money = { readonly soon: number; readonly micros: number; readonly unknown: number }

/** A chip counts with every *other* member in force: the rows that match, and those that miss only the chip's own member. */
export function countNumbers(parts: IndexParts, query: NumberCountsQuery): NumberCounts {
  const { byMiss, byAccount, money } = tally(parts, query)
  const facet = <Word extends string>(words: readonly Word[], miss: number, indexOf: (flags: number) => number) => {
    const sums = new Array<number>(words.length).fill(0)
    for (const own of [0, miss]) {
      byMiss.get(own)?.forEach((count, flags) => {
        sums[indexOf(flags)] = (sums[indexOf(flags)] ?? 0) + count
      })
    }
    return (word: Word) => sums[words.indexOf(word)] ?? 0
  }
  const kind = facet(numberKinds, misses.kind, kindIndex)
  const state = facet(numberStates, misses.state, stateIndex)
  const renewal = facet(renewals, misses.renewal, renewalIndex)
  const ringing = facet(ringings, misses.ringing, ringingIndex)
  return {
    all: byMiss.get(0)?.reduce((sum, count) => sum + count, 0) ?? 0,
    byKind: { local: kind('local'), tollFree: kind('tollFree'), other: kind('other') },
    byState: {
      active: state('active'),
      pending: state('pending'),
      released: state('released'),
      unavailable: state('unavailable'),
      gone: state('gone'),
      unknown: state('unknown'),
    },
    byAccount: accountCounts(parts, byAccount),
    byAutoRenew: { on: renewal('on'), off: renewal('off'), untold: renewal('untold') },
    byRings: { somewhere: ringing('somewhere'), nowhere: ringing('nowhere'), unread: ringing('unread') },
    endingSoon: money.soon,
    monthly: fromMicros(money.micros),
    monthlyUnknown: money.unknown,
  }
}

function accountCounts({ accounts }: IndexParts, byAccount: Uint32Array): Readonly<Record<AccountId, number>> {
  return Object.fromEntries(accounts.all().map((id) => [id, byAccount[accounts.find(id) ?? -1] ?? 0]))
}

function tally(parts: IndexParts, { filter, soon }: NumberCountsQuery): Tally {
  const { size, alive, flags, account, ends, monthly, words } = parts.columns
  const missesRow = missesOf(parts, filter)
  const later = endMisses(soon, words.ends)
  const byMiss = new Map(
    [0, misses.kind, misses.state, misses.renewal, misses.ringing].map((miss) => [
      miss,
      new Uint32Array(filteredFlags),
    ]),
  )
  const byAccount = new Uint32Array(parts.accounts.foldedNames().length)
  const byPrice = new Uint32Array(words.monthly.size)
  let endingSoon = 0
  for (let id = 0; id < size; id++) {
    if (alive[id] !== 1) continue
    const miss = missesRow(id)
    add(byMiss.get(miss), (flags[id] ?? 0) & (filteredFlags - 1))
    if ((miss & ~misses.account) === 0) add(byAccount, account[id] ?? 0)
    if ((miss & ~misses.ends) === 0 && endMiss(later, ends[id] ?? 0, flags[id] ?? 0) === 0) endingSoon++
    if (miss === 0) add(byPrice, monthly[id] ?? 0)
  }
  const micros = byPrice.reduce((sum, count, code) => sum + count * (words.monthly.valueOf(code) ?? 0), 0)
  return { byMiss, byAccount, money: { soon: endingSoon, micros, unknown: byPrice[0] ?? 0 } }
}

function add(counts: Uint32Array | undefined, at: number): void {
  if (counts) counts[at] = (counts[at] ?? 0) + 1
}
