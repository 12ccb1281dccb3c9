import type { MarketQuery } from '../../../shared/model/market.ts'

/** How many numbers are looked for at each account unless something else is said: a screen or two. */
export const usualCount = 50

/** A search for anything. */
export const anything: MarketQuery = {
  kind: 'local',
  city: '',
  state: '',
  zip: '',
  prefix: '',
  rateCenter: '',
  pattern: '',
  count: usualCount,
  accountIds: [],
}

/** What a toll-free number does not have is not asked for, whatever was typed before the kind was changed. */
export const toAsked = (form: MarketQuery): MarketQuery =>
  form.kind === 'local' ? form : { ...form, city: '', state: '', zip: '', rateCenter: '' }

/** The number of a field that holds no number crosses the wall as null; main then says what belongs there. */
export const isSameQuery = (a: MarketQuery, b: MarketQuery): boolean => JSON.stringify(a) === JSON.stringify(b)
