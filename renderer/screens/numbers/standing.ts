import type { Failure } from '../../../shared/failure.ts'
import type { NumberFilter } from '../../../shared/model/number.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { isNarrow } from '../../stores/numbers/filter.ts'

/** Why the list has no rows to show; each is a state of its own with a way out. */
export type Standing =
  | { readonly kind: 'rows' }
  /** The first rows are on their way. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'noneMatch' }
  | { readonly kind: 'noneRead'; readonly states: readonly SyncState[] }
  | { readonly kind: 'noneOwned' }

type Seen = {
  readonly total: number | null
  readonly owned: number | null
  readonly filter: NumberFilter
  readonly failure: Failure | null
  readonly states: readonly SyncState[] | null
}

export function standingOf({ total, owned, filter, failure, states }: Seen): Standing {
  if (total === null) return failure ? { kind: 'failed', failure } : { kind: 'reading' }
  if (total > 0) return { kind: 'rows' }
  if (isNarrow(filter) && owned !== 0) return { kind: 'noneMatch' }
  const known = (states ?? []).filter(({ accountId }) => isAsked(filter, accountId))
  if (states === null || known.some(({ phase }) => phase === 'running')) return { kind: 'reading' }
  const isRead = known.some(({ lastDoneAt }) => lastDoneAt !== null)
  return isRead ? { kind: 'noneOwned' } : { kind: 'noneRead', states: known }
}

/** Nothing was ever read: the account whose reason is told. */
export const firstFailed = (states: readonly SyncState[]): SyncState | undefined =>
  states.find(({ failure }) => failure !== null)

const isAsked = ({ accountIds }: NumberFilter, accountId: string): boolean =>
  accountIds.length === 0 || accountIds.includes(accountId)
