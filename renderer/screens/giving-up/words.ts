import type { Ending } from '../../../shared/model/lease.ts'
import { formatMoney, type Money } from '../../../shared/money.ts'
import { formatPhone } from '../../../shared/phone.ts'
import type { LeaseAsk } from '../../stores/leases.ts'
import { counted } from '../../words.ts'

/** `this number`, `these 12 keywords`. */
export const theseThings = ({ kind, things }: Pick<LeaseAsk, 'kind' | 'things'>): string =>
  things.length === 1 ? `this ${kind}` : `these ${counted(things.length, kind)}`

/** The thing itself when it is one, else how many there are. */
export const heroOf = ({ kind, things }: Pick<LeaseAsk, 'kind' | 'things'>): string => {
  const [only] = things
  if (things.length !== 1 || !only) return counted(things.length, kind)
  return kind === 'number' ? formatPhone(only) : only
}

export const titles: Readonly<Record<Ending, (what: string) => string>> = {
  autoRenewOff: (what) => `Turn off auto-renew for ${what}?`,
  release: (what) => `Release ${what}?`,
}

export const buttons: Readonly<Record<Ending, string>> = {
  autoRenewOff: 'Turn off auto-renew',
  release: 'Check and release…',
}

/** Names what has to be typed, so that nobody gives up the wrong thing by habit. */
export function typingLabel({ kind, things }: Pick<LeaseAsk, 'kind' | 'things'>, expected: string): string {
  if (things.length > 1) return `Type how many there are: ${expected}`
  return kind === 'number' ? `Type the last four digits of the number: ${expected}` : `Type the keyword: ${expected}`
}

export const isTyped = (typed: string, expected: string): boolean =>
  typed.trim().toUpperCase() === expected.toUpperCase()

/** `$24.00 a year`, `not told`; what is not known is not left out. */
export function savedWords(saved: Money, unknown: number): string {
  const rest = unknown > 0 ? `${counted(unknown, 'price')} not told` : ''
  if (saved.amount === '0') return rest ? 'the price is not told' : 'nothing'
  return [`${formatMoney(saved)} a year`, rest].filter(Boolean).join(', ')
}
