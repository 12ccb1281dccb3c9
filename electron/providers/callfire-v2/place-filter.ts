import type { Market } from '../../core/ports.ts'
import type { Query } from '../http.ts'

/** 1 and 3 to 6 digits, as CallFire wants a prefix; from digits with or without the country code. Null: too few or too many. */
export function toPrefix(digits: string): string | null {
  const national = digits.replace(/\D/g, '').replace(/^1/, '')
  return national.length >= 3 && national.length <= 6 ? `1${national}` : null
}

type RegionAsk = Parameters<NonNullable<Market['regions']>>[0]

/** CallFire keeps its cities in capitals; the API generations before `cityPrefix` do not listen to it. */
export const toRegionQuery = ({ city, cityStarts, state, prefix }: RegionAsk): Query => ({
  state: state?.toUpperCase(),
  city: city?.toUpperCase(),
  cityPrefix: cityStarts?.toUpperCase(),
  prefix: prefix === undefined ? undefined : (toPrefix(prefix) ?? undefined),
})
