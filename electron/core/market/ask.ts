import type { MarketQuery } from '../../../shared/model/market.ts'
import { type Pattern, readPattern } from '../../../shared/pattern.ts'
import type { MarketAsk } from '../ports.ts'
import { invalid } from '../requests.ts'
import { formatPrefix, isTollFreeCode, prefixDigits, tollFreeCodes } from './prefix.ts'
import { toState } from './states.ts'

/** What carriers are asked, and whole sentences about what of the query no carrier can be asked. */
export type Wish = { readonly ask: MarketAsk; readonly notes: readonly string[] }

/** Throws FailureError `invalid` with the field that cannot be used and the way out. */
export function toWish(query: MarketQuery): Wish {
  const pattern = readTyped(query.pattern)
  const prefix = readPrefix(query)
  checkStart(pattern, prefix)
  if (pattern) checkKind(query.kind, pattern.starts, 'pattern')
  return query.kind === 'tollFree' ? tollFreeWish(query, prefix, pattern) : localWish(query, prefix, pattern)
}

function localWish(query: MarketQuery, prefix: string | null, pattern: Pattern | null): Wish {
  const place = {
    city: query.city || null,
    state: readState(query.state),
    zip: readZip(query.zip),
    rateCenter: query.rateCenter || null,
  }
  if (prefix === null && pattern === null && Object.values(place).every((part) => part === null)) {
    throw invalid('city', 'Say where to look: a city, a state, a ZIP or an area code. Or type a pattern such as 206*.')
  }
  return { ask: { kind: 'local', ...place, prefix, pattern, count: query.count }, notes: [] }
}

const nowhere = { city: null, state: null, zip: null, rateCenter: null }

function tollFreeWish(query: MarketQuery, prefix: string | null, pattern: Pattern | null): Wish {
  const hasPlace = [query.city, query.state, query.zip, query.rateCenter].some((part) => part !== '')
  const note = 'Toll-free numbers belong to no place, so city, state, ZIP and rate center were left out.'
  return { ask: { kind: 'tollFree', ...nowhere, prefix, pattern, count: query.count }, notes: hasPlace ? [note] : [] }
}

function readTyped(typed: string): Pattern | null {
  const read = readPattern(typed)
  if (!read.ok) throw invalid('pattern', read.problem)
  return read.pattern
}

function readPrefix({ prefix, kind }: MarketQuery): string | null {
  if (prefix === '') return null
  const digits = prefixDigits(prefix)
  if (/[^\d\s().+\-‐-―]/.test(prefix) || !/^\d{3,6}$/.test(digits)) {
    throw invalid('prefix', 'Use three digits for an area code, such as 206, or up to six with the exchange: 206 555.')
  }
  if (/^[01]/.test(digits)) {
    throw invalid('prefix', `No area code begins with ${digits.charAt(0)}. Use one such as 206.`)
  }
  checkKind(kind, digits, 'prefix')
  return digits
}

function readState(typed: string): string | null {
  if (typed === '') return null
  const state = toState(typed)
  if (state) return state
  throw invalid(
    'state',
    `“${typed}” is no state of the US and no province of Canada. Use its two letters, such as WA, or its name.`,
  )
}

function readZip(typed: string): string | null {
  if (typed === '') return null
  if (/^\d{5}$/.test(typed)) return typed
  throw invalid('zip', 'A ZIP has five digits, such as 98101. Outside the US, use the city or the province.')
}

/** A toll-free code among local numbers, or the other way round, would never be found. */
function checkKind(kind: MarketQuery['kind'], starts: string, field: 'prefix' | 'pattern'): void {
  const code = starts.slice(0, 3)
  if (kind === 'local' && isTollFreeCode(code)) {
    throw invalid(field, `${code} is toll-free. Search for toll-free numbers, or use another area code.`)
  }
  if (kind === 'tollFree' && !tollFreeCodes.some((free) => free.startsWith(code))) {
    throw invalid(field, `Toll-free numbers begin with ${tollFreeCodes.join(', ')}. Use one of these, or none.`)
  }
}

/** Two different beginnings at once would find nothing, and nobody would know why. */
function checkStart(pattern: Pattern | null, prefix: string | null): void {
  const starts = pattern?.starts ?? ''
  if (prefix === null || starts.startsWith(prefix) || prefix.startsWith(starts)) return
  throw invalid(
    'pattern',
    `The pattern starts with ${formatPrefix(starts)}, but ${formatPrefix(prefix)} is chosen. Clear one of them.`,
  )
}
