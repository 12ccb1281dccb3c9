import { FailureError, isFailure } from '../../../shared/failure.ts'
import type { PurchaseId, PurchaseItem } from '../../../shared/model/purchase.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { OrderAsk, Placed, Provider, StoredPurchase } from '../ports.ts'
import { within } from '../within.ts'
import type { OrdersWorld } from './check.ts'
import type { Change, ItemChange, Ledger } from './ledger.ts'
import { verdictOf, whyNot, yes, yesInWords } from './outcome.ts'
import { displayOf } from './words.ts'

/** A request that is under way when the app stops may end for this long. */
const stopPatienceMs = 5_000
const breakOffMs = 500

/** What became of one request that spends. */
type Answered = {
  readonly change: Omit<ItemChange, 'slot'>
  readonly events: Change['events']
  readonly orderId: string | null
  readonly goesOn: boolean
}

/** Sends what was written down: each request once, and none that was not on the disk before. */
export class Sender {
  readonly #world: OrdersWorld
  readonly #ledger: Ledger
  /** Hears when something is to be looked for. */
  readonly #follow: (id: PurchaseId) => void
  readonly #active = new Map<PurchaseId, Promise<void>>()
  /** Apart from the app's own end: a request that spends is let end. */
  readonly #breakOff = new AbortController()
  /** Storage may be closed from here on. */
  #over = false

  constructor(world: OrdersWorld, ledger: Ledger, follow: (id: PurchaseId) => void) {
    this.#world = world
    this.#ledger = ledger
    this.#follow = follow
  }

  isSending(id: PurchaseId): boolean {
    return this.#active.has(id)
  }

  /** The purchase is on the disk, its first items marked as being sent. Goes on by itself. */
  start(id: PurchaseId): void {
    const purchase = this.#ledger.get(id)
    if (!purchase || this.#active.has(id)) return
    const sent = this.#send(purchase)
      .catch((error: unknown) => this.#broken(id, error))
      .finally(() => {
        this.#active.delete(id)
        this.#follow(id)
      })
    this.#active.set(id, sent)
  }

  async stop(): Promise<void> {
    const { wait } = this.#world.ports
    const all = Promise.allSettled(this.#active.values())
    const ended = await within(all, stopPatienceMs, wait)
    if (ended.late) {
      this.#breakOff.abort()
      await within(all, breakOffMs, wait)
    }
    this.#over = true
  }

  /** A disk that takes no more, or a bug: what was marked as being sent is looked for, and nothing more is sent. */
  #broken(id: PurchaseId, error: unknown): void {
    this.#world.ports.log('error', 'An order could not be written down to its end', {
      purchaseId: id,
      kind: isFailure(error) ? error.failure.kind : 'bug',
    })
    if (!isFailure(error)) throw error
  }

