import { formatDay } from '../../../shared/calendar.ts'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { NumberCounts, NumberKind, NumberState } from '../../../shared/model/number.ts'
import type { FilterPart } from '../../stores/numbers/filter.ts'
import type { Tone } from '../../ui/status.tsx'
import { accountTitle } from '../../words.ts'
import { autoRenewWords, kindWords, ringsWords, stateWords } from './row-words.ts'

/** A filter part as a person would say it. */
export function partName(part: FilterPart, accounts: ReadonlyMap<AccountId, AccountView>): string {
  switch (part.kind) {
    case 'search':
      return `“${part.text}”`
    case 'account': {
      const account = accounts.get(part.accountId)
      return account ? accountTitle(account) : 'An account that is gone'
    }
    case 'type':
      return kindWords[part.type]
    case 'state':
      return stateWords[part.state]
    case 'autoRenew':
      return autoRenewWords[part.autoRenew]
    case 'rings':
      return ringsWords[part.rings]
    case 'endsBy':
      return `Ends by ${formatDay(part.day, 'short')}`
    default:
      return part satisfies never
  }
}

export type Chip = {
  readonly name: string
  readonly count: number
  readonly tone: Tone
  readonly part: FilterPart
}

/** Chips that are always there, and those of kinds and states that occur or are on. */
export function chipsOf(counts: NumberCounts | null, soonDay: string): readonly Chip[] {
  return [
    { name: 'Ends in 30 days', count: counts?.endingSoon ?? 0, tone: 'warn', part: { kind: 'endsBy', day: soonDay } },
    {
      name: 'Rings nowhere',
      count: counts?.byRings.nowhere ?? 0,
      tone: 'bad',
      part: { kind: 'rings', rings: 'nowhere' },
    },
    {
      name: 'Auto-renew off',
      count: counts?.byAutoRenew.off ?? 0,
      tone: 'warn',
      part: { kind: 'autoRenew', autoRenew: 'off' },
    },
    ...kinds.map((type) => chip({ kind: 'type', type }, kindWords[type], counts?.byKind[type] ?? 0)),
    ...states.map((state) => chip({ kind: 'state', state }, stateWords[state], counts?.byState[state] ?? 0)),
  ]
}

const kinds: readonly NumberKind[] = ['local', 'tollFree', 'other']
/** "Active" is what nearly all are; a chip of its own would only repeat the first one. */
const states: readonly NumberState[] = ['pending', 'released', 'unavailable', 'unknown', 'gone']

const chip = (part: FilterPart, name: string, count: number): Chip => ({ name, count, tone: 'calm', part })

/** The first three are what a person looks for; the others only show where there is something to see. */
export const isAlwaysShown = ({ part }: Chip): boolean =>
  part.kind === 'endsBy' || part.kind === 'rings' || part.kind === 'autoRenew'
