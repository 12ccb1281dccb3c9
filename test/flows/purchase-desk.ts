import { setImmediate } from 'node:timers/promises'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import type { Spending } from '../../electron/demo/kit/spending.ts'
import type { ApiId } from '../../shared/model/account.ts'
import type { DraftView, OrderDraft, Purchase, PurchaseDetail } from '../../shared/model/purchase.ts'
import { createWorld, type World, type WorldOptions } from '../support/world.ts'

/** The whole app with both carriers, and what it takes to buy there. */
export class PurchaseDesk {
  readonly world: World

  private constructor(world: World) {
    this.world = world
  }

  static async open(options: WorldOptions = {}): Promise<PurchaseDesk> {
    const limits = { attemptMs: 300, totalMs: 1500, retries: 1 }
    return new PurchaseDesk(await createWorld({ numbers: 12, pace: 50, limits, ...options }))
  }

  /** An account that was read once. */
  async account(api: ApiId, name = api === 'callfire-v2' ? 'Bakery' : 'Clinic'): Promise<string> {
    const { id } = await this.world.add(api, { name })
    await this.world.settled(id)
    return id
  }

  spending(api: ApiId): Spending {
    const { callfireV2, flowrouteV2 } = this.world.carriers
    return api === 'callfire-v2' ? callfireV2.spending : flowrouteV2.spending
  }

  /** Numbers for sale, as a search finds them. */
  async forSale(accountId: string, count: number, kind: 'local' | 'tollFree' = 'local'): Promise<readonly string[]> {
    const { world } = this
    const query = { kind, city: '', state: '', zip: '', prefix: '', rateCenter: '', pattern: '', count }
    const local = kind === 'local' ? { ...query, prefix: '206' } : query
    const { searchId } = await world.ask('market.search', { ...local, accountIds: [accountId] })
    const results = await this.until(
      () => world.ask('market.results', { searchId, sort: 'number', direction: 'ascending', offset: 0, limit: 500 }),
      (found) => found?.parts.every(({ state }) => state !== 'searching'),
    )
    const numbers = (results?.rows ?? []).filter(({ standing }) => standing === 'free').map(({ number }) => number)
    if (numbers.length < count)
      throw new Error(`only ${numbers.length} numbers for sale: ${JSON.stringify(results?.parts)}`)
    return numbers.slice(0, count)
  }

  /** The draft when its checks are over. */
  async prepare(order: OrderDraft): Promise<DraftView> {
    const { id } = await this.world.ask('orders.prepare', order)
    return this.until(
      () => this.world.ask('orders.draft', { draftId: id }),
      ({ state }) => state !== 'checking',
    )
  }

  /** Places what has passed its checks. */
  async buy(order: OrderDraft): Promise<string> {
    const draft = await this.prepare(order)
    if (draft.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(draft.checks)}`)
    const { purchaseId } = await this.world.ask('orders.place', {
      draftId: draft.id,
      typed: draft.typing?.expected ?? null,
    })
    return purchaseId
  }

  /** Lets what spends at this carrier suffer from now on. */
  suffer(api: ApiId, fault: Fault, times = 1): void {
    const { callfireV2, flowrouteV2 } = this.world.carriers
    const carrier = api === 'callfire-v2' ? callfireV2 : flowrouteV2
    const path = api === 'callfire-v2' ? '/v2/orders/*' : '/v2/numbers/*'
    carrier.faults.add({ match: { method: 'POST', path }, fault, times })
  }

  /** So many requests that spend have come in at the carrier. Nothing is pushed for that, so the event loop is let run. */
  async arrived(api: ApiId, count: number): Promise<void> {
    while (this.spending(api).received.length < count) await setImmediate()
  }

  /** What the carrier's own books hold, whatever its lists show. */
  held(api: ApiId): ReadonlySet<string> {
    const { callfireV2, flowrouteV2 } = this.world.carriers
    const { ledger } = api === 'callfire-v2' ? callfireV2.books : flowrouteV2.books
    return new Set(ledger.owned().numbers.map((digits) => `+${digits}`))
  }

  /** Throws where our books say what the carrier's do not, or where something was sent twice. */
  async checkBooks(api: ApiId, purchaseId: string): Promise<Purchase['counts']> {
    const { purchase } = await this.purchase(purchaseId)
    const held = this.held(api)
    for (const { thing, state } of purchase.items) {
      if (thing === null) continue
      if (state === 'done' && !held.has(thing)) throw new Error(`${thing} is shown as ours but is not`)
      if (state === 'refused' && held.has(thing)) throw new Error(`${thing} is shown as refused but was bought`)
      if (this.spending(api).naming(thing.slice(1)).length > 1) throw new Error(`${thing} was sent twice`)
    }
    const { counts } = purchase
    if (counts.asked !== counts.done + counts.refused + counts.checking) throw new Error('the counts do not add up')
    return counts
  }

  async purchase(purchaseId: string): Promise<PurchaseDetail> {
    const detail = await this.world.ask('orders.get', { purchaseId })
    if (!detail) throw new Error(`no purchase ${purchaseId}`)
    return detail
  }

  untilPurchase(purchaseId: string, isWanted: (purchase: Purchase) => boolean | undefined): Promise<PurchaseDetail> {
    return this.until(
      () => this.purchase(purchaseId),
      ({ purchase }) => isWanted(purchase),
    )
  }

  settled(purchaseId: string): Promise<PurchaseDetail> {
    return this.untilPurchase(purchaseId, ({ settledAt }) => settledAt !== null)
  }

  /** Asks again whenever something was pushed; without looking at a clock. */
  async until<T>(ask: () => Promise<T>, isWanted: (value: T) => boolean | undefined): Promise<T> {
    for (;;) {
      const pushed = this.#nextPush()
      const value = await ask()
      if (isWanted(value)) return value
      await pushed
    }
  }

  #nextPush(): Promise<void> {
    const { app } = this.world
    return new Promise((resolve) => {
      const leave = app.subscribe(() => {
        leave()
        resolve()
      })
    })
  }
}
