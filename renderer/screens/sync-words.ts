import type { Failure } from '../../shared/failure.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import type { ShapeName } from '../ui/shape.tsx'
import type { Tone } from '../ui/status.tsx'
import { age, count, duration, since } from '../words.ts'

/** Failures that do not pass by themselves: the owner has to do something about the account. */
export function needsHand(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unauthorized':
    case 'forbidden':
    case 'notFound':
    case 'refused':
    case 'garbled':
    case 'tlsUntrusted':
    case 'keysMissing':
    case 'invalid':
    case 'vault':
    case 'disk':
    case 'unknownAccount':
      return true
    case 'offline':
    case 'timeout':
    case 'busy':
    case 'broken':
    case 'unsure':
    case 'cancelled':
      return false
    default:
      return failure satisfies never
  }
}

export type SyncSign = { readonly tone: Tone; readonly shape: ShapeName; readonly words: string }

/** How an account stands, in a few words: for the strip, the account list and the sync panel alike. */
export function syncSign(account: AccountView, state: SyncState | null, now: number): SyncSign {
  if (account.paused || state?.phase === 'paused')
    return { tone: 'calm', shape: 'pause', words: `paused${from(state, now)}` }
  if (!state || state.phase === 'never') return { tone: 'calm', shape: 'ring', words: 'not read yet' }
  if (state.phase === 'running') return { tone: 'wait', shape: 'turn', words: runningWords(state, now) }
  if (state.phase === 'cancelled') return { tone: 'calm', shape: 'ring', words: `stopped${from(state, now)}` }
  if (state.phase === 'failed') return failedSign(state, now)
  const done = state.lastDoneAt === null ? 'synced' : `synced ${age(state.lastDoneAt, now)}`
  if (state.partFailures.length > 0)
    return { tone: 'warn', shape: 'triangle', words: `${done}, ${count(state.partFailures.length)} of its lists not` }
  return { tone: 'good', shape: 'disc', words: done }
}

function failedSign(state: SyncState, now: number): SyncSign {
  if (state.failure?.kind === 'offline') return { tone: 'calm', shape: 'ring', words: `offline${from(state, now)}` }
  return { tone: 'bad', shape: 'cross', words: `${failedWord(state.failure)}${from(state, now)}` }
}

function failedWord(failure: Failure | null): string {
  switch (failure?.kind) {
    case 'unauthorized':
      return 'keys not accepted'
    case 'keysMissing':
      return failure.why === 'locked' ? 'keys locked' : 'keys missing'
    case 'timeout':
      return 'no answer'
    case 'busy':
      return 'asked to slow down'
    case 'broken':
      return 'trouble at the provider'
    default:
      return 'could not be read'
  }
}

const from = (state: SyncState | null, now: number): string =>
  state?.lastDoneAt ? ` – showing data from ${since(state.lastDoneAt, now)}` : ''

function runningWords({ progress }: SyncState, now: number): string {
  if (!progress) return 'connecting'
  const wait = progress.waitingUntil === null ? 0 : progress.waitingUntil - now
  if (wait > 0) return `waiting ${duration(wait)}, provider asked us to slow down`
  const of = progress.rowsTotal === null ? '' : ` of about ${count(progress.rowsTotal)}`
  return `reading ${count(progress.rowsRead)}${of}`
}

/** Whether the words count seconds, so that they have to be drawn each second. */
export const isWaiting = (states: readonly SyncState[] | null): boolean =>
  (states ?? []).some(({ phase, progress }) => phase === 'running' && progress?.waitingUntil != null)
