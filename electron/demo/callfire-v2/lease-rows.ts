import { hash32, unit } from '../kit/random.ts'
import type { FeatureStatus, NumberLease } from './documents.ts'
import { addMonth, DAY } from './months.ts'

/** What a lease adds to its number. */
export type LeaseState = Omit<NumberLease, 'number' | 'nationalFormat' | 'tollFree' | 'region'>

const labelNames = [
  'Sales',
  'Support',
  'Van',
  'Spring campaign',
  'Radio',
  'Store 12',
  'After hours',
  'Web shop',
] as const

function labelsAt(seed: number, index: number): readonly string[] | undefined {
  const roll = unit(seed, index, 601)
  if (roll < 0.55) return undefined
  const first = hash32(seed, index, 602) % labelNames.length
  const second = (first + 1 + (hash32(seed, index, 603) % (labelNames.length - 1))) % labelNames.length
  const chosen = roll < 0.85 ? [first] : [first, second]
  return chosen.flatMap((at) => labelNames[at] ?? [])
}

function featureAt(roll: number, unsupported: number): FeatureStatus {
  if (roll < unsupported) return 'UNSUPPORTED'
  if (roll < unsupported + 0.03) return 'PENDING'
  return roll < unsupported + 0.12 ? 'DISABLED' : 'ENABLED'
}

/** Rare states stand at fixed places of every hundred, so that a small account has them too. */
function withOddity(state: LeaseState, index: number): LeaseState {
  switch (index % 97) {
    case 5:
      return { ...state, callFeatureStatus: 'UNSUPPORTED', textFeatureStatus: 'UNSUPPORTED' }
    case 11:
      return { ...state, status: 'PENDING', callFeatureStatus: 'PENDING', textFeatureStatus: 'PENDING' }
    case 23:
      return { ...state, status: 'RELEASED', autoRenew: false, callFeatureStatus: 'DISABLED' }
    case 31: {
      const { leaseBegin: _begin, leaseEnd: _end, ...rest } = state
      return rest
    }
    case 43: {
      const { leaseEnd: _end, ...rest } = state
      return rest
    }
    case 61:
      return { ...state, status: 'UNAVAILABLE', autoRenew: false }
    default:
      return state
  }
}

/** Ends are spread over the month after `start`, to the second; the spread does not depend on the other members. */
export const endAt = (seed: number, index: number, start: number): number =>
  Math.floor((start + 2 * 60 * 60 * 1000 + unit(seed, index, 604) * 29.5 * DAY) / 1000) * 1000

export function leaseStateAt(seed: number, index: number, start: number): LeaseState {
  const leaseEnd = endAt(seed, index, start)
  const labels = labelsAt(seed, index)
  const state: LeaseState = {
    leaseBegin: addMonth(leaseEnd, -1),
    leaseEnd,
    autoRenew: unit(seed, index, 605) >= 0.08,
    status: 'ACTIVE',
    callFeatureStatus: featureAt(unit(seed, index, 606), 0.02),
    textFeatureStatus: featureAt(unit(seed, index, 607), 0.15),
    type: unit(seed, index, 608) < 0.25 ? 'PLAN' : 'EXTRA',
  }
  return withOddity(labels ? { ...state, labels } : state, index)
}

/** How a bought number begins: one month, renewing. */
export const newLeaseState = (now: number): LeaseState => ({
  leaseBegin: now,
  leaseEnd: addMonth(now),
  autoRenew: true,
  status: 'ACTIVE',
  callFeatureStatus: 'ENABLED',
  textFeatureStatus: 'ENABLED',
  type: 'EXTRA',
})
