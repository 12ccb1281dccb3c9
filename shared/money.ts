import { z } from 'zod'

/** Exact decimal money. `amount` is plain decimal text such as `1.25` or `-0.004`; never a float. */
// Marked pure, so that a page that only formats money does not carry zod.
export const money = /* @__PURE__ */ z.object({
  amount: /* @__PURE__ */ z.string().regex(/^-?\d+(\.\d+)?$/),
  currency: /* @__PURE__ */ z.literal('USD'),
})
export type Money = Readonly<z.infer<typeof money>>

const pattern = /^-?\d+(\.\d+)?$/

/** Decimal US dollars from text or from a JSON number as providers send it; null when it is neither. */
export function toMoney(value: string | number | null | undefined): Money | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'number' ? decimalText(value) : value.trim()
  return text !== null && pattern.test(text) ? { amount: text, currency: 'USD' } : null
}

/** A number such as 1e-7 prints with an exponent; twelve decimals are more than any price has. */
function decimalText(value: number): string | null {
  if (!Number.isFinite(value)) return null
  const text = String(value)
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text
}

type Scaled = { readonly units: bigint; readonly decimals: number }

function scaled({ amount }: Money): Scaled {
  const [whole = '0', fraction = ''] = amount.split('.')
  return { units: BigInt(whole + fraction), decimals: fraction.length }
}

function toUnits(value: Scaled, decimals: number): bigint {
  return value.units * 10n ** BigInt(decimals - value.decimals)
}

function fromUnits(units: bigint, decimals: number): Money {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return { amount: `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`, currency: 'USD' }
}

export const zero: Money = { amount: '0', currency: 'USD' }

export function addMoney(a: Money, b: Money): Money {
  const [left, right] = [scaled(a), scaled(b)]
  const decimals = Math.max(left.decimals, right.decimals)
  return fromUnits(toUnits(left, decimals) + toUnits(right, decimals), decimals)
}

/** `times` is a whole number. */
export function multiplyMoney(value: Money, times: number): Money {
  const { units, decimals } = scaled(value)
  return fromUnits(units * BigInt(times), decimals)
}

/** Negative, 0 or positive, as for `sort`. */
export function compareMoney(a: Money, b: Money): number {
  const [left, right] = [scaled(a), scaled(b)]
  const decimals = Math.max(left.decimals, right.decimals)
  const difference = toUnits(left, decimals) - toUnits(right, decimals)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Whole millionths of a dollar, for sums and sorting in the database; finer parts are rounded half up. */
export function toMicros(value: Money): number {
  const { units, decimals } = scaled(value)
  if (decimals <= 6) return Number(units * 10n ** BigInt(6 - decimals))
  const divisor = 10n ** BigInt(decimals - 6)
  const half = units < 0n ? -(divisor / 2n) : divisor / 2n
  return Number((units + half) / divisor)
}

export const fromMicros = (micros: number): Money => fromUnits(BigInt(Math.round(micros)), 6)

/** `$1,234.50`; at least two decimals, more only where the price has them. */
export function formatMoney(value: Money): string {
  const [whole = '0', fraction = ''] = value.amount.replace('-', '').split('.')
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value.amount.startsWith('-') ? '−' : ''}$${grouped}.${fraction.padEnd(2, '0')}`
}
