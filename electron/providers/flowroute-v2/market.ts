import type { AreaCode, Exchange } from '../../../shared/model/market.ts'
import type { RowReader } from '../decode.ts'
import { type WireMarketRow, wireMarketRow } from './wire.ts'

/** The one list whose pages may hold more than 200 rows. */
export const areaCodeLimit = 400

export const areaCodeReader: RowReader<WireMarketRow, AreaCode> = {
  schema: wireMarketRow,
  needs: '.id: expected three digits',
  toItem: ({ id }) => (id && /^\d{3}$/.test(id) ? { areaCode: id } : null),
}

/** The id is area code and exchange in one. */
export const exchangeReader: RowReader<WireMarketRow, Exchange> = {
  schema: wireMarketRow,
  needs: '.id: expected six digits',
  toItem: ({ id }) => (id && /^\d{6}$/.test(id) ? { areaCode: id.slice(0, 3), exchange: id.slice(3) } : null),
}
