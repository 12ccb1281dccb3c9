import { formatDay } from '../../../shared/calendar.ts'
import type { CountAsk, OrderState, Purchase, PurchaseEvent, PurchaseItem } from '../../../shared/model/purchase.ts'
import { addMoney, formatMoney, type Money, zero } from '../../../shared/money.ts'
import { counted } from '../../words.ts'
import type { Sign } from '../item-words.ts'
import { thingWords } from '../thing-words.ts'

export const orderSigns: Readonly<Record<OrderState, Sign>> = {
  checking: { tone: 'wait', shape: 'clock', word: 'Checking' },
  done: { tone: 'good', shape: 'disc', word: 'Done' },
  partly: { tone: 'warn', shape: 'triangle', word: 'Partly done' },
  refused: { tone: 'bad', shape: 'cross', word: 'Refused' },
  notSent: { tone: 'calm', shape: 'ring', word: 'Not sent' },
  waiting: { tone: 'wait', shape: 'pause', word: 'Waiting there' },
  unknown: { tone: 'calm', shape: 'question', word: 'Not told' },
}

/** How an order that was made here stands as a whole, as its row says it. */
export function stateOf({ counts, items }: Pick<Purchase, 'counts' | 'items'>): OrderState {
  if (counts.checking > 0 || items.some(({ state }) => state === 'planned')) return 'checking'
  if (counts.asked === 0) return 'notSent'
  if (counts.done === counts.asked) return 'done'
  return counts.done > 0 ? 'partly' : 'refused'
}

export function titleOf({ kind, items, api, count: ask }: Pick<Purchase, 'kind' | 'items' | 'api' | 'count'>): string {
  const [first] = items
  if (ask) return askWords(ask)
  const only = items.length === 1 && first?.thing ? thingWords(first.thing, api) : null
  if (kind === 'keywords') return only ? `Keyword ${only}` : counted(items.length, 'keyword')
  if (kind === 'release') return `Release of ${only ?? counted(items.length, 'number')}`
  return only ?? counted(items.length, 'number')
}

/** `5 local numbers, 2 toll-free numbers in Seattle, WA`. */
export function askWords({ local, tollFree, prefix, city, state, zip }: CountAsk): string {
  const what = [
    local > 0 && counted(local, 'local number'),
    tollFree > 0 && counted(tollFree, 'toll-free number'),
  ].filter(Boolean)
  const where = [city, state, zip && `ZIP ${zip}`, prefix && `prefix ${prefix}`].filter(Boolean).join(', ')
  return [what.join(', '), where].filter(Boolean).join(' in ')
}

/** `November 2026`. */
export const monthWords = (month: string): string => formatDay(`${month}-01`, 'long').replace(/^1 /, '')

export const eventSigns: Readonly<Record<PurchaseEvent['kind'], Omit<Sign, 'word'>>> = {
  intended: { tone: 'calm', shape: 'ring' },
  sent: { tone: 'wait', shape: 'turn' },
  answered: { tone: 'calm', shape: 'ring' },
  noAnswer: { tone: 'warn', shape: 'question' },
  looked: { tone: 'calm', shape: 'ring' },
  settled: { tone: 'calm', shape: 'disc' },
  owner: { tone: 'calm', shape: 'pause' },
}

export type Sum = { readonly known: Money; readonly unknown: number }

/** The known prices of what was not refused, and how many of those have none. */
export function sumOf(items: readonly PurchaseItem[], price: 'setup' | 'monthly'): Sum {
  const counted = items.filter(({ state }) => state === 'done' || state === 'checking' || state === 'sending')
  return {
    known: counted.reduce((sum, item) => addMoney(sum, item[price] ?? zero), zero),
    unknown: counted.filter((item) => item[price] === null).length,
  }
}

/** `$3.00`, `$3.00 and 1 price not told`, `not told`. */
export function sumWords({ known, unknown }: Sum): string {
  if (unknown === 0) return formatMoney(known)
  const rest = `${counted(unknown, 'price')} not told`
  return known.amount === '0' ? 'not told' : `${formatMoney(known)} and ${rest}`
}

/** To the second: the order of what happened within one minute matters here. */
export const clockTime = (at: number): string => new Date(at).toLocaleTimeString('en-GB')

export const dayWords = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
