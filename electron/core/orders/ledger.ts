import type { ItemState, PurchaseEvent, PurchaseId, PurchaseItem } from '../../../shared/model/purchase.ts'
import type { NewPurchase, PurchaseChange, StoredPurchase } from '../ports.ts'
import type { Push } from '../pushes.ts'
import type { OrdersWorld } from './check.ts'
import { outcomeInWords } from './summary.ts'

export type ItemChange = Omit<NonNullable<PurchaseChange['items']>[number], 'at'>
export type EventDraft = Omit<PurchaseEvent, 'at'>
export type Change = Pick<PurchaseChange, 'orderId' | 'total' | 'lookAt'> & {
  readonly items?: readonly ItemChange[]
  readonly events?: readonly EventDraft[]
}

/** What may follow what. Nothing leaves an end, and nothing goes back to where a request could be sent. */
const next: Readonly<Record<ItemState, readonly ItemState[]>> = {
  planned: ['sending', 'notSent'],
  sending: ['checking', 'notSent'],
  checking: ['done', 'refused'],
  done: [],
  refused: [],
  notSent: [],
}

export const isOpen = ({ state }: Pick<PurchaseItem, 'state'>): boolean =>
  state === 'planned' || state === 'sending' || state === 'checking'

/** The items after a change; a change that may not be is left out. */
export function allowed(items: readonly PurchaseItem[], changes: readonly ItemChange[]): readonly ItemChange[] {
  return changes.filter(({ slot, state }) => {
    const item = items.find((candidate) => candidate.slot === slot)
    if (!item || !isOpen(item)) return false
    return state === undefined || state === item.state || next[item.state].includes(state)
  })
}

/** The only hand that writes into the journal of purchases: each call is one durable write. */
export class Ledger {
  readonly #world: OrdersWorld
  readonly #push: Push
  readonly #settled: (purchase: StoredPurchase) => void

  constructor(world: OrdersWorld, push: Push, settled: (purchase: StoredPurchase) => void) {
    this.#world = world
    this.#push = push
    this.#settled = settled
  }

  get(id: PurchaseId): StoredPurchase | null {
    return this.#world.ports.storage.orders.get(id)
  }

  open(): readonly StoredPurchase[] {
    return this.#world.ports.storage.orders.open()
  }

  /** Throws `invalid` when another open purchase holds one of the things; nothing is written then. */
  begin(purchase: Omit<NewPurchase, 'events'>, events: readonly EventDraft[]): void {
    this.#world.ports.storage.orders.begin({ ...purchase, events: this.#dated(events) })
    this.#push('orders')
  }

  /** Gives the purchase as it is then; null: there is no such purchase. A purchase without open items is settled with it. */
  change(id: PurchaseId, { items = [], events = [], ...head }: Change): StoredPurchase | null {
    const before = this.get(id)
    if (!before) return null
    const { orders } = this.#world.ports.storage
    const at = this.#world.ports.now()
    const wanted = allowed(before.items, items).map((item) => this.#clean({ ...item, at }))
    const after = merged(before.items, wanted)
    const settles = before.settledAt === null && !after.some(isOpen)
    const end: readonly EventDraft[] = settles
      ? [{ kind: 'settled', text: outcomeInWords({ ...before, items: after }), answer: null }]
      : []
    orders.change(id, {
      ...head,
      ...(settles ? { settledAt: at, lookAt: null } : {}),
      items: wanted,
      events: this.#dated([...events, ...end]),
    })
    this.#push('orders')
    const stored = this.get(id)
    if (settles && stored) this.#settled(stored)
    return stored
  }

  #dated(events: readonly EventDraft[]): readonly PurchaseEvent[] {
    const at = this.#world.ports.now()
    return events.map(({ kind, text, answer }) => ({
      at,
      kind,
      text: this.#words(text),
      answer: answer === null ? null : this.#words(answer),
    }))
  }

  #clean<T extends ItemChange>(item: T): T {
    return this.#world.scrub()(item)
  }

  /** A carrier may repeat our keys in its own words; they are not written down. */
  #words(text: string): string {
    return this.#world.scrub()({ said: text }).said
  }
}

function merged(items: readonly PurchaseItem[], changes: readonly ItemChange[]): readonly PurchaseItem[] {
  return items.map((item) => {
    const { state = item.state, thing = item.thing } = changes.find(({ slot }) => slot === item.slot) ?? {}
    return { ...item, state, thing }
  })
}
