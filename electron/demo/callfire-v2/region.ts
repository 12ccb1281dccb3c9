import type { Exchange } from '../catalogue/exchanges.ts'
import { unit } from '../kit/random.ts'
import type { CatalogueNumber, Region } from './documents.ts'
import { Problem } from './problem.ts'
import type { Query } from './query.ts'

/** Members combine with AND. The old `lata` and `rateCenter` filters are no longer listened to. */
export type RegionFilter = {
  readonly prefix: string | undefined
  readonly city: string | undefined
  readonly state: string | undefined
  readonly zipcode: string | undefined
}

export function checkRegion(filter: RegionFilter): RegionFilter {
  const { prefix, state, zipcode } = filter
  if (prefix !== undefined && !/^1\d{3,6}$/.test(prefix)) {
    throw new Problem(400, `prefix should have 4 to 7 digits and begin with 1, not ${prefix}`)
  }
  if (state !== undefined && !/^[a-z]{2}$/i.test(state))
    throw new Problem(400, `state should have 2 letters, not ${state}`)
  if (zipcode !== undefined && !/^\d{5}$/.test(zipcode)) {
    throw new Problem(400, `zipcode should have 5 digits, not ${zipcode}`)
  }
  return filter
}

export const readRegion = (query: Query): RegionFilter =>
  checkRegion({
    prefix: query.text('prefix'),
    city: query.text('city'),
    state: query.text('state'),
    zipcode: query.text('zipcode'),
  })

export const isOpen = ({ prefix, city, state, zipcode }: RegionFilter): boolean =>
  prefix === undefined && city === undefined && state === undefined && zipcode === undefined

const isSame = (wanted: string | undefined, value: string | undefined): boolean =>
  wanted === undefined || value?.toUpperCase() === wanted.toUpperCase()

/** A prefix may be longer than an exchange's only in digits that do not exist here: both have at most seven. */
export const fitsExchange = (filter: RegionFilter, { prefix, place }: Exchange): boolean =>
  (filter.prefix === undefined || prefix.startsWith(filter.prefix)) &&
  isSame(filter.city, place?.city) &&
  isSame(filter.state, place?.state) &&
  isSame(filter.zipcode, place?.zip)

/** Upper-case cities as the carrier stores them; `lata` and `rateCenter` are still sent for most. */
export function toRegion(seed: number, exchange: Exchange): Region | undefined {
  const { place, prefix, index } = exchange
  if (!place) return undefined
  const hasRateCenter = unit(seed, index, 501) < 0.8
  const hasPosition = unit(seed, index, 502) < 0.95
  return {
    prefix,
    city: place.city.toUpperCase(),
    state: place.state,
    zipcode: place.zip,
    ...(hasRateCenter && { lata: place.lata, rateCenter: place.rateCenter }),
    ...(hasPosition && { latitude: place.latitude, longitude: place.longitude }),
    timeZone: place.timeZone,
  }
}

/** Without a country code, although the carrier's own text says otherwise. */
const nationalFormat = (number: string): string => `(${number.slice(1, 4)}) ${number.slice(4, 7)}-${number.slice(7)}`

/** Describes numbers; the regions are made once for an exchange and shared. */
export function createDescribe(seed: number, exchangeOf: (number: string) => Exchange | null) {
  const regions = new Map<number, Region | undefined>()
  const regionOf = (exchange: Exchange): Region | undefined => {
    if (!regions.has(exchange.index)) regions.set(exchange.index, toRegion(seed, exchange))
    return regions.get(exchange.index)
  }
  const describe = (number: string): CatalogueNumber => {
    const exchange = exchangeOf(number)
    const region = exchange ? regionOf(exchange) : undefined
    const known = { number, nationalFormat: nationalFormat(number), tollFree: exchange?.tollFree ?? false }
    return region ? { ...known, region } : known
  }
  return { describe, regionOf }
}

export type Describe = ReturnType<typeof createDescribe>
