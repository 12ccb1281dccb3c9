import type { FeatureState, Lease, NumberKind, NumberState, OwnedNumber } from '../../../shared/model/number.ts'
import { isTollFree, toDigits, toPhoneNumber } from '../../../shared/phone.ts'
import { noPlace } from '../../../shared/place-name.ts'
import { isPlausibleTime, toProviderDay } from '../days.ts'
import type { Remark, RowReader } from '../decode.ts'
import { type Api, createPull } from './lists.ts'
import { readListed } from './one.ts'
import { toPlace } from './regions.ts'
import { type WireNumberLease, wireNumberLease } from './wire.ts'

const states: Readonly<Record<string, NumberState>> = {
  PENDING: 'pending',
  ACTIVE: 'active',
  RELEASED: 'released',
  UNAVAILABLE: 'unavailable',
}

const features: Readonly<Record<string, FeatureState>> = {
  UNSUPPORTED: 'unsupported',
  PENDING: 'pending',
  DISABLED: 'off',
  ENABLED: 'on',
}

/** Words that we do not know are kept beside it as they were said. */
export const toState = (word: string | null | undefined): NumberState => states[word ?? ''] ?? 'unknown'

const toFeature = (word: string | null | undefined): FeatureState | null =>
  word === null || word === undefined ? null : (features[word] ?? 'unknown')

type WireLease = Pick<WireNumberLease, 'leaseBegin' | 'leaseEnd' | 'autoRenew'>

/** A lease that ends before it begins is kept as it was said: only CallFire can put it right. */
export function toLease({ leaseBegin, leaseEnd, autoRenew }: WireLease, remark: Remark): Lease {
  const begin = toDay(leaseBegin, '.leaseBegin', remark)
  const end = toDay(leaseEnd, '.leaseEnd', remark)
  if (begin !== null && end !== null && end < begin) remark('.leaseEnd', 'expected a day after leaseBegin')
  return { begin, end, autoRenew: autoRenew ?? null }
}

function toDay(epochMs: number | null | undefined, path: string, remark: Remark): string | null {
  if (epochMs === null || epochMs === undefined) return null
  if (isPlausibleTime(epochMs)) return toProviderDay(epochMs)
  remark(path, 'expected epoch milliseconds')
  return null
}

export function toKind(number: string, tollFree: boolean | null | undefined): NumberKind {
  if (typeof tollFree === 'boolean') return tollFree ? 'tollFree' : 'local'
  if (isTollFree(number)) return 'tollFree'
  return /^\+1\d{10}$/.test(number) ? 'local' : 'other'
}

function toOwnedNumber(wire: WireNumberLease, remark: Remark): OwnedNumber | null {
  const number = toPhoneNumber(wire.number ?? '')
  if (number === null) return null
  return {
    number,
    alias: null,
    kind: toKind(number, wire.tollFree),
    place: wire.region ? toPlace(wire.region) : noPlace,
    lease: toLease(wire, remark),
    calls: toFeature(wire.callFeatureStatus),
    texts: toFeature(wire.textFeatureStatus),
    state: toState(wire.status),
    stateSaid: wire.status ?? null,
    monthly: null,
    setup: null,
    labels: wire.labels ?? [],
    callerIdLookup: null,
    note: null,
  }
}

export const leaseReader: RowReader<WireNumberLease, OwnedNumber> = {
  schema: wireNumberLease,
  toItem: toOwnedNumber,
  needs: '.number: expected string of digits',
}

export const leasePath = (number: string): string => `/numbers/leases/${toDigits(number)}`

export const readLease = (api: Api, number: string, signal: AbortSignal): Promise<OwnedNumber | null> =>
  readListed(api, {
    path: leasePath(number),
    reader: leaseReader,
    isIt: (lease) => lease.number === number,
    list: createPull(api, '/numbers/leases', leaseReader),
    signal,
  })
