import type { DemoCarriers } from '../../../electron/demo/carriers.ts'
import { noFilter } from '../../../renderer/stores/numbers/filter.ts'
import type { ApiId } from '../../../shared/model/account.ts'
import type { Purchase, PurchaseItem } from '../../../shared/model/purchase.ts'
import type { Received } from './fate.ts'
import type { AccountOf } from './office.ts'
import type { Running } from './running.ts'

/** What a carrier's own books say is held. */
export type Held = { readonly numbers: ReadonlySet<string>; readonly keywords: ReadonlySet<string> }

export function heldAt(api: ApiId, { callfireV2, flowrouteV2 }: DemoCarriers): Held {
  const { numbers, keywords } = (api === 'callfire-v2' ? callfireV2 : flowrouteV2).ledger.owned()
  return { numbers: new Set(numbers.map((number) => `+${number}`)), keywords: new Set(keywords) }
}

/** What must never happen, counted; and what is still open, with the reason that is shown for it. */
export type Verdict = {
  readonly asked: number
  readonly boughtTwice: number
  readonly ownedUnknown: number
  readonly shownNot: number
  readonly refusedBought: number
  /** Requests that spend beyond one for each intended item. */
  readonly sentAgain: number
  /** Purchases whose asked is not done + refused + checking. */
  readonly unbalanced: number
  readonly checking: readonly string[]
  readonly done: number
  readonly refused: number
  readonly notSent: number
}

export type Seen = {
  readonly api: ApiId
  readonly before: Held
  readonly after: Held
  readonly received: readonly Received[]
  readonly purchases: readonly Purchase[]
  /** Numbers that the app lists at this account, those that are gone left out. */
  readonly shown: ReadonlySet<string>
}

export function judge({ api, before, after, received, purchases, shown }: Seen): Verdict {
  const items = purchases.flatMap(({ kind, items: each }) => each.map((item) => ({ kind, item })))
  const releases = purchases.some(({ kind }) => kind === 'release')
  const gained = [...minus(after.numbers, before.numbers), ...minus(after.keywords, before.keywords)]
  const sent = items.filter(({ item }) => !isUnsent(item))
  const isHeld = (thing: string | null) => thing !== null && (after.numbers.has(thing) || after.keywords.has(thing))
  const wrong = (item: PurchaseItem) => (releases ? !isHeld(item.thing) : isHeld(item.thing))
  const counted = (state: PurchaseItem['state']) => items.filter(({ item }) => item.state === state)
  return {
    asked: sent.length,
    boughtTwice: Math.max(0, gained.length - items.length),
    ownedUnknown: [...minus(after.numbers, shown)].length + unexplained(items, gained),
    shownNot:
      [...minus(shown, after.numbers)].length +
      counted('done').filter(({ item }) => (releases ? isHeld(item.thing) : !isHeld(item.thing))).length,
    refusedBought: [...counted('refused'), ...counted('notSent'), ...counted('planned')].filter(({ item }) =>
      wrong(item),
    ).length,
    sentAgain: sentAgain(api, received, purchases),
    unbalanced: purchases.filter(({ counts }) => counts.asked !== counts.done + counts.refused + counts.checking)
      .length,
    checking: [...counted('checking'), ...counted('sending')].map(({ item }) => item.said ?? 'without a reason'),
    done: counted('done').length,
    refused: counted('refused').length,
    notSent: counted('notSent').length + counted('planned').length,
  }
}

const isUnsent = ({ state }: PurchaseItem): boolean => state === 'notSent' || state === 'planned'

/** Things that no item names, less the slots that may stand for one: an order by count that is still being checked. */
function unexplained(items: readonly { readonly item: PurchaseItem }[], gained: readonly string[]): number {
  const nameless = gained.filter((thing) => !items.some(({ item }) => item.thing === thing)).length
  const slots = items.filter(
    ({ item }) => item.thing === null && (item.state === 'checking' || item.state === 'sending'),
  )
  return Math.max(0, nameless - slots.length)
}

const minus = (all: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...all].filter((one) => !others.has(one)))

/** One for each number where numbers are asked for one by one, one for each purchase where it is one order. */
function sentAgain(api: ApiId, received: readonly Received[], purchases: readonly Purchase[]): number {
  if (api === 'callfire-v2') {
    const sent = purchases.filter(({ items }) => !items.every(isUnsent))
    return Math.max(0, received.length - sent.length)
  }
  const paths = received.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
  return paths.length - new Set(paths).size
}

/** The numbers of an account as the app's own list shows them. */
export async function shownAt(child: Running, api: ApiId, accounts: AccountOf): Promise<Set<string>> {
  const filter = { ...noFilter, accountIds: [accounts[api]] }
  const shown = new Set<string>()
  for (let offset = 0; ; ) {
    const query = { filter, sort: 'number', direction: 'ascending', offset, limit: 500 } as const
    const { rows, total } = await child.ask('numbers.query', query)
    for (const { number } of rows) shown.add(number)
    offset += rows.length
    if (rows.length === 0 || offset >= total) return shown
  }
}

export async function purchasesOf(child: Running): Promise<readonly Purchase[]> {
  const query = { states: [], accountIds: [], month: null, offset: 0, limit: 100 }
  const { rows } = await child.ask('orders.query', query)
  const here = rows.filter(({ source }) => source === 'here')
  const details = await Promise.all(here.map(({ id }) => child.ask('orders.get', { purchaseId: id })))
  return details.flatMap((detail) => (detail ? [detail.purchase] : []))
}
