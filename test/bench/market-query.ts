import type { MarketQuery } from '../../shared/model/market.ts'

/** Asks every account, and for nothing yet. */
export const anyNumber: MarketQuery = {
  kind: 'local',
  city: '',
  state: '',
  zip: '',
  prefix: '',
  rateCenter: '',
  pattern: '',
  count: 50,
  accountIds: [],
}