  async #send(purchase: StoredPurchase): Promise<void> {
    const provider = await this.#open(purchase)
    if (typeof provider === 'string') {
      this.#notSent(purchase.id, purchase.items, provider)
      return
    }
    const { buying } = provider
    if (purchase.kind === 'release' && buying?.release) await this.#oneByOne(purchase, buying.release)
    else if (purchase.kind !== 'release' && buying?.order) await this.#inOne(purchase, buying.order.place)
    else if (purchase.kind === 'numbers' && buying?.buyOne) await this.#oneByOne(purchase, buying.buyOne)
    else this.#notSent(purchase.id, purchase.items, 'Not sent: this provider cannot be asked for that.')
  }

  /** The provider, or why nothing was sent. */
  async #open({ accountId }: StoredPurchase): Promise<Provider | string> {
    const obstacle = this.#obstacle(accountId)
    if (obstacle !== null) return obstacle
    try {
      const provider = await this.#world.connections.open(this.#world.book.find(accountId))
      // Opening may have had to ask the person for a password.
      return this.#obstacle(accountId) ?? provider
    } catch (error) {
      if (!isFailure(error)) throw error
      return `Not sent: ${whyNot(error.failure)}.`
    }
  }

  /** Why the next request may not be sent; null: it may. With `login`, only to whom the requests before went. */
  #obstacle(accountId: string, login?: string | null): string | null {
    const { book, connections, stopping, ports } = this.#world
    if (stopping.aborted) return 'Not sent: Linekeeper was closed before its turn came.'
    if (!book.has(accountId)) return 'Not sent: the account was removed before its turn came.'
    const { readOnly, paused } = book.find(accountId)
    if (readOnly) return 'Not sent: the account was set to read-only before its turn came.'
    if (paused) return 'Not sent: the account was paused before its turn came.'
    const isOther = login !== undefined && connections.loginOf(accountId) !== login
    if (isOther) return 'Not sent: the account got the keys of another login before its turn came.'
    return ports.host.isOnline() ? null : 'Not sent: there was no connection.'
  }

  /** One order for everything. */
  async #inOne(
    purchase: StoredPurchase,
    place: (ask: OrderAsk, signal: AbortSignal) => Promise<Placed>,
  ): Promise<void> {
    if (!this.#isMarked(purchase.id, purchase.items)) return
    const { change, events, orderId } = await this.#ask(purchase, null, (signal) => place(toAsk(purchase), signal))
    const items = purchase.items.map(({ slot }) => ({ slot, ...change }))
    this.#write(purchase.id, { items, events: events ?? [], ...(orderId === null ? {} : { orderId }) })
  }

  /** One after another; the result of one and the mark of the next are one write. */
  async #oneByOne(
    purchase: StoredPurchase,
    send: (thing: string, signal: AbortSignal) => Promise<Placed>,
  ): Promise<void> {
    const login = this.#world.connections.loginOf(purchase.accountId)
    for (const [index, item] of purchase.items.entries()) {
      const { thing } = item
      if (thing === null || !this.#isMarked(purchase.id, [item])) return
      const { change, events, goesOn } = await this.#ask(purchase, thing, (signal) => send(thing, signal))
      const result = { slot: item.slot, ...change }
      const rest = purchase.items.slice(index + 1)
      const stop = goesOn ? this.#obstacle(purchase.accountId, login) : (change.said ?? null)
      if (rest.length === 0 || stop !== null) {
        const left = rest.map(({ slot }): ItemChange => ({ slot, state: 'notSent', said: stop }))
        this.#write(purchase.id, { items: [result, ...left], events: events ?? [] })
        return
      }
      const [following] = rest
      if (!following) return
      this.#write(purchase.id, {
        items: [result, { slot: following.slot, state: 'sending' }],
        events: [...(events ?? []), sendingEvent(purchase, following)],
      })
      this.#follow(purchase.id)
    }
  }

  /** The journal has the last word: what it does not hold as being sent does not leave. */
  #isMarked(id: PurchaseId, items: readonly Pick<PurchaseItem, 'slot'>[]): boolean {
    const stored = this.#over ? null : this.#ledger.get(id)
    return items.every(({ slot }) => stored?.items.find((item) => item.slot === slot)?.state === 'sending')
  }

  #write(id: PurchaseId, change: Change): void {
    if (!this.#over) this.#ledger.change(id, change)
  }

  async #ask(
    purchase: StoredPurchase,
    thing: string | null,
    send: (signal: AbortSignal) => Promise<Placed>,
  ): Promise<Answered> {
    const carrier = carrierNames[purchase.api]
    const about = thing === null ? 'the order' : displayOf(purchase.kind, thing)
    try {
      const { orderId, warning, answer } = await send(this.#breakOff.signal)
      const said = yesInWords(carrier, warning)
      const number = orderId === null ? '' : ` It is order ${orderId} there.`
      const text = `${yes(carrier)} to ${about}.${number}${warning === null ? '' : ` ${warning}`}`
      return {
        change: { state: 'checking', said },
        events: [{ kind: 'answered', text, answer }],
        orderId,
        goesOn: true,
      }
    } catch (error) {
      return this.#failed(error, carrier, about)
    }
  }

  #failed(error: unknown, carrier: string, about: string): Answered {
    const failure = isFailure(error) ? error.failure : null
    if (failure === null) {
      this.#world.ports.log('error', 'Bug while an order was being sent', {
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
    const verdict = verdictOf(failure ?? unsure.failure, carrier)
    const { said } = verdict
    const tell = (kind: 'answered' | 'noAnswer'): Change['events'] => [
      { kind, text: `About ${about}: ${said}`, answer: null },
    ]
    switch (verdict.kind) {
      case 'no':
        return {
          change: { state: 'checking', said, saidNo: true },
          events: tell('answered'),
          orderId: null,
          goesOn: true,
        }
      case 'notSent':
        return { change: { state: 'notSent', said }, events: tell('noAnswer'), orderId: null, goesOn: false }
      case 'unknown':
        return { change: { state: 'checking', said }, events: tell('noAnswer'), orderId: null, goesOn: true }
      default:
        return verdict satisfies never
    }
  }

  #notSent(id: PurchaseId, items: readonly PurchaseItem[], said: string): void {
    this.#write(id, {
      items: items.map(({ slot }) => ({ slot, state: 'notSent', said })),
      events: [{ kind: 'noAnswer', text: said, answer: null }],
    })
  }
}

const unsure = new FailureError({ kind: 'unsure', accountId: null })

export const sendingEvent = (
  { kind, api }: Pick<StoredPurchase, 'kind' | 'api'>,
  { thing }: Pick<PurchaseItem, 'thing'>,
) => ({
  kind: 'sent' as const,
  text: `Sending ${thing === null ? 'the order' : `the request for ${displayOf(kind, thing)}`} to ${carrierNames[api]}.`,
  answer: null,
})

function toAsk({ kind, count, items }: StoredPurchase): OrderAsk {
  const things = items.flatMap(({ thing }) => thing ?? [])
  if (kind === 'count' && count) return { kind: 'count', ask: count }
  return kind === 'keywords' ? { kind: 'keywords', keywords: things } : { kind: 'numbers', numbers: things }
}
