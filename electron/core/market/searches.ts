import { isFailure } from '../../../shared/failure.ts'
import type { MarketQuery, Offer, OfferKey, RecentSearch, SearchId, SearchPart } from '../../../shared/model/market.ts'
import { invalid } from '../requests.ts'
import { needSearchable } from './accounts.ts'
import { alternativesTo } from './alternatives.ts'
import { lookAround } from './around.ts'
import { toWish } from './ask.ts'
import { askAll, type SearchTask } from './asking.ts'
import { offerKey } from './finds.ts'
import { isSameQuery, type KeptSearches } from './kept.ts'
import { Search } from './search.ts'
import type { MarketWorld } from './world.ts'

const mostRecent = 20
/** Each is asked again and again, as long as the app is open. */
const mostWatched = 20

type Running = { readonly search: Search; readonly controller: AbortController }

/** What the person searches for. At most one search runs at a time; the latest stays in view until there is another. */
export class Searches {
  readonly #world: MarketWorld
  readonly #kept: KeptSearches
  #current: Search | null = null
  #running: Running | null = null
  readonly #settling = new Set<Promise<void>>()
  /** Forgotten, or asked anew, while they were still being asked: they are not stored. */
  readonly #dropped = new WeakSet<Search>()

  constructor(world: MarketWorld, kept: KeptSearches) {
    this.#world = world
    this.#kept = kept
  }

  /** Throws FailureError `invalid` before anything is asked. What an earlier search still asks is stopped. */
  start(query: MarketQuery): SearchId {
    const task = this.prepare(query)
    this.stop()
    if (this.#current?.id === task.search.id) this.#dropped.add(this.#current)
    const controller = new AbortController()
    const signal = AbortSignal.any([controller.signal, this.#world.stopping])
    this.#current = task.search
    this.#running = { search: task.search, controller }
    const settled = this.#run({ ...task, signal })
    this.#settling.add(settled)
    void settled.finally(() => this.#settling.delete(settled))
    this.#world.push('market')
    return task.search.id
  }

  /** The same search asked again is the same search, and keeps what it found until its accounts have told anew. */
  prepare(query: MarketQuery): Omit<SearchTask, 'signal'> {
    const wish = toWish(query)
    const accounts = needSearchable(this.#world, query.accountIds)
    const { newId, now } = this.#world.ports
    const parts = accounts.map(({ id }): SearchPart => ({ ...begun, accountId: id }))
    const search = new Search({ searchId: this.#idOf(query) ?? newId(), query, askedAt: now(), parts })
    return { world: this.#world, search, wish, accounts }
  }

  /** Asks all accounts, beginning with what is known from the last time. */
  async ask(task: SearchTask): Promise<void> {
    const earlier = await this.#earlier(task.search.id)
    if (earlier) task.search.inherit(earlier)
    await askAll(task)
  }

  /** A disk that cannot be read takes nothing from a search but its past. */
  async #earlier(id: SearchId): Promise<Search | null> {
    try {
      return await this.#kept.load(id)
    } catch (error) {
      if (!isFailure(error)) throw error
      this.#world.ports.log('warn', 'What a search had found could not be read', { kind: error.failure.kind })
      return null
    }
  }

  /** The person is searching for it right now. */
  isUnderWay(id: SearchId): boolean {
    return this.#running?.search.id === id
  }

  /** Takes over what a watch has found, where that is what is in view. */
  renew(search: Search): void {
    if (this.#current?.id === search.id && this.#current.isOver) this.#current = search
  }

  stop(): void {
    const running = this.#running
    if (!running) return
    this.#running = null
    running.controller.abort()
    running.search.stop()
    this.#world.push('market')
  }

  /** Resolves when nothing is asked any more and what was found is stored. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#settling)
  }

  /** Null id: the latest. Null: there is none, or it is no longer kept. */
  async find(id: SearchId | null): Promise<Search | null> {
    const wanted = id ?? this.#current?.id ?? this.#kept.list()[0]?.searchId ?? null
    if (wanted === null) return null
    const search = this.#current?.id === wanted ? this.#current : await this.#kept.load(wanted)
    return search && this.#withoutGone(search)
  }

  /** Newest first. One that could ask nobody is known until the app ends. */
  recent(): readonly RecentSearch[] {
    const current = this.#current && this.#withoutGone(this.#current)
    const kept = this.#kept.list().filter(({ searchId }) => searchId !== current?.id)
    const all = current ? [current.stored(this.#kept.isWatched(current.id)), ...kept] : kept
    const watched = all.slice(mostRecent).filter((search) => search.watched)
    return [...all.slice(0, mostRecent), ...watched].map(({ searchId, query, askedAt, found, watched }) => ({
      searchId,
      query,
      askedAt,
      found,
      watched,
    }))
  }

  watch(id: SearchId, watched: boolean): void {
    if (watched && !this.#kept.isWatched(id)) this.#needRoom()
    if (this.#kept.has(id)) this.#kept.setWatched(id, watched)
    else if (this.#current?.id === id) this.#kept.save(this.#current, watched)
    else throw invalid('searchId', 'This search is no longer kept. Search again, then watch it.')
    this.#world.push('market')
  }

  forget(id: SearchId): void {
    if (this.#running?.search.id === id) this.stop()
    if (this.#current?.id === id) {
      this.#dropped.add(this.#current)
      this.#current = null
    }
    this.#kept.forget(id)
    this.#world.push('market')
  }

  /** As searches that are kept last saw them for sale, by `offerKey`. */
  offers(keys: readonly OfferKey[]): ReadonlyMap<string, Offer> {
    const inView = keys.map((key) => this.#current?.finds.get(key) ?? null).filter((offer) => offer !== null)
    if (inView.length === keys.length) return new Map(inView.map((offer) => [offerKey(offer), offer]))
    return new Map([...this.#kept.offers(keys), ...inView.map((offer) => [offerKey(offer), offer] as const)])
  }

  #needRoom(): void {
    const watched = this.#kept.list().filter((search) => search.watched)
    if (watched.length < mostWatched) return
    throw invalid(
      'searchId',
      `You watch ${mostWatched} searches, which is the most. Stop watching one, then watch this.`,
    )
  }

  /** Of the same search, if it is known. */
  #idOf(query: MarketQuery): SearchId | null {
    if (this.#current && isSameQuery(this.#current.query, query)) return this.#current.id
    return this.#kept.list().find((candidate) => isSameQuery(candidate.query, query))?.searchId ?? null
  }

  /** What accounts offered that were removed since goes with them. */
  #withoutGone(search: Search): Search {
    search.finds.drop(({ accountId }) => !this.#world.book.has(accountId))
    return search
  }

  async #run(task: SearchTask): Promise<void> {
    const { search } = task
    try {
      await this.ask(task).finally(() => this.#keep(search))
      await this.#lookFurther(task)
    } finally {
      if (this.#running?.search === search) this.#running = null
      this.#world.push('market')
    }
  }

  /** A search that could tell nothing must not push out the results of one that did. */
  #keep(search: Search): void {
    search.stop()
    if (search.hasWorked && !this.#dropped.has(search)) this.#kept.saveLatest(search)
    this.#world.push('market')
  }

  /** Once, and only where somebody said that there is nothing. */
  async #lookFurther({ world, search, wish, accounts, signal }: SearchTask): Promise<void> {
    if (!search.hasNothing || signal.aborted) return
    const around = await lookAround({ world, accounts, signal }, wish.ask)
    if (!signal.aborted) search.alternatives = alternativesTo(search.query, wish.ask, around)
  }
}

const begun = { state: 'searching', found: 0, failure: null, notes: [] } as const
