import { isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import { addMoney, compareMoney, formatMoney, type Money, toMoney, zero } from '../../../shared/money.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import { type Check, type CheckTask, type Finding, failed, notRun, type OrdersWorld, passed } from './check.ts'
import { type Cost, monthAround } from './cost.ts'
import { whyNot } from './outcome.ts'

export const balanceCheck: Check = {
  name: 'balance',
  about: 'Whether there are enough credits.',
  run: async (task) => {
    try {
      return await balance(task)
    } catch (error) {
      if (!isFailure(error)) throw error
      return notRun(`The credits could not be asked for: ${whyNot(error.failure)}. Check again later.`)
    }
  },
}

async function balance({ provider, account, draft, signal }: CheckTask): Promise<Finding> {
  const carrier = carrierNames[account.api]
  if (!provider.billing)
    return passed(`${carrier} has no way to ask for the balance; it says so itself if it is too low.`)
  const { totalCredits } = await provider.billing.read(signal)
  const credits = toMoney(totalCredits)
  if (credits === null) return notRun(`${carrier} did not tell how many credits there are. Check again later.`)
  const left = `${credits.amount} credits are left at “${account.name}”`
  if (compareMoney(credits, zero) <= 0)
    return failed(`Credits too low: ${left}. Add credits on ${carrier}’s web site first.`)
  const { now } = draft.cost
  if (now !== null && compareMoney(credits, now) < 0) {
    return failed(
      `Credits too low: ${left}, and this costs about ${now.amount}. Add credits on ${carrier}’s web site first.`,
    )
  }
  return passed(`${left}.`)
}

export const capCheck: Check = {
  name: 'cap',
  about: 'Whether it stays within what you allow to be spent.',
  run: ({ world, account, draft }) => capFinding(world, account, draft.cost),
}

/** Also asked again when the order is placed: another one may have been placed meanwhile. */
export function capFinding({ ports }: Pick<OrdersWorld, 'ports'>, account: Account, { now: cost }: Cost): Finding {
  const { perOrder, perMonth } = account.spending
  if (perOrder === null && perMonth === null) return passed('You have set no limit for this account.')
  if (cost === null) {
    return notRun(
      `“${account.name}” has a spending limit, and the price of this is not known, so it cannot be kept. Take the limit out in the account’s settings, then check again.`,
    )
  }
  if (perOrder !== null && compareMoney(cost, perOrder) > 0) {
    return failed(
      `It costs ${formatMoney(cost)}, and you allow ${formatMoney(perOrder)} an order at “${account.name}”. Order less, or raise the limit in the account’s settings.`,
    )
  }
  return perMonth === null
    ? passed(`Within your limit of ${formatMoney(perOrder ?? zero)} an order.`)
    : month({ ports }, account, { cost, perMonth })
}

function month(
  { ports }: Pick<OrdersWorld, 'ports'>,
  { id, name }: Account,
  { cost, perMonth }: { readonly cost: Money; readonly perMonth: Money },
): Finding {
  const { from, to } = monthAround(ports.now())
  const { known, unknown } = ports.storage.orders.spent(id, from, to)
  if (unknown > 0) {
    return notRun(
      `“${name}” has a limit of ${formatMoney(perMonth)} a month, and the price of ${unknown} bought this month is not known, so it cannot be kept. Take the limit out in the account’s settings, then check again.`,
    )
  }
  const sum = addMoney(known, cost)
  return compareMoney(sum, perMonth) > 0
    ? failed(
        `With this, ${formatMoney(sum)} would be spent at “${name}” this month, and you allow ${formatMoney(perMonth)}. Order less, or raise the limit in the account’s settings.`,
      )
    : passed(`Within your limit: ${formatMoney(sum)} of ${formatMoney(perMonth)} this month.`)
}
