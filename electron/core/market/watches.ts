import { isFailure } from '../../../shared/failure.ts'
import type { SearchId } from '../../../shared/model/market.ts'
import type { StoredSearch } from '../ports.ts'
import type { SearchTask } from './asking.ts'
import { describeQuery } from './describe.ts'
import type { KeptSearches } from './kept.ts'
import type { Search } from './search.ts'
import type { Searches } from './searches.ts'
import type { MarketWorld } from './world.ts'

const everyMs = 15 * 60_000
/** Nobody wants to hear of the same search more often than once an hour. */
const roundsBetween = 4
/** Numbers that are asked for in a round, of all accounts together; searches that did not fit come first in the next. */
const mostARound = 500
const hourMs = roundsBetween * everyMs

type Watch = {
  /** Found since the last notice, or since the watch began. */
  readonly fresh: ReadonlySet<string>
  /** Rounds still to go by before the next notice. */
  readonly quiet: number
}

/**
 * Asks watched searches again, round by round. It waits and never compares dates, so a clock that is set back stops nothing; and as
 * long as no connection can be had, a round is left out.
 */
export class Watches {
  readonly #world: MarketWorld
  readonly #kept: KeptSearches
  readonly #searches: Searches
  readonly #watches = new Map<SearchId, Watch>()
  /** The round in which each was asked last. */
  readonly #askedIn = new Map<SearchId, number>()
  #count = 0
  #round: Promise<void> = Promise.resolve()

  constructor(world: MarketWorld, kept: KeptSearches, searches: Searches) {
    this.#world = world
    this.#kept = kept
    this.#searches = searches
  }

  start(): void {
    const now = this.#world.ports.now()
    for (const { searchId, askedAt } of this.#watched()) {
      // Whether it was told of just before the app ended is not known; it may have been.
      const isRecent = Math.abs(now - askedAt) < hourMs
      this.#watches.set(searchId, { fresh: new Set(), quiet: isRecent ? roundsBetween : 0 })
    }
    void this.#goOn()
  }

  /** Resolves when no round is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#round])
  }

  async #goOn(): Promise<void> {
    const { ports, stopping } = this.#world
    while (await this.#rest()) {
      if (!ports.host.isOnline()) continue
      this.#round = this.#askAll()
      await this.#round
      if (stopping.aborted) return
    }
  }

  /** False: the app stops. */
  async #rest(): Promise<boolean> {
    const { ports, stopping } = this.#world
    try {
      await ports.wait(everyMs, stopping)
    } catch (error) {
      if (!stopping.aborted) throw error
    }
    return !stopping.aborted
  }

  /** One after another: nobody waits for it, and carriers are not to be hurried. */
  async #askAll(): Promise<void> {
    const watched = this.#watched()
    const ids = new Set(watched.map(({ searchId }) => searchId))
    for (const id of this.#watches.keys()) if (!ids.has(id)) this.#watches.delete(id)
    for (const id of this.#askedIn.keys()) if (!ids.has(id)) this.#askedIn.delete(id)
    this.#count += 1
    let left = mostARound
    for (const stored of this.#inTurn(watched)) {
      if (this.#world.stopping.aborted) return
      if (this.#searches.isUnderWay(stored.searchId)) continue
      const task = this.#prepare(stored.query)
      const size = task ? Math.min(sizeOf(task), mostARound) : 0
      if (size > left) return
      left -= size
      this.#askedIn.set(stored.searchId, this.#count)
      if (task) await this.#ask(stored, task)
    }
  }

  /** Who was left out of the last round comes first. */
  #inTurn(watched: readonly StoredSearch[]): readonly StoredSearch[] {
    const last = ({ searchId }: StoredSearch) => this.#askedIn.get(searchId) ?? 0
    return watched.toSorted((a, b) => last(a) - last(b))
  }

  /** Null: its accounts were removed or paused, or it was typed under other rules. */
  #prepare(query: StoredSearch['query']): Task | null {
    try {
      return this.#searches.prepare(query)
    } catch (error) {
      this.#logFailure(error)
      return null
    }
  }

  async #ask({ searchId }: StoredSearch, task: Task): Promise<void> {
    const before = await this.#numbersOf(searchId)
    const search = before && (await this.#searchAgain(task))
    if (!search || !this.#kept.isWatched(searchId) || this.#searches.isUnderWay(searchId)) return
    this.#kept.save(search, true)
    this.#searches.renew(search)
    this.#world.push('market')
    this.#tell(search, before)
  }

  /** Null: the disk cannot tell, so that nobody could say what is new. */
  async #numbersOf(id: SearchId): Promise<ReadonlySet<string> | null> {
    try {
      return new Set((await this.#kept.load(id))?.finds.rows.map(({ number }) => number))
    } catch (error) {
      this.#logFailure(error)
      return null
    }
  }

  /** Null: nobody told anything. */
  async #searchAgain(task: Task): Promise<Search | null> {
    const { stopping } = this.#world
    try {
      await this.#searches.ask({ ...withinRound(task), signal: AbortSignal.any([stopping]) })
      return !stopping.aborted && task.search.parts.some(({ state }) => state === 'done') ? task.search : null
    } catch (error) {
      this.#logFailure(error)
      return null
    }
  }

  #logFailure(error: unknown): void {
    if (!isFailure(error)) throw error
    this.#world.ports.log('info', 'A watched search could not be asked', { kind: error.failure.kind })
  }

  #tell(search: Search, before: ReadonlySet<string>): void {
    const { fresh, quiet } = this.#watches.get(search.id) ?? { fresh: new Set<string>(), quiet: 0 }
    const found = new Set(search.finds.rows.map(({ number }) => number))
    const added = [...found].filter((number) => !before.has(number))
    const news = new Set([...fresh, ...added].filter((number) => found.has(number)))
    const left = Math.max(0, quiet - 1)
    if (news.size === 0 || left > 0) {
      this.#watches.set(search.id, { fresh: news, quiet: left })
      return
    }
    this.#watches.set(search.id, { fresh: new Set(), quiet: roundsBetween })
    const count = news.size === 1 ? 'A new number is' : `${news.size.toLocaleString('en-US')} new numbers are`
    const sentence = `${count} for sale for a search that you watch: ${describeQuery(search.query)}.`
    this.#world.notices.tell({
      id: `searchFound-${search.id}`,
      kind: 'searchFound',
      sentence: `${sentence} See Find & buy.`,
    })
    this.#world.ports.host.notify({ title: 'Linekeeper found numbers', body: sentence })
  }

  #watched(): readonly StoredSearch[] {
    try {
      return this.#kept.list().filter(({ watched }) => watched)
    } catch (error) {
      this.#logFailure(error)
      return []
    }
  }
}

type Task = Omit<SearchTask, 'signal'>

const sizeOf = ({ wish, accounts }: Task): number => wish.ask.count * accounts.length

/** A search that is larger than a round asks for a part of it. */
function withinRound(task: Task): Task {
  if (sizeOf(task) <= mostARound) return task
  const count = Math.max(1, Math.floor(mostARound / task.accounts.length))
  return { ...task, wish: { ...task.wish, ask: { ...task.wish.ask, count } }, isPart: true }
}
