import type { ApiId, Spending } from '../../../shared/model/account.ts'
import type { CountAsk, DraftCheck, DraftView, OrderDraft, PurchaseDetail } from '../../../shared/model/purchase.ts'
import { toMoney } from '../../../shared/money.ts'
import { accountDraft } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'
import { inSeattle, Shop } from './shop.ts'

export const a = '+12065550101'
export const b = '+12065550102'
export const c = '+12065550103'
export const free = '+18005550104'

/** The real core between shops of a test's own: one an account. */
export class Counter {
  readonly shops = new Map<string, Shop>()
  readonly world: MemoryWorld

  constructor() {
    this.world = new MemoryWorld((context) => this.shop(context.accountId ?? '').provider(context.api, context))
  }

  shop(accountId: string): Shop {
    const shop = this.shops.get(accountId) ?? new Shop()
    shop.now = this.world.clock.now
    this.shops.set(accountId, shop)
    return shop
  }

  /** An account that was read once, with three local numbers and a toll-free one for sale. */
  async account(api: ApiId = 'callfire-v2', name?: string): Promise<{ readonly id: string; readonly shop: Shop }> {
    const { id } = await this.world.ask('accounts.add', accountDraft(api, name === undefined ? {} : { name }))
    const shop = this.shop(id)
    for (const number of [a, b, c, free]) shop.sale.set(number, api === 'callfire-v2' ? null : '1.25')
    await settle()
    shop.asked.length = 0
    return { id, shop }
  }

  async limit(accountId: string, change: { readonly [Key in keyof Spending]?: string }): Promise<void> {
    const spending = {
      perOrder: toMoney(change.perOrder ?? null),
      perMonth: toMoney(change.perMonth ?? null),
      typeAbove: toMoney(change.typeAbove ?? null),
    }
    await this.world.ask('accounts.change', { accountId, spending })
  }

  /** What a basket would have kept of it. */
  seenAt(accountId: string, number: string, monthly: string | null, seenAt = 0): void {
    const price = { setup: monthly === null ? null : toMoney('1'), monthly: toMoney(monthly) }
    const offer = { accountId, number, kind: 'local', place: inSeattle, seenAt, ...price } as const
    this.world.storage.market.addToBasket([offer], this.world.clock.now())
  }

  async prepare(order: OrderDraft): Promise<DraftView> {
    const { id } = await this.world.ask('orders.prepare', order)
    return this.draft(id)
  }

  async draft(draftId: string): Promise<DraftView> {
    await settle()
    return this.world.ask('orders.draft', { draftId })
  }

  /** Placed, and everything done that needs no time. */
  async buy(order: OrderDraft): Promise<string> {
    const draft = await this.prepare(order)
    if (draft.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(draft.checks)}`)
    const typed = draft.typing?.expected ?? null
    const { purchaseId } = await this.world.ask('orders.place', { draftId: draft.id, typed })
    await settle()
    return purchaseId
  }

  async detail(purchaseId: string): Promise<PurchaseDetail> {
    const detail = await this.world.ask('orders.get', { purchaseId })
    if (!detail) throw new Error('no such purchase')
    return detail
  }

  /** Each item's state, in order. */
  async states(purchaseId: string): Promise<readonly string[]> {
    return (await this.detail(purchaseId)).purchase.items.map(({ state }) => state)
  }

  async said(purchaseId: string): Promise<readonly (string | null)[]> {
    return (await this.detail(purchaseId)).purchase.items.map(({ said }) => said)
  }
}

export const numbers = (accountId: string, ...things: string[]): OrderDraft => ({ kind: 'numbers', accountId, things })

export const byCount = (accountId: string, change: Partial<CountAsk>): OrderDraft => ({
  kind: 'count',
  accountId,
  ask: { local: 0, tollFree: 0, prefix: '', city: '', state: '', zip: '', ...change },
})

/** "connection passed", "onSale failed", … */
export const marks = ({ checks }: DraftView): readonly string[] => checks.map(({ name, state }) => `${name} ${state}`)

export function check(view: DraftView, name: DraftCheck['name']): DraftCheck {
  const found = view.checks.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no check ${name}`)
  return found
}
