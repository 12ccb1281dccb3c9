import {
  type FeatureState,
  type NumberFilter,
  type NumberState,
  numberKinds,
  numberStates,
  type OwnedNumber,
  type Rings,
} from '../../../shared/model/number.ts'

export const renewals = ['on', 'off', 'untold'] as const satisfies readonly NumberFilter['autoRenew'][]
export const ringings = ['somewhere', 'nowhere', 'unread'] as const satisfies readonly NumberFilter['rings'][]
const features: readonly FeatureState[] = ['on', 'pending', 'off', 'unsupported', 'unknown']
const untoldFeature = features.length

/** What a row has few values of, in one small integer: 2 bits kind, 3 state, 2 auto-renew, 2 rings, 3 calls, 3 texts. */
export function packFlags(number: OwnedNumber, rings: Rings['state']): number {
  const renewal = renewals.indexOf(number.lease === null ? 'untold' : toRenewal(number.lease.autoRenew))
  return (
    numberKinds.indexOf(number.kind) |
    (numberStates.indexOf(number.state) << 2) |
    (renewal << 5) |
    (ringings.indexOf(rings) << 7) |
    (featureIndex(number.calls) << 9) |
    (featureIndex(number.texts) << 12)
  )
}

const toRenewal = (autoRenew: boolean | null) => (autoRenew === null ? 'untold' : autoRenew ? 'on' : 'off')
const featureIndex = (feature: FeatureState | null): number =>
  feature === null ? untoldFeature : features.indexOf(feature)

export const allFlags = 1 << 15
/** Those that are filtered and counted: all but calls and texts. */
export const filteredFlags = 1 << 9

export const kindIndex = (flags: number): number => flags & 3
export const stateIndex = (flags: number): number => (flags >> 2) & 7
export const renewalIndex = (flags: number): number => (flags >> 5) & 3
export const ringingIndex = (flags: number): number => (flags >> 7) & 3
const callsIndex = (flags: number): number => (flags >> 9) & 7
const textsIndex = (flags: number): number => (flags >> 12) & 7

export const stateOf = (flags: number): NumberState => numberStates[stateIndex(flags)] ?? 'unknown'
export const ringingOf = (flags: number): Rings['state'] => ringings[ringingIndex(flags)] ?? 'unread'
/** A row that the provider no longer lists is "gone", whatever it said last. */
export const withGone = (flags: number): number => (flags & ~(7 << 2)) | (numberStates.indexOf('gone') << 2)

/** For sorting; null where nothing was said. */
export const renewalRank = (flags: number): number | null =>
  renewals[renewalIndex(flags)] === 'untold' ? null : renewalIndex(flags)
export const featureRank = (flags: number): number | null => {
  const [calls, texts] = [callsIndex(flags), textsIndex(flags)]
  return calls === untoldFeature && texts === untoldFeature ? null : calls * 8 + texts
}
