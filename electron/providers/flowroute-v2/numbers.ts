import type { FeatureState, NumberKind, NumberState, OwnedNumber, Place } from '../../../shared/model/number.ts'
import { toMoney } from '../../../shared/money.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import type { RowReader } from '../decode.ts'
import { type WireNumber, wireNumber } from './wire.ts'

/** Two spellings for each kind, by age of the record. */
export const kinds: Readonly<Record<string, NumberKind>> = {
  standard: 'local',
  longcode: 'local',
  tollfree: 'tollFree',
  'toll-free': 'tollFree',
}

const toTexts = (enabled: boolean | null | undefined): FeatureState | null =>
  enabled === null || enabled === undefined ? null : enabled ? 'on' : 'off'

/** Older records say no status; standing in the list of one's own numbers is then all that Flowroute says, and enough. */
const toState = (status: string | null | undefined): NumberState =>
  !status || status === 'PURCHASED' ? 'active' : 'unknown'

type WirePlace = Pick<NonNullable<WireNumber['attributes']>, 'state' | 'iso_country' | 'rate_center'>

export const toPlace = (said: WirePlace): Place => ({
  city: null,
  state: said.state?.toUpperCase() || null,
  zip: null,
  country: said.iso_country || null,
  rateCenter: said.rate_center || null,
  lata: null,
  prefix: null,
  timeZone: null,
})

export function toOwnedNumber({ id, attributes }: WireNumber): OwnedNumber | null {
  const said = attributes ?? {}
  const number = toPhoneNumber(said.value ?? id ?? '')
  if (number === null) return null
  return {
    number,
    alias: said.alias || null,
    kind: kinds[said.number_type ?? ''] ?? 'other',
    place: toPlace(said),
    lease: null,
    calls: null,
    texts: toTexts(said.messaging_enabled),
    state: toState(said.status),
    stateSaid: said.status ?? null,
    monthly: toMoney(said.monthly_cost),
    setup: toMoney(said.setup_cost),
    labels: [],
    callerIdLookup: said.cnam_lookups_enabled ?? null,
    note: said.note || null,
  }
}

export const numberReader: RowReader<WireNumber, OwnedNumber> = {
  schema: wireNumber,
  toItem: toOwnedNumber,
  needs: '.id: expected string of digits',
}
