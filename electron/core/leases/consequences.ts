import { addMonths } from '../../../shared/calendar.ts'
import { FailureError } from '../../../shared/failure.ts'
import type { Account, ApiId } from '../../../shared/model/account.ts'
import type { Consequences, Ending, LeasedThings, ThingConsequences } from '../../../shared/model/lease.ts'
import { addMoney, type Money, multiplyMoney, zero } from '../../../shared/money.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { Storage } from '../ports.ts'
import { invalid } from '../requests.ts'
import { attachedTo } from './attached.ts'
import type { Ended, Price } from './ended.ts'
import { linesOf } from './lines.ts'
import { type Held, heldThings, isOver, typingFor } from './stored.ts'
import type { LeaseWorld } from './world.ts'

/** The mildest first. CallFire knows no other way than to let a lease end, Flowroute none but at once. */
const endingsOf: Readonly<Record<ApiId, readonly Ending[]>> = {
  'callfire-v2': ['autoRenewOff'],
  'flowroute-v2': ['release'],
}

/** Computed from what is stored, so it works without a connection. Throws `invalid` for an ending that the provider lacks. */
export async function consequencesOf(
  { ports, book, signal }: Pick<LeaseWorld, 'ports' | 'book' | 'signal'>,
  asked: LeasedThings & { readonly ending: Ending },
): Promise<Consequences> {
  const account = book.find(asked.accountId)
  needEnding(account, asked)
  const { storage } = ports
  const held = await heldThings(ports, asked)
  const now = ports.now()
  const lastCost = createLastCost(storage, account)
  const prices: Price[] = []
  const things: ThingConsequences[] = []
  for (const one of held) {
    const price = priceOf(one, lastCost)
    const attached = attachedTo(storage, account.id, { held: one, among: held.length })
    const ended = { held: one, account, ending: asked.ending, ...daysOf(one, asked.ending, now), price, attached, now }
    things.push(toThing(ended))
    prices.push(price)
    await ports.breathe()
    if (signal.aborted) throw new FailureError({ kind: 'cancelled', accountId: account.id })
  }
  return {
    ending: asked.ending,
    accountId: account.id,
    things,
    ...saved(prices),
    offered: endingsOf[account.api].filter((ending) => ending !== asked.ending),
    typing: typingFor(held),
  }
}

function needEnding({ api }: Account, { kind, ending }: LeasedThings & { readonly ending: Ending }): void {
  if (endingsOf[api].includes(ending)) return
  const carrier = carrierNames[api]
  throw invalid(
    'ending',
    ending === 'release'
      ? `${carrier} gives nothing up at once. Turn auto-renew off, and the ${kind} ends with its lease.`
      : `${carrier} has no auto-renew: a number stays until it is released, and then it ends at once.`,
  )
}

const toThing = (ended: Ended): ThingConsequences => ({
  thing: ended.held.thing,
  display: ended.held.display,
  lastDay: ended.lastDay,
  buyBackFrom: ended.held.kind === 'keyword' ? ended.buyBackFrom : null,
  lines: linesOf(ended),
})

/**
 * A keyword that was given up cannot be bought for a month after its last day (callfire-v2.md, 6.5 and 8.3). CallFire's help says
 * the same of numbers, its API does not: there it is told as something that may be so.
 */
function daysOf({ lease }: Held, ending: Ending, now: number): Pick<Ended, 'lastDay' | 'buyBackFrom'> {
  const lastDay = ending === 'autoRenewOff' && !isRenewedSince(lease, now) ? (lease?.end ?? null) : null
  return { lastDay, buyBackFrom: lastDay && addMonths(lastDay, 1) }
}

/** It was last read before its last day, and went on by itself since. */
const isRenewedSince = (lease: Held['lease'], now: number): boolean =>
  lease !== null && lease.autoRenew !== false && isOver(lease, now)

type CostKind = 'local' | 'tollFree' | 'keyword'
type LastCost = (kind: CostKind) => Money | null

/** Each kind is looked up once, however many things there are. CallFire tells prices in its orders alone. */
function createLastCost({ lists }: Storage, { id, api }: Account): LastCost {
  const known = new Map<CostKind, Money | null>()
  return (kind) => {
    if (api !== 'callfire-v2') return null
    const cost = known.has(kind) ? (known.get(kind) ?? null) : lists.lastUnitCost(id, kind)
    known.set(kind, cost)
    return cost
  }
}

function priceOf(held: Held, lastCost: LastCost): Price {
  const monthly = held.kind === 'number' ? held.detail.snapshot.monthly : null
  if (monthly) return { monthly, from: 'provider' }
  const kind = held.kind === 'number' ? held.detail.snapshot.kind : 'keyword'
  const last = kind === 'other' ? null : lastCost(kind)
  return last ? { monthly: last, from: 'lastOrder' } : unknownPrice
}

const unknownPrice: Price = { monthly: null, from: 'nowhere' }

function saved(prices: readonly Price[]): Pick<Consequences, 'savedPerYear' | 'savedUnknown'> {
  const known = prices.flatMap(({ monthly }) => monthly ?? [])
  const monthly = known.reduce(addMoney, zero)
  return { savedPerYear: multiplyMoney(monthly, 12), savedUnknown: prices.length - known.length }
}
