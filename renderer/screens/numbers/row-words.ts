import { type CalendarDay, daysBetween, formatDay } from '../../../shared/calendar.ts'
import type { FeatureState, NumberKind, NumberRow, NumberState } from '../../../shared/model/number.ts'
import type { ShapeName } from '../../ui/shape.tsx'
import type { Tone } from '../../ui/status.tsx'

export const kindWords: Readonly<Record<NumberKind, string>> = {
  local: 'Local',
  tollFree: 'Toll-free',
  other: 'Other',
}

export const stateWords: Readonly<Record<NumberState, string>> = {
  active: 'Active',
  pending: 'Pending',
  released: 'Released',
  unavailable: 'Unavailable',
  gone: 'Gone',
  unknown: 'Unknown',
}

export const autoRenewWords = { on: 'Auto-renew on', off: 'Auto-renew off', untold: 'Auto-renew not told' } as const
export const ringsWords = { somewhere: 'Rings somewhere', nowhere: 'Rings nowhere', unread: 'Not read yet' } as const

/** Days before its end from which a lease that nobody renews is worth a sign. */
const soon = 30

export type StateSign = {
  readonly tone: Tone
  readonly shape: ShapeName
  readonly word: string
  /** Stands out from the list. */
  readonly isChip: boolean
}

const plainSigns: Readonly<Record<NumberState, StateSign>> = {
  active: { tone: 'good', shape: 'disc', word: 'Active', isChip: false },
  pending: { tone: 'wait', shape: 'clock', word: 'Pending', isChip: true },
  released: { tone: 'warn', shape: 'triangle', word: 'Released', isChip: true },
  unavailable: { tone: 'bad', shape: 'cross', word: 'Unavailable', isChip: true },
  gone: { tone: 'calm', shape: 'ring', word: 'Gone', isChip: true },
  unknown: { tone: 'calm', shape: 'question', word: 'Unknown', isChip: false },
}

/** The one thing about a number's state that its owner should see: trouble before plain words. */
export function stateSign(row: NumberRow, today: CalendarDay): StateSign {
  const plain = plainSigns[row.state]
  if (row.state === 'gone' && row.goneOn) return { ...plain, word: `Gone since ${formatDay(row.goneOn, 'short')}` }
  if (row.state === 'unknown') return { ...plain, word: row.stateSaid ?? plain.word }
  if (row.state !== 'active') return plain
  if (row.rings.state === 'nowhere') return { tone: 'bad', shape: 'cross', word: 'Rings nowhere', isChip: true }
  const end = endsUnrenewed(row)
  if (end && daysBetween(today, end) <= soon) {
    const isOver = daysBetween(today, end) < 0
    return {
      tone: 'warn',
      shape: 'triangle',
      word: `${isOver ? 'Ended' : 'Ends'} ${formatDay(end, 'short')}`,
      isChip: true,
    }
  }
  return plain
}

const endsUnrenewed = ({ lease }: NumberRow): CalendarDay | null => (lease?.autoRenew === false ? lease.end : null)

/** `Calls, texts`; `Calls, texts pending`; `not told`. */
export function featureWords(calls: FeatureState | null, texts: FeatureState | null): string {
  const parts = [featureWord('calls', calls), featureWord('texts', texts)].filter((part) => part !== null)
  if (parts.length === 0) return isTold(calls) || isTold(texts) ? 'none' : 'not told'
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const isTold = (state: FeatureState | null): boolean => state !== null && state !== 'unknown'

const featureWord = (name: string, state: FeatureState | null): string | null =>
  state === 'on' ? name : state === 'pending' ? `${name} pending` : null

type CaptionParts = { readonly hasPlace: boolean; readonly hasKind: boolean }

/** What stands under a number: what no column of its own shows. */
export const captionOf = (row: NumberRow, shown: CaptionParts): string =>
  [
    shown.hasPlace ? null : row.place,
    !shown.hasKind && row.kind === 'tollFree' ? kindWords.tollFree : null,
    row.alias,
    ...row.labels,
  ]
    .filter(Boolean)
    .join(' · ')
