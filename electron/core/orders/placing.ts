import { FailureError } from '../../../shared/failure.ts'
import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { DraftView, OrderDraft, PurchaseId } from '../../../shared/model/purchase.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { NewPurchase } from '../ports.ts'
import { invalid } from '../requests.ts'
import type { OrdersWorld } from './check.ts'
import { lockOf } from './check-account.ts'
import { capFinding } from './check-money.ts'
import { unknownPrice } from './cost.ts'
import type { Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'
import type { Ledger } from './ledger.ts'
import { type Sender, sendingEvent } from './sender.ts'
import { askInWords, howMany } from './words.ts'

type Parts = {
  readonly world: OrdersWorld
  readonly drafts: Drafts
  readonly ledger: Ledger
  readonly sender: Sender
  /** Keeps the settings of numbers that are about to be given up. */
  readonly keepSettings: (accountId: AccountId, number: string) => void
}

/**
 * Spends. From the question whether it may to the intent on the disk nothing is waited for, so that no second click, window or draft
 * can come in between. The same draft gives the same purchase, however often it is asked.
 */
export function place(
  { world, drafts, ledger, sender, keepSettings }: Parts,
  { draftId, typed }: { readonly draftId: string; readonly typed: string | null },
): { readonly purchaseId: PurchaseId } {
  const { draft, view } = drafts.get(draftId)
  if (draft.purchaseId !== null) return { purchaseId: draft.purchaseId }
  const locked = lockOf(world, draft.order)
  if (locked !== null) throw invalid('things', locked)
  mayPlace(view, typed)
  const account = world.book.find(draft.accountId)
  mayStill(world, account, draft)
  const purchase = toPurchase(world, account, draft)
  if (draft.order.kind === 'release') for (const number of draft.order.things) keepSettings(account.id, number)
  const sending = purchase.items.find(({ state }) => state === 'sending')
  ledger.begin(purchase, [
    { kind: 'intended', text: intended(draft.order, account), answer: null },
    ...(sending
      ? [
          sendingEvent(
            purchase,
            purchase.items.length === 1 || !inOne(account, draft.order) ? sending : { thing: null },
          ),
        ]
      : []),
  ])
  drafts.placed(draftId, purchase.id)
  sender.start(purchase.id)
  return { purchaseId: purchase.id }
}

function mayPlace({ state, asksPrice, typing }: DraftView, typed: string | null): void {
  if (state === 'checking') throw invalid('draftId', 'The checks are not over yet. Wait until they are.')
  if (state === 'stale')
    throw invalid('draftId', 'The checks are too old, or another order came in between. Check again, then go on.')
  if (state !== 'ready') throw invalid('draftId', 'A check did not pass, so nothing was sent. See what it says above.')
  if (asksPrice) throw invalid('draftId', 'The price has changed. Accept the new one first.')
  if (typing && (typed ?? '').trim() !== typing.expected) throw invalid('typed', typing.why)
}

/** What can have changed since the checks, without anybody being asked. */
function mayStill(world: OrdersWorld, account: Account, { order, cost }: Draft): void {
  if (account.readOnly) throw invalid('draftId', `“${account.name}” is set to read-only by now. Nothing was sent.`)
  if (account.paused) throw invalid('draftId', `“${account.name}” is paused by now. Nothing was sent.`)
  if (!world.ports.host.isOnline()) throw new FailureError({ kind: 'offline', accountId: account.id })
  if (order.kind === 'release') return
  const cap = capFinding(world, account, cost)
  if (cap.state !== 'passed') throw invalid('draftId', cap.sentence)
}

/** CallFire takes everything in one request; Flowroute a number each. */
const inOne = ({ api }: Account, { kind }: OrderDraft): boolean => api === 'callfire-v2' && kind !== 'release'

function toPurchase({ ports }: OrdersWorld, account: Account, draft: Draft): Omit<NewPurchase, 'events'> {
  const { order, before } = draft
  const first = (slot: number) => (inOne(account, order) || slot === 0 ? 'sending' : 'planned')
  const things =
    order.kind === 'count'
      ? countPrices(ports.storage.lists, account, order.ask).map((price) => ({ thing: null, ...price }))
      : draft.things.map(({ thing, setup, monthly }) => ({ thing, setup, monthly }))
  return {
    id: ports.newId(),
    accountId: account.id,
    accountName: account.name,
    api: account.api,
    kind: order.kind,
    createdAt: ports.now(),
    count: order.kind === 'count' ? order.ask : null,
    before,
    items: things.map((thing, slot) => ({ slot, state: first(slot), ...thing })),
  }
}

function countPrices(
  lists: Pick<OrdersWorld['ports']['storage']['lists'], 'lastUnitCost'>,
  { id }: Account,
  { local, tollFree }: Extract<OrderDraft, { kind: 'count' }>['ask'],
) {
  const price = (kind: 'local' | 'tollFree') => ({ ...unknownPrice, monthly: lists.lastUnitCost(id, kind) })
  const of = (kind: 'local' | 'tollFree', count: number) => Array.from({ length: count }, () => price(kind))
  return [...of('local', local), ...of('tollFree', tollFree)]
}

function intended(order: OrderDraft, { api, name }: Account): string {
  const what = order.kind === 'count' ? askInWords(order.ask) : howMany(order.kind, order.things.length)
  return `Written down before anything was sent: ${order.kind === 'release' ? 'give up' : 'buy'} ${what} at ${carrierNames[api]} – ${name}.`
}
