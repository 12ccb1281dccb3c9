import { isFailure } from '../../../shared/failure.ts'
import type { MarketQuery, Offer, OfferKey, SearchId } from '../../../shared/model/market.ts'
import type { StoredSearch } from '../ports.ts'
import { type FindRow, offerKey } from './finds.ts'
import { Search } from './search.ts'
import type { MarketWorld } from './world.ts'

export const mostRecent = 20

/** Searches as the disk keeps them. The one that was looked at last is held, so that its rows are computed once. */
export class KeptSearches {
  readonly #world: Pick<MarketWorld, 'ports'>
  #held: Search | null = null

  constructor(world: Pick<MarketWorld, 'ports'>) {
    this.#world = world
  }

  /** Newest first. */
  list(): readonly StoredSearch[] {
    return this.#world.ports.storage.market.searches()
  }

  get(id: SearchId): Search | null {
    if (this.#held?.id === id) return this.#held
    const stored = this.list().find(({ searchId }) => searchId === id)
    if (stored) this.#held = this.#load(stored)
    return stored ? this.#held : null
  }

  /** As the latest, wherever the same search stood before. */
  saveLatest(search: Search): void {
    const watched = this.isWatched(search.id)
    this.#write(search, watched, () => {
      if (this.list()[0]?.searchId !== search.id) this.#world.ports.storage.market.forgetSearch(search.id)
    })
  }

  /** At its place, if it has one. */
  save(search: Search, watched: boolean): void {
    this.#write(search, watched, () => undefined)
  }

  /** A disk that takes nothing costs the search its place after a restart, and nothing now. */
  #write(search: Search, watched: boolean, before: () => void): void {
    const { storage, log } = this.#world.ports
    try {
      before()
      storage.market.saveSearch(search.stored(watched), search.finds.rows.map(toOffer))
    } catch (error) {
      if (!isFailure(error)) throw error
      log('warn', 'A search could not be kept', { kind: error.failure.kind })
    }
    this.#held = search
  }

  /** As the newest of the searches that saw them did. */
  offers(keys: readonly OfferKey[]): ReadonlyMap<string, Offer> {
    const found = new Map<string, Offer>()
    const wanted = new Set(keys.map(offerKey))
    for (const { searchId } of this.list()) {
      if (found.size === wanted.size) break
      for (const offer of this.#world.ports.storage.market.offers(searchId)) {
        const key = offerKey(offer)
        if (wanted.has(key) && !found.has(key)) found.set(key, offer)
      }
    }
    return found
  }

  isWatched(id: SearchId): boolean {
    return this.list().some(({ searchId, watched }) => searchId === id && watched)
  }

  setWatched(search: Search, watched: boolean): void {
    const { market } = this.#world.ports.storage
    if (this.list().some(({ searchId }) => searchId === search.id)) market.setWatched(search.id, watched)
    else this.save(search, watched)
  }

  forget(id: SearchId): void {
    if (this.#held?.id === id) this.#held = null
    this.#world.ports.storage.market.forgetSearch(id)
  }

  #load({ searchId, query, askedAt, parts }: StoredSearch): Search {
    const offers = this.#world.ports.storage.market.offers(searchId)
    const search = new Search({ searchId, query, askedAt, parts, offers })
    search.stop()
    return search
  }
}

const toOffer = (row: FindRow): Offer => {
  const { accountId, number, kind, place, setup, monthly, seenAt } = row
  return { accountId, number, kind, place, setup, monthly, seenAt }
}

/** The same to look for, however it is typed. */
export function isSameQuery(one: MarketQuery, other: MarketQuery): boolean {
  const plain = ({ accountIds, ...query }: MarketQuery) =>
    JSON.stringify([
      ...Object.entries(query)
        .map(([name, value]) => [name, String(value).trim().toUpperCase()])
        .toSorted(),
      accountIds.toSorted(),
    ])
  return plain(one) === plain(other)
}
