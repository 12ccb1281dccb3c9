import { type Money, toMoney } from '../../../shared/money.ts'

export type ReadLimit =
  /** Null: no limit. */
  | { readonly ok: true; readonly limit: Money | null }
  /** A whole sentence with the way out. */
  | { readonly ok: false; readonly problem: string }

const problem = (sentence: string): ReadLimit => ({ ok: false, problem: sentence })

/** Reads `20`, `$20`, `20.00`, `$1,000`; empty is no limit. */
export function readLimit(typed: string): ReadLimit {
  const text = typed.replace(/\s|usd/gi, '').replace(/^\$/, '')
  if (text === '') return { ok: true, limit: null }
  if (/^[-−]/.test(text)) return problem('A limit cannot be less than $0.')
  if (/^\d+,\d{1,2}$/.test(text)) return problem(`Write cents after a point: ${text.replace(',', '.')}.`)
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text
  if (!/^\d+(\.\d*)?$/.test(plain))
    return problem('Type an amount such as 20 or $20.00, or leave it empty for no limit.')
  if (/\.\d{3,}$/.test(plain)) return problem('Use two digits for cents at most.')
  if (plain.replace(/\..*/, '').length > 7) return problem('A limit of $9,999,999 is the most that can be set.')
  return { ok: true, limit: toMoney(plain.replace(/\.$/, '')) }
}

/** `20.00`, as it stands in the field; empty without a limit. */
export function limitText(limit: Money | null): string {
  if (limit === null) return ''
  const [whole = '0', cents = ''] = limit.amount.split('.')
  return cents === '' ? whole : `${whole}.${cents.padEnd(2, '0')}`
}
