import type {
  DraftCheck,
  DraftThing,
  DraftView,
  OrderDraft,
  Purchase,
  PurchaseDetail,
  PurchaseKind,
} from '../../../shared/model/purchase.ts'
import { compareMoney, formatMoney, type Money } from '../../../shared/money.ts'
import { counted } from '../../words.ts'
import type { Sign } from '../item-words.ts'

/** `Buy 3 numbers`, `Release 1 number`; placed `Buying 3 numbers`; all of it settled well `3 numbers are yours`. */
export function titleOf(asked: OrderDraft, isPlaced: boolean, detail: PurchaseDetail | null): string {
  if (detail && isAllDone(detail.purchase)) return doneTitle(detail.purchase)
  switch (asked.kind) {
    case 'numbers':
      return `${isPlaced ? 'Buying' : 'Buy'} ${counted(asked.things.length, 'number')}`
    case 'count':
      return `${isPlaced ? 'Ordering' : 'Order'} ${counted(asked.ask.local + asked.ask.tollFree, 'number')} by count`
    case 'keywords':
      return `${isPlaced ? 'Buying' : 'Buy'} ${counted(asked.things.length, 'keyword')}`
    case 'release':
      return `${isPlaced ? 'Releasing' : 'Release'} ${counted(asked.things.length, 'number')}`
    default:
      return asked satisfies never
  }
}

/** Settled, and nothing of it went otherwise than asked. */
export const isAllDone = ({ settledAt, counts }: Purchase): boolean =>
  settledAt !== null && counts.done > 0 && counts.done === counts.asked && counts.notSent === 0

function doneTitle({ kind, counts: { done } }: Purchase): string {
  const what = counted(done, kind === 'keywords' ? 'keyword' : 'number')
  if (kind === 'release') return `${what} ${done === 1 ? 'was' : 'were'} released`
  return `${what} ${done === 1 ? 'is' : 'are'} yours`
}

export const checkSigns: Readonly<Record<DraftCheck['state'], Sign & { readonly isLoud: boolean }>> = {
  waiting: { tone: 'calm', shape: 'ring', word: 'Waiting', isLoud: false },
  running: { tone: 'wait', shape: 'turn', word: 'Being checked', isLoud: false },
  passed: { tone: 'good', shape: 'disc', word: 'Passed', isLoud: false },
  failed: { tone: 'bad', shape: 'cross', word: 'Not passed', isLoud: true },
  notRun: { tone: 'warn', shape: 'question', word: 'Could not be checked', isLoud: true },
}

/** Why the button does not work yet; null: it does. */
export function whyNot({ state, asksPrice, kind }: DraftView, isTyped: boolean): string | null {
  switch (state) {
    case 'checking':
      return `Nothing is ${pastWord(kind)} before all checks have passed and you confirm.`
    case 'stopped':
      return `Nothing was ${pastWord(kind)}. Put right what is named above, then check again.`
    case 'stale':
      return `These checks are too old: things may have changed since. Check again, then decide.`
    case 'placed':
      return null
    case 'ready':
      if (asksPrice) return 'Accept the new price first.'
      return isTyped ? null : 'Type what is asked for above first.'
    default:
      return state satisfies never
  }
}

const pastWord = (kind: PurchaseKind): string => (kind === 'release' ? 'released' : 'bought')

/** A price that is not known beforehand is said, never 0. */
export const knownPrice = (value: Money | null): string => (value ? formatMoney(value) : 'not known')

export type PricePart = { readonly name: string; readonly now: string; readonly before: string | null }

/** Set-up and monthly of a thing; what it cost when it was seen, where that has changed. */
export function pricesOf({ setup, monthly, before }: DraftThing): readonly PricePart[] {
  const part = (name: string, now: Money | null, then: Money | null | undefined): PricePart => ({
    name,
    now: knownPrice(now),
    before: before && !isSame(now, then ?? null) ? knownPrice(then ?? null) : null,
  })
  return [part('set-up', setup, before?.setup), part('monthly', monthly, before?.monthly)]
}

const isSame = (a: Money | null, b: Money | null): boolean => (a && b ? compareMoney(a, b) === 0 : a === b)
