import { type CalendarDay, daysBetween, formatDay } from '../../shared/calendar.ts'
import type { Lease, NumberState } from '../../shared/model/number.ts'
import type { ShapeName } from '../ui/shape.tsx'
import type { Tone } from '../ui/status.tsx'
import { inDays } from '../words.ts'

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

/** Days before its end from which a lease that nobody renews is worth a sign. */
const soon = 30

/** What a number and a keyword have alike. */
export type Leased = {
  readonly state: NumberState
  readonly stateSaid: string | null
  readonly goneOn: CalendarDay | null
  readonly lease: Lease | null
}

/** The state in its own word, or in the provider's where we have none. */
export function plainSign({ state, stateSaid, goneOn }: Leased): StateSign {
  const plain = plainSigns[state]
  if (state === 'gone' && goneOn) return { ...plain, word: `Gone since ${formatDay(goneOn, 'short')}` }
  return state === 'unknown' ? { ...plain, word: stateSaid ?? plain.word } : plain
}

/** A lease that nobody renews and that is over, or soon will be; null: nothing to say. */
export function endingSign({ lease }: Pick<Leased, 'lease'>, today: CalendarDay): StateSign | null {
  const end = lease?.autoRenew === false ? lease.end : null
  if (!end || daysBetween(today, end) > soon) return null
  const isOver = daysBetween(today, end) < 0
  return {
    tone: 'warn',
    shape: 'triangle',
    word: `${isOver ? 'Ended' : 'Ends'} ${formatDay(end, 'short')}`,
    isChip: true,
  }
}

/** `14 December 2026, in 23 days`. */
export const endWords = (end: CalendarDay | null, today: CalendarDay): string =>
  end ? `${formatDay(end, 'long')}, ${inDays(daysBetween(today, end))}` : 'not told'

export function renewWords(autoRenew: boolean | null): string {
  if (autoRenew === null) return 'not told'
  return autoRenew ? 'on: it goes on by itself' : 'off: it ends on that day'
}
