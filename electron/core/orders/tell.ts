import type { PurchaseId } from '../../../shared/model/purchase.ts'
import type { Notices } from '../about/notices.ts'
import type { StoredPurchase } from '../ports.ts'
import type { OrdersWorld } from './check.ts'
import { outcomeInWords } from './summary.ts'

type Ground = { readonly ports: Pick<OrdersWorld['ports'], 'host'>; readonly notices: Pick<Notices, 'tell'> }

/** Says once that a purchase is being checked, and once how it ended; the later takes the place of the earlier. */
export class OrderNews {
  readonly #ground: Ground
  readonly #told = new Set<PurchaseId>()

  constructor(ground: Ground) {
    this.#ground = ground
  }

  settled(purchase: StoredPurchase): void {
    this.#told.delete(purchase.id)
    this.#tell(purchase, purchase.kind === 'release' ? 'Giving up is settled' : 'Order settled', '')
  }

  checking(purchase: StoredPurchase): void {
    if (this.#told.has(purchase.id)) return
    this.#told.add(purchase.id)
    this.#tell(
      purchase,
      'Order being checked',
      ' Nothing is sent twice: Linekeeper goes on looking, and tells you. See Orders.',
    )
  }

  #tell(purchase: StoredPurchase, title: string, more: string): void {
    const sentence = `${purchase.accountName}: ${outcomeInWords(purchase)}${more}`
    this.#ground.ports.host.notify({ title, body: sentence })
    this.#ground.notices.tell({ id: `order-${purchase.id}`, kind: 'orderSettled', sentence })
  }
}
