import { addMonths, type CalendarDay, formatDay, today } from '../../../shared/calendar.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { formatMoney } from '../../../shared/money.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import { type Cost, mustType, sizeOf } from './cost.ts'
import { askInWords, displayOf, howMany, listed } from './words.ts'

type Told = { readonly order: OrderDraft; readonly account: Account; readonly cost: Cost; readonly now: number }

/** What is about to happen, in plain words; a price that is not known is said, never taken for nothing. */
export function statementOf({ order, account, cost, now }: Told): string {
  const at = `**${carrierNames[account.api]} – ${account.name}**`
  if (order.kind === 'release') return releaseStatement(order.things, at)
  const what = order.kind === 'count' ? askInWords(order.ask) : howMany(order.kind, order.things.length)
  return `Buy ${what} from ${at}. ${priceSentence(account, cost, addMonths(today(now), 1))}`
}

function releaseStatement(things: readonly string[], at: string): string {
  const names = listed(things.map((thing) => displayOf('release', thing)))
  const one = things.length === 1
  return `Give up ${names} at ${at}, at once. ${one ? 'It stops' : 'They stop'} working today, ${one ? 'its monthly price ends' : 'their monthly prices end'}, and somebody else may buy ${one ? 'it' : 'them'} a moment later. Linekeeper cannot take that back.`
}

function priceSentence(account: Account, cost: Cost, from: CalendarDay): string {
  const carrier = carrierNames[account.api]
  const until = account.api === 'callfire-v2' ? 'until you turn auto-renew off' : 'until you give them up'
  if (cost.now === null || cost.monthly === null) {
    return `The price is not known: ${carrier} does not tell it before an order. It is charged now and each month from ${formatDay(from, 'long')}, ${until}.`
  }
  const about = cost.guessed ? 'About ' : ''
  const sum = `${about}${formatMoney(cost.now)} now, then ${about.toLowerCase()}${formatMoney(cost.monthly)} each month from ${formatDay(from, 'long')}, ${until}.`
  return cost.guessed
    ? `${sum} ${carrier} does not tell prices before an order; this is what your last one there cost.`
    : sum
}

/** What the button says: its own words, with count and price. */
export function buttonOf(order: OrderDraft, cost: Cost): string {
  const count = sizeOf(order)
  if (order.kind === 'release') return `Give up ${howMany('release', count)} now`
  const price = cost.now === null ? ', price not known' : ` for ${cost.guessed ? 'about ' : ''}${formatMoney(cost.now)}`
  return `Buy ${howMany(order.kind, count)}${price}`
}

/** What has to be typed before the button works; null: nothing. */
export function typingOf({
  order,
  account,
  cost,
}: Omit<Told, 'now'>): { readonly expected: string; readonly why: string } | null {
  const size = sizeOf(order)
  if (order.kind === 'release') return releaseTyping(order.things)
  if (!mustType(size, cost.now, account.spending)) return null
  const what = order.kind === 'keywords' ? 'keywords' : 'numbers'
  return { expected: String(size), why: `Type how many ${what} you are buying: ${size}.` }
}

function releaseTyping(things: readonly string[]): { readonly expected: string; readonly why: string } {
  const [only = ''] = things
  if (things.length === 1) {
    const expected = only.slice(-4)
    return { expected, why: `Type the last four digits of the number: ${expected}.` }
  }
  return { expected: String(things.length), why: `Type how many numbers you are giving up: ${things.length}.` }
}
