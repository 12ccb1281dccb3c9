import { isFailure } from '../../../shared/failure.ts'
import type { MarketQuery, Offer, OfferKey, SearchId } from '../../../shared/model/market.ts'
import type { StoredSearch } from '../ports.ts'
import { alternativesTo } from './alternatives.ts'
import { nothingAround } from './around.ts'
import { toWish } from './ask.ts'
import { type FindRow, offerKey } from './finds.ts'
import { Search } from './search.ts'
import { takeInTurns } from './turns.ts'
import type { MarketWorld } from './world.ts'

type World = Pick<MarketWorld, 'ports' | 'book'>

/** Searches as the disk keeps them. The one that was looked at last is held, so that its rows are computed once. */
export class KeptSearches {
  readonly #world: World
  /** As the disk has them; null: to be read again. */
  #list: readonly StoredSearch[] | null = null
  #held: Search | null = null
  #loading: { readonly id: SearchId; readonly search: Promise<Search> } | null = null

  constructor(world: World) {
    this.#world = world
  }

  /** Newest first. */
  list(): readonly StoredSearch[] {
    this.#list ??= this.#store.searches()
    return this.#list
  }

  has(id: SearchId): boolean {
    return this.list().some(({ searchId }) => searchId === id)
  }

  isWatched(id: SearchId): boolean {
    return this.list().some(({ searchId, watched }) => searchId === id && watched)
  }

  /** With its rows, which are computed bit by bit where there are thousands. Null: it is not kept. */
  async load(id: SearchId): Promise<Search | null> {
    if (this.#held?.id === id) return this.#held
    const stored = this.list().find(({ searchId }) => searchId === id)
    if (!stored) return null
    if (this.#loading?.id !== id) this.#loading = { id, search: this.#read(stored) }
    return this.#loading.search
  }

  /** As the latest, wherever the same search stood before. */
  saveLatest(search: Search): void {
    this.#write(search, () => {
      const watched = this.isWatched(search.id)
      if (this.list()[0]?.searchId !== search.id) this.#store.forgetSearch(search.id)
      return watched
    })
  }

  /** Where it stands already, if it stands anywhere. */
  save(search: Search, watched: boolean): void {
    this.#write(search, () => watched)
  }

  /** As the newest of the searches that saw them did, by `offerKey`. */
  offers(keys: readonly OfferKey[]): ReadonlyMap<string, Offer> {
    const found = new Map<string, Offer>()
    const wanted = new Set(keys.map(offerKey))
    for (const { searchId } of this.list()) {
      if (found.size === wanted.size) break
      for (const offer of this.#store.offers(searchId)) {
        const key = offerKey(offer)
        if (wanted.has(key) && !found.has(key)) found.set(key, offer)
      }
    }
    return found
  }

  setWatched(id: SearchId, watched: boolean): void {
    this.#list = null
    this.#store.setWatched(id, watched)
  }

  forget(id: SearchId): void {
    if (this.#held?.id === id) this.#held = null
    if (this.#loading?.id === id) this.#loading = null
    this.#list = null
    this.#store.forgetSearch(id)
  }

  get #store() {
    return this.#world.ports.storage.market
  }

  async #read({ searchId, query, askedAt, parts }: StoredSearch): Promise<Search> {
    try {
      const search = new Search({ searchId, query, askedAt, parts })
      search.stop()
      search.alternatives = wayOn(query)
      await takeInTurns(this.#store.offers(searchId), this.#world.ports.breathe, (some) => search.finds.add(some))
      if (this.#loading?.id === searchId) this.#held = search
      return search
    } finally {
      if (this.#loading?.id === searchId) this.#loading = null
    }
  }

  /** A disk that takes nothing costs the search its place after a restart, and nothing now. */
  #write(search: Search, prepare: () => boolean): void {
    const { ports, book } = this.#world
    try {
      const watched = prepare()
      const { parts, ...stored } = search.stored(watched)
      const isThere = ({ accountId }: Pick<Offer, 'accountId'>) => book.has(accountId)
      const offers = search.finds.rows.filter(isThere).map(toOffer)
      this.#store.saveSearch({ ...stored, parts: parts.filter(isThere), found: offers.length }, offers)
    } catch (error) {
      if (!isFailure(error)) throw error
      ports.log('warn', 'A search could not be kept', { kind: error.failure.kind })
    }
    this.#list = null
    this.#loading = null
    this.#held = search
  }
}

/** What can be told without asking anybody; a query that was typed under other rules has none. */
function wayOn(query: MarketQuery): Search['alternatives'] {
  try {
    const { ask } = toWish(query)
    return alternativesTo(query, ask, nothingAround(ask))
  } catch (error) {
    if (!isFailure(error)) throw error
    return []
  }
}

const toOffer = (row: FindRow): Offer => {
  const { accountId, number, kind, place, setup, monthly, seenAt } = row
  return { accountId, number, kind, place, setup, monthly, seenAt }
}

/** The same to look for, however it is typed. */
export const isSameQuery = (one: MarketQuery, other: MarketQuery): boolean => plain(one) === plain(other)

function plain({ accountIds, ...query }: MarketQuery): string {
  const texts = Object.entries(query).map(([name, value]) => `${name}: ${String(value).trim().toUpperCase()}`)
  return [...texts.toSorted(), ...accountIds.toSorted()].join('\n')
}
