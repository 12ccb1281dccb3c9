import type { Region } from '../../../shared/model/market.ts'
import type { Place } from '../../../shared/model/number.ts'
import type { RowReader } from '../decode.ts'
import { type WireRegion, wireRegion } from './wire.ts'

export const toPlace = (region: WireRegion): Place => ({
  city: region.city ?? null,
  state: region.state?.toUpperCase() ?? null,
  zip: region.zipcode ?? null,
  country: region.country ?? null,
  rateCenter: region.rateCenter ?? null,
  lata: region.lata ?? null,
  prefix: region.prefix ?? null,
  timeZone: region.timeZone ?? null,
})

export const regionReader: RowReader<WireRegion, Region> = {
  schema: wireRegion,
  toItem: (wire) => ({ ...toPlace(wire), latitude: wire.latitude ?? null, longitude: wire.longitude ?? null }),
  needs: ': expected object',
}
