import type { NumberQuery, NumberSort } from '../../../shared/model/number.ts'
import type { AccountNames } from '../accounts.ts'
import type { Columns } from './columns.ts'
import { allFlags, featureRank, kindIndex, renewalRank, stateIndex } from './flags.ts'

type Keys = Uint16Array | Uint32Array
/** What a row sorts by: its code, how that code ranks, and how many ranks there are; the last one is for "not said". */
type Ranking = { readonly codes: Keys; readonly ranks: Uint32Array; readonly last: number }

/**
 * Ids in every order that the table can be sorted by. An order is one counting pass over the order by number and account, so ties
 * come in that order in both directions; a pass over 100,000 rows takes less than a millisecond, so none is kept up to date by hand.
 */
export class Orders {
  readonly #columns: Columns
  readonly #accounts: AccountNames
  #base: { readonly members: number; readonly ids: Uint32Array } = { members: -1, ids: new Uint32Array(0) }
  readonly #made = new Map<string, { readonly version: string; readonly ids: Uint32Array }>()

  constructor(columns: Columns, accounts: AccountNames) {
    this.#columns = columns
    this.#accounts = accounts
  }

  of({ sort, direction }: Pick<NumberQuery, 'sort' | 'direction'>): Uint32Array {
    const version = `${this.#columns.version} ${this.#accounts.version()}`
    const made = this.#made.get(sort + direction)
    if (made?.version === version) return made.ids
    const base = this.#byNumber()
    const descending = direction === 'descending'
    const ids =
      sort === 'number' ? (descending ? numbersDown(this.#columns, base) : base) : this.#by(sort, base, descending)
    this.#made.set(sort + direction, { version, ids })
    return ids
  }

  #by(sort: Exclude<NumberSort, 'number'>, base: Uint32Array, descending: boolean): Uint32Array {
    const { codes, ranks, last } = this.#rankingOf(sort)
    const turned = descending ? ranks.map((rank) => (rank === last ? last : last - 1 - rank)) : ranks
    return sortByRank(base, { codes, ranks: turned, last })
  }

  #rankingOf(sort: Exclude<NumberSort, 'number'>): Ranking {
    const columns = this.#columns
    switch (sort) {
      case 'account':
        return this.#byAccount()
      case 'kind':
      case 'state':
      case 'autoRenew':
      case 'features':
        return { codes: columns.flags, ranks: flagRanks[sort], last: lastFlagRank }
      default: {
        const words = columns.words[sort]
        return { codes: columns[sort], ranks: words.ranks(), last: words.size - 1 }
      }
    }
  }

  #byAccount(): Ranking {
    const ranks = this.#accounts.ranks('name')
    return { codes: this.#columns.account, ranks, last: ranks.length }
  }

  /** Digit by digit from the least telling to the most: account, then the number's pieces. */
  #byNumber(): Uint32Array {
    const { members, size, alive, account, tail, low, high } = this.#columns
    if (this.#base.members === members) return this.#base.ids
    const living = new Uint32Array(size)
    let count = 0
    for (let id = 0; id < size; id++) if (alive[id] === 1) living[count++] = id
    const ranks = this.#accounts.ranks('id')
    let ids = sortByRank(living.subarray(0, count), { codes: account, ranks, last: ranks.length })
    for (const piece of [tail, low, high]) ids = sortByPiece(ids, piece)
    this.#base = { members, ids }
    return ids
  }
}

/** Stable: rows of one bucket stay in the order in which they came. `buckets` tells the bucket of each of `ids`. */
function sortInto(ids: Uint32Array, buckets: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let at = 0; at < buckets.length; at++) {
    const next = (buckets[at] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  if (starts[(buckets[0] ?? 0) + 1] === ids.length) return ids
  for (let bucket = 1; bucket <= count; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const sorted = new Uint32Array(ids.length)
  for (let at = 0; at < ids.length; at++) {
    const bucket = buckets[at] ?? 0
    const place = starts[bucket] ?? 0
    sorted[place] = ids[at] ?? 0
    starts[bucket] = place + 1
  }
  return sorted
}

function sortByRank(ids: Uint32Array, { codes, ranks, last }: Ranking): Uint32Array {
  const buckets = new Uint32Array(ids.length)
  for (let at = 0; at < ids.length; at++) buckets[at] = ranks[codes[ids[at] ?? 0] ?? 0] ?? last
  return sortInto(ids, buckets, last + 1)
}

const digitBits = 14

/** Twice, 14 bits at a time: enough for every piece of a number. */
function sortByPiece(ids: Uint32Array, piece: Uint32Array): Uint32Array {
  let sorted = ids
  for (const shift of [0, digitBits]) {
    const buckets = new Uint32Array(ids.length)
    for (let at = 0; at < ids.length; at++) {
      buckets[at] = ((piece[sorted[at] ?? 0] ?? 0) >>> shift) & ((1 << digitBits) - 1)
    }
    sorted = sortInto(sorted, buckets, 1 << digitBits)
  }
  return sorted
}

/** More than any of the flags' own ranks. */
const lastFlagRank = 64

const rankTable = (rankOf: (flags: number) => number | null): Uint32Array =>
  Uint32Array.from({ length: allFlags }, (_, flags) => rankOf(flags) ?? lastFlagRank)

const flagRanks = {
  kind: rankTable(kindIndex),
  state: rankTable(stateIndex),
  autoRenew: rankTable(renewalRank),
  features: rankTable(featureRank),
}

/** Backwards, but the accounts that hold the same number stay in their order. */
function numbersDown({ high, low, tail }: Columns, base: Uint32Array): Uint32Array {
  const down = base.slice().reverse()
  const same = (a = 0, b = 0) => high[a] === high[b] && low[a] === low[b] && tail[a] === tail[b]
  for (let from = 0; from < down.length; ) {
    let to = from + 1
    while (to < down.length && same(down[from], down[to])) to++
    if (to - from > 1) down.subarray(from, to).reverse()
    from = to
  }
  return down
}
