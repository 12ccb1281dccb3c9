import { isFailure } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { PurchaseId } from '../../../shared/model/purchase.ts'
import type { StoredPurchase } from '../ports.ts'
import type { OrdersWorld } from './check.ts'
import { isOpen, type Ledger } from './ledger.ts'
import { isDeep, nextLookMs } from './pace.ts'

/** Never two looks of one purchase closer together than this. */
const leastGapMs = 1_000

type Track = { poked: AbortController }

type Parts = {
  readonly world: OrdersWorld
  readonly ledger: Ledger
  readonly isSending: (id: PurchaseId) => boolean
  readonly lookOnce: (purchase: StoredPurchase, depth: Depth) => Promise<void>
  /** Hears of a purchase that is open after it was looked for. */
  readonly stillOpen: (purchase: StoredPurchase, waitedMs: number) => void
}
export type Depth = { readonly deep: boolean; readonly whole: boolean }

/** Follows every open purchase until it is settled, however long that takes. It only ever looks. */
export class Follower {
  readonly #parts: Parts
  readonly #tracks = new Map<PurchaseId, Track>()
  #ended: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Starts to look for it; where that goes on already, nothing changes. */
  follow(id: PurchaseId): void {
    if (this.#tracks.has(id) || this.#parts.world.stopping.aborted) return
    const track = { poked: new AbortController() }
    this.#tracks.set(id, track)
    const following = this.#rounds(id, track)
      .catch((error: unknown) => this.#broken(id, error))
      .finally(() => this.#tracks.delete(id))
    this.#ended = Promise.allSettled([this.#ended, following])
    void following
  }

  /** Looks as soon as it may. */
  poke(id: PurchaseId): void {
    const track = this.#tracks.get(id)
    if (track) track.poked.abort()
    else this.follow(id)
  }

  /** Everything open of this account, or of all; what the owner let go as well. */
  pokeAll(accountId: AccountId | null): void {
    for (const purchase of this.#parts.ledger.open()) {
      if (accountId === null || purchase.accountId === accountId) this.poke(purchase.id)
    }
  }

  async stop(): Promise<void> {
    await this.#ended
  }

  async #rounds(id: PurchaseId, track: Track): Promise<void> {
    const { ledger, world, stillOpen } = this.#parts
    let waitedMs = 0
    for (let first = true; ; first = false) {
      const deep = isDeep(waitedMs)
      await this.#look(id, { deep, whole: deep || first })
      const purchase = ledger.get(id)
      if (!purchase || purchase.settledAt !== null || world.stopping.aborted) return
      stillOpen(purchase, waitedMs)
      if (!isWaitedFor(purchase) || !world.book.has(purchase.accountId)) {
        this.#plan(purchase, null)
        return
      }
      waitedMs += await this.#rest(purchase, track, nextLookMs(waitedMs))
      if (world.stopping.aborted) return
    }
  }

  /** What an earlier life of the app, or a disk that was full, left as being sent can only be looked for now. */
  recover(id: PurchaseId): StoredPurchase | null {
    const { ledger, isSending } = this.#parts
    const purchase = ledger.get(id)
    if (!purchase || isSending(id)) return purchase
    const stuck = purchase.items.filter(({ state }) => state === 'planned' || state === 'sending')
    if (stuck.length === 0) return purchase
    const items = stuck.map(({ slot, state }) =>
      state === 'planned'
        ? ({ slot, state: 'notSent', said: 'Not sent: Linekeeper was closed before its turn came.' } as const)
        : ({
            slot,
            state: 'checking',
            said: 'Linekeeper was closed before the answer came. It may have happened all the same.',
          } as const),
    )
    const text = 'Linekeeper was closed before the answer came. Nothing is sent again; it is looked up instead.'
    return ledger.change(id, { items, events: [{ kind: 'noAnswer', text, answer: null }] })
  }

  /** A look that fails for reasons of our own, a bug too, is made again later; it must not end the following. */
  async #look(id: PurchaseId, depth: Depth): Promise<void> {
    const { world, lookOnce } = this.#parts
    try {
      const purchase = this.recover(id)
      if (!purchase || purchase.settledAt !== null || !world.ports.host.isOnline()) return
      if (world.book.has(purchase.accountId)) await lookOnce(purchase, depth)
    } catch (error) {
      if (!world.stopping.aborted) this.#broken(id, error)
    }
  }

  #broken(id: PurchaseId, error: unknown): void {
    const { ports, scrub } = this.#parts.world
    if (isFailure(error)) {
      ports.log('warn', 'An order could not be looked for', { purchaseId: id, kind: error.failure.kind })
      return
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    ports.log('error', 'Bug while an order was looked for', { purchaseId: id, ...scrub()({ detail }) })
  }

  /** How long it rested, by what was waited and not by a clock. Poked, it rests no longer than it must. */
  async #rest(purchase: StoredPurchase, track: Track, ms: number): Promise<number> {
    const { ports, stopping } = this.#parts.world
    this.#plan(purchase, ms)
    try {
      await ports.wait(Math.min(ms, leastGapMs), stopping)
      if (ms > leastGapMs) await ports.wait(ms - leastGapMs, AbortSignal.any([stopping, track.poked.signal]))
      return ms
    } catch (error) {
      if (!stopping.aborted && !track.poked.signal.aborted) throw error
      return leastGapMs
    } finally {
      if (track.poked.signal.aborted) track.poked = new AbortController()
    }
  }

  /** Written down only when it is worth telling: each is a write to the disk. */
  #plan({ id, lookAt }: StoredPurchase, inMs: number | null): void {
    const { ledger, world } = this.#parts
    if (inMs !== null && inMs <= leastGapMs) return
    if (inMs === null && lookAt === null) return
    try {
      ledger.change(id, { lookAt: inMs === null ? null : world.ports.now() + inMs })
    } catch (error) {
      if (!isFailure(error)) throw error
      world.ports.log('warn', 'The next look at an order could not be written down', { purchaseId: id })
    }
  }
}

/** Something is open that the owner still waits for. */
export const isWaitedFor = ({ items }: Pick<StoredPurchase, 'items'>): boolean =>
  items.some((item) => isOpen(item) && !item.letGo)
