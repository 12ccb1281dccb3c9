import { isFailure } from '../../../shared/failure.ts'
import type { PurchaseId } from '../../../shared/model/purchase.ts'
import type { Money } from '../../../shared/money.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { StoredPurchase } from '../ports.ts'
import type { Push } from '../pushes.ts'
import { unlessAborted } from '../within.ts'
import type { OrdersWorld } from './check.ts'
import { monthOf } from './cost.ts'
import type { Depth } from './follower.ts'
import { hasEnded } from './judge.ts'
import { landFound, landGone } from './landing.ts'
import { type Change, isOpen, type Ledger } from './ledger.ts'
import { look, type Write } from './look.ts'
import type { Seen } from './looking.ts'
import type { Claimed } from './match-order.ts'
import { neighboursOf } from './neighbours.ts'
import { whyNot } from './outcome.ts'

type Ground = { readonly world: OrdersWorld; readonly ledger: Ledger; readonly push: Push }

/** Makes one look at a purchase, and writes down what it finds as it finds it. */
export function lookOnce({ world, ledger, push }: Ground): (purchase: StoredPurchase, depth: Depth) => Promise<void> {
  const lastNote = new Map<PurchaseId, string>()
  return async (purchase, depth) => {
    const carrier = carrierNames[purchase.api]
    const write = writer({ world, ledger, push }, purchase, lastNote)
    try {
      const opening = world.connections.open(world.book.find(purchase.accountId))
      // The system may be asking the person for its password; who quits does not wait for the answer.
      const provider = await unlessAborted(opening, world.stopping)
      const claimed = () => claimedByOthers(world, purchase)
      await look({ purchase, provider, carrier, claimed, ...depth, signal: world.stopping }, write)
    } catch (error) {
      if (!isFailure(error) || error.failure.kind === 'disk' || world.stopping.aborted) throw error
      await write({ note: `${carrier} could not be asked: ${whyNot(error.failure)}.` })
    }
    if (ledger.get(purchase.id)?.settledAt !== null) lastNote.delete(purchase.id)
  }
}

/** Ours goes into the lists before it is called ours: a crash in between is made good by the next look. */
function writer(ground: Ground, { id, accountId }: StoredPurchase, lastNote: Map<PurchaseId, string>): Write {
  const { world, ledger, push } = ground
  return async (seen) => {
    if (seen.found && seen.found.length > 0) await landFound({ world, push }, accountId, seen.found)
    if (seen.gone && seen.gone.length > 0) await landGone({ world, push }, accountId, seen.gone)
    const purchase = ledger.get(id)
    if (!purchase || world.stopping.aborted) return purchase
    const change = toChange(purchase, seen, lastNote)
    return change === null ? purchase : ledger.change(id, change)
  }
}

/** Null: nothing that is not written down already. */
function toChange(purchase: StoredPurchase, seen: Seen, lastNote: Map<PurchaseId, string>): Change | null {
  const { order, note, orderId, items = [] } = seen
  const isNews = note !== undefined && lastNote.get(purchase.id) !== note
  if (isNews) lastNote.set(purchase.id, note)
  const total = order && hasEnded(order) ? newTotal(purchase, order.total) : null
  const head = {
    ...(orderId !== undefined && purchase.orderId === null ? { orderId } : {}),
    ...(total ? { total } : {}),
  }
  if (!isNews && items.length === 0 && Object.keys(head).length === 0) return null
  return { ...head, items, events: isNews ? [{ kind: 'looked', text: note, answer: null }] : [] }
}

const newTotal = ({ total }: StoredPurchase, told: Money | null): Money | null =>
  told !== null && told.amount !== total?.amount ? told : null

const mostOthers = 500
/** As far back as an order may seem to be made, by clocks that are set apart. */
const othersMs = 2 * 24 * 60 * 60_000

/**
 * Orders and numbers of our other purchases at the carrier: another account may be the same customer there. For an order by count all of them, for a clock that was set back tells no
 * order in time; where things have names, those of about that time are enough.
 */
function claimedByOthers({ ports, book }: OrdersWorld, { id, accountId, kind, createdAt }: StoredPurchase): Claimed {
  const { orders } = ports.storage
  const all = { states: [], month: null, offset: 0, limit: mostOthers }
  const isNear = (at: number | null) => kind === 'count' || at === null || at >= createdAt - othersMs
  const others = [...neighboursOf(book, accountId)]
    .flatMap((neighbour) => orders.query({ ...all, accountIds: [neighbour] }, monthOf).rows)
    .filter((row) => row.source === 'here' && row.id !== id && isNear(row.createdAt))
    .flatMap((row) => orders.get(row.id) ?? [])
  return {
    orders: new Set(others.flatMap(({ orderId }) => orderId ?? [])),
    things: new Set(others.flatMap(({ items }) => items.flatMap(({ thing }) => thing ?? []))),
    rival: others.some(({ kind, items }) => kind === 'count' && items.some((item) => isOpen(item) && !item.thing)),
  }
}
