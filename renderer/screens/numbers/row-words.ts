import type { CalendarDay } from '../../../shared/calendar.ts'
import type { FeatureState, NumberKind, NumberRow, NumberState } from '../../../shared/model/number.ts'
import { endingSign, plainSign, type StateSign } from '../lease-words.ts'

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

/** The one thing about a number's state that its owner should see: trouble before plain words. */
export function stateSign(row: NumberRow, today: CalendarDay): StateSign {
  if (row.state !== 'active') return plainSign(row)
  if (row.rings.state === 'nowhere') return { tone: 'bad', shape: 'cross', word: 'Rings nowhere', isChip: true }
  return endingSign(row, today) ?? plainSign(row)
}

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

/** A number that was bought here is marked for a week. */
const newForMs = 7 * 86_400_000

export const isNew = ({ boughtAt }: Pick<NumberRow, 'boughtAt'>, now: number): boolean =>
  boughtAt !== null && now - boughtAt < newForMs

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
