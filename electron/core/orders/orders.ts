import { FailureError } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type {
  DraftView,
  OrderDraft,
  OrdersQuery,
  OrdersWindow,
  PurchaseDetail,
  PurchaseId,
} from '../../../shared/model/purchase.ts'
import type { Notices } from '../about/notices.ts'
import type { KeysGuard } from '../accounts/accounts.ts'
import { cleanAddress } from '../accounts/address.ts'
import type { StoredPurchase } from '../ports.ts'
import type { Push } from '../pushes.ts'
import { invalid } from '../requests.ts'
import type { OrdersWorld } from './check.ts'
import { monthOf } from './cost.ts'
import { Drafts } from './drafts.ts'
import { Follower, isWaitedFor } from './follower.ts'
import { Ledger } from './ledger.ts'
import { lookOnce } from './look-once.ts'
import { isDeep } from './pace.ts'
import { place } from './placing.ts'
import { Sender } from './sender.ts'
import { supportText } from './support-text.ts'
import { OrderNews } from './tell.ts'

type Parts = {
  readonly world: OrdersWorld
  readonly push: Push
  readonly notices: Pick<Notices, 'tell'>
  readonly version: string
  readonly keepSettings: (accountId: AccountId, number: string) => void
}

/** Everything that spends or gives up: checked, written down, sent once, and followed until its end is known. */
export class Orders {
  readonly #parts: Parts
  readonly #drafts: Drafts
  readonly #ledger: Ledger
  readonly #sender: Sender
  readonly #follower: Follower

  constructor(parts: Parts) {
    const { world, push, notices } = parts
    this.#parts = parts
    const news = new OrderNews({ ports: world.ports, notices })
    this.#drafts = new Drafts(world, push)
    this.#ledger = new Ledger(world, push, (purchase) => news.settled(purchase))
    this.#sender = new Sender(world, this.#ledger, (id) => this.#follower.follow(id))
    const ledger = this.#ledger
    this.#follower = new Follower({
      world,
      ledger,
      isSending: (id) => this.#sender.isSending(id),
      lookOnce: lookOnce({ world, ledger, push }),
      stillOpen: (purchase, waitedMs) => {
        // What is still followed closely is no news yet, and what the owner let go is none any more.
        if (isDeep(waitedMs) && isWaitedFor(purchase)) news.checking(purchase)
      },
    })
  }

  prepare(order: OrderDraft): DraftView {
    return this.#drafts.prepare(order)
  }

  draft(id: string): DraftView {
    return this.#drafts.view(id)
  }

  acceptPrice(id: string): DraftView {
    return this.#drafts.acceptPrice(id)
  }

  dropDraft(id: string): void {
    this.#drafts.drop(id)
  }

  place(asked: { readonly draftId: string; readonly typed: string | null }): { readonly purchaseId: PurchaseId } {
    const { world, keepSettings } = this.#parts
    return place({ world, keepSettings, drafts: this.#drafts, ledger: this.#ledger, sender: this.#sender }, asked)
  }

  query(query: OrdersQuery): OrdersWindow {
    return this.#parts.world.ports.storage.orders.query(query, monthOf)
  }

  get(id: PurchaseId): PurchaseDetail | null {
    const stored = this.#ledger.get(id)
    return stored && { purchase: shown(stored), events: this.#parts.world.ports.storage.orders.events(id) }
  }

  checkAgain(id: PurchaseId): void {
    const purchase = this.#find(id)
    const { world } = this.#parts
    if (purchase.settledAt !== null) return
    world.book.find(purchase.accountId)
    if (!world.ports.host.isOnline()) throw new FailureError({ kind: 'offline', accountId: purchase.accountId })
    this.#follower.poke(id)
  }

  letGo(id: PurchaseId, slots: readonly number[]): void {
    const { items } = this.#find(id)
    const chosen = items.filter(({ slot, state, letGo }) => slots.includes(slot) && state === 'checking' && !letGo)
    if (chosen.length === 0) return
    const text = `You no longer wait for ${chosen.length} of it. It can be ordered again; whether it came is still looked for with each sync.`
    this.#ledger.change(id, {
      items: chosen.map(({ slot }) => ({ slot, letGo: true })),
      events: [{ kind: 'owner', text, answer: null }],
    })
  }

  supportText(id: PurchaseId): string {
    const { world, version } = this.#parts
    this.#find(id)
    const detail = this.get(id)
    return detail ? world.scrub()({ detail: supportText(detail, version) }).detail : ''
  }

  /** The account, which throws `invalid` while something of it is open: its keys are needed to find out what became of it. */
  removable(id: AccountId): AccountId {
    const open = this.#waited(id)
    if (open === 0) return id
    throw invalid(
      'accountId',
      `${open === 1 ? 'An order' : `${open} orders`} of this account ${open === 1 ? 'is' : 'are'} still being checked, and its keys are needed for that. Wait for the end, or stop waiting under Orders; then remove the account.`,
    )
  }

  /**
   * To be called before the account gets this address: throws `invalid` while something of it is open, which would be looked for at the
   * wrong place, and taken for refused or given up when it is not found there.
   */
  rewired(id: AccountId, address: string | null): void {
    if (cleanAddress(address) === this.#parts.world.book.find(id).address) return
    if (this.#waited(id) > 0) {
      throw invalid('address', 'An order of this account is still being checked there. Wait for its end under Orders.')
    }
    this.#drafts.outdate(id)
  }

  /** Another login may be another customer, whose lists know nothing of what is looked for, and who would pay for the rest of it. */
  keysGuard(id: AccountId): KeysGuard {
    return {
      bound: () => this.#waited(id) > 0,
      admit: (isOtherLogin) => {
        if (isOtherLogin && this.#waited(id) > 0) throw invalid('login', otherLogin)
        this.#drafts.outdate(id)
      },
    }
  }

  /** Goes on with what an earlier run of the app left open. Nothing is sent again. */
  start(): void {
    this.#follower.pokeAll(null)
  }

  wake(): void {
    this.#follower.pokeAll(null)
  }

  /** The account was just read. */
  synced(id: AccountId): void {
    if (!this.#parts.world.stopping.aborted) this.#follower.pokeAll(id)
  }

  /** A request that is under way may end; then nothing goes on any more. */
  async stop(): Promise<void> {
    await this.#sender.stop()
    await this.#follower.stop()
  }

  /** How many orders of the account are waited for. */
  #waited(id: AccountId): number {
    return this.#ledger.open().filter((purchase) => purchase.accountId === id && isWaitedFor(purchase)).length
  }

  #find(id: PurchaseId): StoredPurchase {
    const purchase = this.#ledger.get(id)
    if (!purchase) throw invalid('purchaseId', 'There is no such order here.')
    return purchase
  }
}

const otherLogin =
  'An order of this account is still being checked with its present login, and another login cannot see what became of it. Wait for its end or stop waiting under Orders, or add the other login as an account of its own.'

function shown({ before: _before, noes: _noes, ...purchase }: StoredPurchase): PurchaseDetail['purchase'] {
  return purchase
}
