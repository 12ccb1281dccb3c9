import type { Failure } from '../../../../shared/failure.ts'
import type { Alternative, SearchPart } from '../../../../shared/model/market.ts'
import type { MarketState } from '../../../stores/market/state.ts'

/** What the place of the results shows. */
export type Standing =
  | { readonly kind: 'rows' }
  /** Nothing has come yet: rows are drawn as places. */
  | { readonly kind: 'searching' }
  /** Nothing was ever looked for. */
  | { readonly kind: 'first' }
  | { readonly kind: 'none'; readonly alternatives: readonly Alternative[] }
  /** No account could tell anything. */
  | { readonly kind: 'failed'; readonly parts: readonly SearchPart[] }
  /** It found numbers then; which they were is no longer kept. */
  | { readonly kind: 'dropped'; readonly found: number }
  /** Our own list could not be read. */
  | { readonly kind: 'unread'; readonly failure: Failure }

type Known = Pick<MarketState, 'total' | 'shown' | 'isNew' | 'isStarting' | 'failure'>

export function standingOf({ total, shown, isNew, isStarting, failure }: Known): Standing {
  if (failure && !total) return { kind: 'unread', failure }
  if (total) return { kind: 'rows' }
  if (isNew && !isStarting) return { kind: 'first' }
  if (isStarting || total === null || !shown) return { kind: 'searching' }
  if (shown.parts.some(({ state }) => state === 'searching')) return { kind: 'searching' }
  const hasWorked = shown.parts.some(({ state }) => state === 'done')
  if (!hasWorked && shown.parts.some(({ state }) => state === 'failed')) return { kind: 'failed', parts: shown.parts }
  const found = shown.parts.reduce((sum, part) => sum + part.found, 0)
  if (found > 0) return { kind: 'dropped', found }
  return { kind: 'none', alternatives: shown.alternatives }
}
