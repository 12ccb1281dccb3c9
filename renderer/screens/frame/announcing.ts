import type { AccountId } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { count } from '../../words.ts'

/** What was last said of an account. */
type Said = {
  readonly phase: SyncState['phase']
  readonly tenth: number
  readonly at: number
  readonly doneAt: number | null
}
export type Heard = ReadonlyMap<AccountId, Said>

export type Announcement = { readonly heard: Heard; readonly polite: string | null; readonly urgent: string | null }

const pauseMs = 5000

type Names = (accountId: AccountId) => string
type Failing = (state: SyncState) => string | null

/**
 * What a screen reader should hear of a sync: its beginning, every tenth of it or every five seconds, its end; a failure
 * at once, and once. Never each row. `heard` is null when the window has only just opened.
 */
export function announce(
  heard: Heard | null,
  states: readonly SyncState[],
  say: { readonly name: Names; readonly failure: Failing; readonly now: number },
): Announcement {
  const next = new Map(heard ?? [])
  const polite: string[] = []
  const urgent: string[] = []
  for (const state of states) {
    const before = heard?.get(state.accountId)
    const tenth = tenthOf(state)
    if (before && !isWorthSaying(before, state, { tenth, now: say.now })) continue
    next.set(state.accountId, { phase: state.phase, tenth, at: say.now, doneAt: state.lastDoneAt })
    // What was so before the window opened is on the screen; only what changes is said.
    if (!before && (heard === null || state.phase === 'never') && state.phase !== 'running') continue
    const failure = state.phase === 'failed' ? say.failure(state) : null
    if (failure) urgent.push(failure)
    else polite.push(`${say.name(state.accountId)}: ${phaseWords(state, tenth)}`)
  }
  return { heard: next, polite: polite.join('. ') || null, urgent: urgent.join(' ') || null }
}

function isWorthSaying(
  before: Said,
  state: SyncState,
  { tenth, now }: { readonly tenth: number; readonly now: number },
): boolean {
  // A sync that is over before anybody looked has left its time alone.
  if (before.phase !== state.phase || before.doneAt !== state.lastDoneAt) return true
  if (state.phase !== 'running') return false
  return tenth > before.tenth || now - before.at >= pauseMs
}

function tenthOf({ progress }: SyncState): number {
  if (!progress?.rowsTotal) return 0
  return Math.min(10, Math.floor((progress.rowsRead / progress.rowsTotal) * 10))
}

function phaseWords({ phase, progress, found }: SyncState, tenth: number): string {
  switch (phase) {
    case 'running':
      if (!progress) return 'reading'
      return progress.rowsTotal ? `${tenth * 10} percent read` : `${count(progress.rowsRead)} read`
    case 'done':
      return `synced, ${count(found)} numbers`
    case 'cancelled':
      return 'stopped'
    case 'paused':
      return 'paused'
    case 'failed':
      return 'could not be read'
    case 'never':
      return 'not read yet'
    default:
      return phase satisfies never
  }
}
