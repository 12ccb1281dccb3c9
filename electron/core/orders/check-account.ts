import { isFailure } from '../../../shared/failure.ts'
import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { Provider, StoredPurchase } from '../ports.ts'
import { type Check, type CheckTask, type Finding, failed, type OrdersWorld, passed, thingsOf } from './check.ts'
import { neighboursOf } from './neighbours.ts'
import { whyNot } from './outcome.ts'
import { displayOf, isOrAre, listed } from './words.ts'

/** The provider, or why nothing can be ordered over it now. */
export async function openLine(
  world: OrdersWorld,
  order: OrderDraft,
): Promise<
  { readonly provider: Provider; readonly finding: Finding } | { readonly provider: null; readonly finding: Finding }
> {
  const account = world.book.find(order.accountId)
  const stop = (sentence: string) => ({ provider: null, finding: failed(sentence) })
  if (account.paused) {
    return stop(`“${account.name}” is paused. Switch the pause off in its settings, then check again.`)
  }
  if (!world.ports.host.isOnline()) {
    return stop('There is no connection. Nothing is ever bought or given up offline; check again when it is back.')
  }
  try {
    const provider = await world.connections.open(account)
    const lacks = lackOf(provider, order)
    return lacks === null ? { provider, finding: passed(`Connected to ${carrierNames[account.api]}.`) } : stop(lacks)
  } catch (error) {
    if (!isFailure(error)) throw error
    return stop(`“${account.name}” cannot be used now: ${whyNot(error.failure)}.`)
  }
}

/** What this provider's API cannot do at all; null: it can. */
function lackOf({ api, buying, keywords }: Provider, { kind }: OrderDraft): string | null {
  const name = carrierNames[api]
  switch (kind) {
    case 'numbers':
      return buying?.order || buying?.buyOne ? null : `Numbers cannot be bought over ${name}’s API.`
    case 'count':
      return buying?.order ? null : `${name} sells numbers one by one only. Search for them and choose.`
    case 'keywords':
      return buying?.order && keywords ? null : `${name} has no keywords. Choose a CallFire account.`
    case 'release':
      return buying?.release
        ? null
        : `${name} does not give numbers up at once. Turn off auto-renew instead: they end with their lease.`
    default:
      return kind satisfies never
  }
}

export const readOnlyCheck: Check = {
  name: 'readOnly',
  about: 'Whether this account may buy and change things.',
  run: ({ account }) => readOnlyFinding(account),
}

const readOnlyFinding = ({ name, readOnly }: CheckTask['account']): Finding =>
  readOnly
    ? failed(
        `“${name}” is set to read-only: nothing can be bought or changed from this computer. Its settings have the switch.`,
      )
    : passed('This account may buy and change things.')

export const lockedCheck: Check = {
  name: 'locked',
  about: 'Whether an earlier order of the same is still being checked.',
  run: ({ world, order }) => {
    const problem = lockOf(world, order)
    return problem === null ? passed('No earlier order of the same is open.') : failed(problem)
  },
}

/** Why the order has to wait for an earlier one; null: it has not. */
export function lockOf(
  { ports: { storage }, book }: Pick<OrdersWorld, 'ports' | 'book'>,
  order: OrderDraft,
): string | null {
  if (order.kind === 'count') {
    const { api } = book.find(order.accountId)
    const neighbours = neighboursOf(book, order.accountId)
    const open = storage.orders.open().some((purchase) => neighbours.has(purchase.accountId) && waitsByCount(purchase))
    return open
      ? `An earlier order by count at ${carrierNames[api]} is still being checked: two at once could not be told apart. Look at Orders.`
      : null
  }
  const locked = new Set(storage.orders.locked(thingsOf(order)).map(({ thing }) => thing))
  if (locked.size === 0) return null
  const names = [...locked].map((thing) => displayOf(order.kind, thing))
  return `${listed(names)} ${isOrAre(names.length)} part of an earlier order that is still being checked. Look at Orders.`
}

const waitsByCount = ({ kind, items }: StoredPurchase): boolean =>
  kind === 'count' && items.some(({ state, letGo }) => !letGo && ['planned', 'sending', 'checking'].includes(state))
