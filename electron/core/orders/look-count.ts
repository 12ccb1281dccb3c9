import { daysBetween, providerZone, toCalendarDay } from '../../../shared/calendar.ts'
import type { OwnedNumber } from '../../../shared/model/number.ts'
import type { ProviderOrder } from '../../../shared/model/order.ts'
import type { CountAsk, PurchaseItem } from '../../../shared/model/purchase.ts'
import type { StoredPurchase } from '../ports.ts'
import { assign, type CountKind, emptySlots, fill, kindOfSlot, liesThere, newOnes } from './count-slots.ts'
import { hasEnded } from './judge.ts'
import type { ItemChange } from './ledger.ts'
import type { OrderSeen } from './look-order.ts'
import { checkingItems, type Looking, type Seen } from './looking.ts'

/** Numbers that the order names are given to slots first: from then on they are looked for as any other. */
export const nameSlots = ({ purchase }: Looking, seen: OrderSeen): Seen =>
  seen.kind === 'order' ? { items: assign(purchase, seen.order) } : {}

/**
 * Looks for what is still without a name, in the difference of the lists before and after. Only a difference that is exactly what was
 * asked for, where it was asked for, is believed; everything else is told, and is the owner's to decide.
 */
export async function* lookForUnnamed(looking: Looking, seen: OrderSeen): AsyncGenerator<Seen> {
  const { purchase, whole } = looking
  const left = checkingItems(purchase).filter(({ thing }) => thing === null)
  if (left.length === 0 || purchase.count === null) return
  const working = seen.kind === 'order' && !hasEnded(seen.order)
  if (working) {
    yield { items: say(left, `${looking.carrier} ${atWork(seen.order)}.`) }
    return
  }
  if (!whole && seen.kind !== 'order') return
  if (purchase.before === null) {
    yield { items: say(left, 'What was there before the order is not known, so what is new cannot be told.') }
    return
  }
  const owned = await readAll(looking)
  yield owned === null
    ? { note: `The list of numbers at ${looking.carrier} could not be read whole.` }
    : decide(looking, seen, { owned, ask: purchase.count })
}

function atWork({ state, said }: ProviderOrder): string {
  if (state === 'waiting') return 'holds the order until it is paid or approved there'
  return state === 'unknown' ? `says “${said}” of the order, which Linekeeper does not know` : 'is working on the order'
}

/** Null: the list may hold more than was read. */
async function readAll({ provider, signal }: Looking): Promise<readonly OwnedNumber[] | null> {
  const owned = new Map<string, OwnedNumber>()
  for await (const page of provider.numbers.pull(signal)) {
    if (page.incomplete || page.odd.some(({ kept }) => !kept)) return null
    for (const number of page.items) owned.set(number.number, number)
  }
  return [...owned.values()]
}

type Lists = { readonly owned: readonly OwnedNumber[]; readonly ask: CountAsk }
type Fresh = Readonly<Record<CountKind, readonly OwnedNumber[]>>

function decide(looking: Looking, seen: OrderSeen, { owned, ask }: Lists): Seen {
  const { purchase, carrier, claimed } = looking
  const { things, rival } = claimed()
  const of = (kind: CountKind) => newOnes(purchase, owned, { kind, claimed: things })
  const fresh: Fresh = { local: of('local'), tollFree: of('tollFree') }
  const left = checkingItems(purchase).filter(({ thing }) => thing === null)
  const none = fresh.local.length === 0 && fresh.tollFree.length === 0
  if (seen.kind === 'order') {
    if (!none) return { items: say(left, unexplained(fresh, carrier)) }
    const { order } = seen
    const isMute = ({ slot }: PurchaseItem) => order.state === 'finished' && order[kindOfSlot(slot, ask)] === null
    const { told = [], mute = [] } = Object.groupBy(left, (item) => (isMute(item) ? 'mute' : 'told'))
    const ended = `The order at ${carrier} has ended and does not tell what it obtained.`
    return { items: [...refuse(told, () => `The order at ${carrier} finished without it.`), ...say(mute, ended)] }
  }
  if (seen.kind === 'none' && seen.doubt) return {}
  if (purchase.noes.length > 0) {
    return none ? { items: refuse(left, ({ said }) => said) } : { items: say(left, unexplained(fresh, carrier)) }
  }
  return !rival && isExact(purchase, fresh, ask)
    ? take(purchase, fresh)
    : { items: say(left, uncertain(fresh, ask, carrier)) }
}

const refuse = (left: readonly PurchaseItem[], said: (item: PurchaseItem) => string | null): readonly ItemChange[] =>
  left.map((item) => ({ slot: item.slot, state: 'refused', said: said(item) }))

/** Just as many new ones of each kind as are wanted, all of them where they were wanted, and leased when they were ordered. */
function isExact(purchase: StoredPurchase, fresh: Fresh, ask: CountAsk): boolean {
  return (['local', 'tollFree'] as const).every(
    (kind) =>
      fresh[kind].length === emptySlots(purchase, kind).length &&
      fresh[kind].every((number) => liesThere(number, kind, ask) && isLeasedThen(number, purchase)),
  )
}

/** A day's grace, since the zone of the provider's books is not published. What was leased later was ordered by somebody else, or later. */
function isLeasedThen({ lease }: OwnedNumber, { createdAt }: StoredPurchase): boolean {
  if (!lease?.begin) return false
  return Math.abs(daysBetween(toCalendarDay(createdAt, providerZone), lease.begin)) <= 1
}

function take(purchase: StoredPurchase, fresh: Fresh): Seen {
  const numbers = [...fresh.local, ...fresh.tollFree]
  const items = (['local', 'tollFree'] as const).flatMap((kind) =>
    fill(
      purchase,
      kind,
      fresh[kind].map(({ number }) => number),
    ).map((item): ItemChange => ({ ...item, state: 'done', said: null })),
  )
  return { items, found: numbers.map((number) => ({ kind: 'number', number, routing: null })) }
}

const say = (items: readonly PurchaseItem[], said: string): readonly ItemChange[] =>
  items.filter((item) => item.said !== said).map(({ slot }) => ({ slot, said }))

const inWords = ({ local, tollFree }: Fresh): string => {
  const parts = [
    local.length > 0 ? `${local.length} local` : '',
    tollFree.length > 0 ? `${tollFree.length} toll-free` : '',
  ]
  return parts.filter((part) => part !== '').join(' and ')
}

const unexplained = (fresh: Fresh, carrier: string): string =>
  `${carrier} lists numbers that are new since (${inWords(fresh)}), and its order does not name them. Look at them, then decide whether to wait.`

function uncertain(fresh: Fresh, ask: CountAsk, carrier: string): string {
  const asked = [ask.local > 0 ? `${ask.local} local` : '', ask.tollFree > 0 ? `${ask.tollFree} toll-free` : '']
  const wanted = asked.filter((part) => part !== '').join(' and ')
  const found = inWords(fresh)
  return found === ''
    ? `No answer came, and ${carrier} lists no new number so far; asked for: ${wanted}.`
    : `No answer came. ${carrier} lists new numbers since (${found}); asked for: ${wanted}. Whether they are this order’s is not certain: look at them, then decide whether to wait.`
}
