import type { Failure } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { Alternative, MarketQuery, Offer, SearchId, SearchPart } from '../../../shared/model/market.ts'
import { type Pattern, readPattern } from '../../../shared/pattern.ts'
import type { StoredSearch } from '../ports.ts'
import { Finds, offerKey } from './finds.ts'

type Asked = Pick<StoredSearch, 'searchId' | 'query' | 'askedAt' | 'parts'>

/** One search: what was asked, how far each account's part is, and what was found. */
export class Search {
  readonly id: SearchId
  readonly query: MarketQuery
  readonly askedAt: number
  readonly finds: Finds
  readonly #seen = new Map<AccountId, Set<string>>()
  #parts: readonly SearchPart[]
  alternatives: readonly Alternative[] = []

  constructor({ searchId, query, askedAt, parts }: Asked) {
    this.id = searchId
    this.query = query
    this.askedAt = askedAt
    this.#parts = parts
    this.finds = new Finds(patternOf(query))
  }

  get parts(): readonly SearchPart[] {
    return this.#parts
  }

  get isOver(): boolean {
    return this.#parts.every(({ state }) => state !== 'searching')
  }

  /** Everybody is done, somebody could answer, and nothing is for sale. */
  get hasNothing(): boolean {
    return this.isOver && this.finds.size === 0 && this.#parts.some(({ state }) => state === 'done')
  }

  /** False: no account could tell anything, so nothing is known that was not known before. */
  get hasWorked(): boolean {
    return this.finds.size > 0 || this.#parts.some(({ state }) => state === 'done')
  }

  /** What an earlier run of the same search had found stays, with its age, until its account has told all anew. */
  inherit(earlier: Search): void {
    const asked = new Set(this.#parts.map(({ accountId }) => accountId))
    this.finds.inherit(earlier.finds, ({ accountId }) => asked.has(accountId))
  }

  take(accountId: AccountId, offers: readonly Offer[], notes: readonly string[]): void {
    const seen = this.#seen.get(accountId) ?? new Set()
    this.#seen.set(accountId, seen)
    for (const offer of offers) seen.add(offerKey(offer))
    this.finds.add(offers)
    this.#change(accountId, (part) => ({
      ...part,
      found: seen.size,
      notes: [...new Set([...part.notes, ...notes])],
    }))
  }

  /** The account has told all: what it no longer offers goes. Not `whole`: it was asked for a part, and may offer more. */
  finish(accountId: AccountId, whole = true): void {
    const seen = this.#seen.get(accountId)
    if (whole) this.finds.drop((row) => row.accountId === accountId && !seen?.has(offerKey(row)))
    this.#change(accountId, (part) => ({ ...part, state: 'done' }))
  }

  /** Null: a bug of ours, which surfaces elsewhere. */
  fail(accountId: AccountId, failure: Failure | null): void {
    this.#change(accountId, (part) => ({ ...part, state: 'failed', failure }))
  }

  stop(): void {
    for (const { accountId } of this.#parts) {
      this.#change(accountId, (part) => (part.state === 'searching' ? { ...part, state: 'stopped' } : part))
    }
  }

  stored(watched: boolean): StoredSearch {
    const { id: searchId, query, askedAt, parts, finds } = this
    return { searchId, query, askedAt, parts, watched, found: finds.size }
  }

  #change(accountId: AccountId, change: (part: SearchPart) => SearchPart): void {
    this.#parts = this.#parts.map((part) => (part.accountId === accountId ? change(part) : part))
  }
}

/** Stored queries may come from another version, whose patterns we do not read: nothing is marked then. */
function patternOf({ pattern }: MarketQuery): Pattern | null {
  const read = readPattern(pattern)
  return read.ok ? read.pattern : null
}
