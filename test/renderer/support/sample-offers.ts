import type { BasketLine, MarketQuery, MarketResults, OfferRow } from '../../../shared/model/market.ts'
import type { Purchase, PurchaseDetail, PurchaseItem } from '../../../shared/model/purchase.ts'
import { countsOf } from '../../../shared/model/purchase.ts'
import { zero } from '../../../shared/money.ts'
import { formatPhone } from '../../../shared/phone.ts'
import { noon } from './sample-rows.ts'

export const sampleQuery: MarketQuery = {
  kind: 'local',
  city: 'Seattle',
  state: 'WA',
  zip: '',
  prefix: '',
  rateCenter: '',
  pattern: 'CAKE',
  count: 50,
  accountIds: [],
}

export function sampleOffer(at: number, more: Partial<OfferRow> = {}): OfferRow {
  const number = `+1206555${String(at).padStart(4, '0')}`
  return {
    accountId: 'fr',
    number,
    kind: 'local',
    place: {
      city: 'SEATTLE',
      state: 'WA',
      zip: null,
      country: null,
      rateCenter: null,
      lata: null,
      prefix: null,
      timeZone: null,
    },
    setup: { amount: '1', currency: 'USD' },
    monthly: { amount: '1.25', currency: 'USD' },
    seenAt: noon,
    display: formatPhone(number),
    match: null,
    words: [],
    memorable: 0,
    firstYear: { amount: '16', currency: 'USD' },
    standing: 'free',
    ownedBy: null,
    ...more,
  }
}

/** What main answers for a search that found `all`, of which the window is cut out. */
export const sampleResults = (
  all: readonly OfferRow[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
  more: Partial<MarketResults> = {},
): MarketResults => ({
  searchId: 'search-1',
  query: sampleQuery,
  askedAt: noon,
  parts: [{ accountId: 'fr', state: 'done', found: all.length, failure: null, notes: [] }],
  rows: all.slice(offset, offset + limit),
  offset,
  total: all.length,
  alternatives: [],
  watched: false,
  ...more,
})

export const basketOf = (rows: readonly OfferRow[]) => ({
  count: rows.length,
  groups: [
    {
      accountId: 'fr',
      lines: rows.map((row): BasketLine => ({ ...row, addedAt: noon, standing: 'free' })),
      setup: zero,
      monthly: zero,
      unknownPrices: 0,
      budget: { perOrder: null, perMonth: null, spent: zero, spentUnknown: 0 },
    },
  ],
})

export function sampleDetail(items: readonly Partial<PurchaseItem>[], more: Partial<Purchase> = {}): PurchaseDetail {
  const whole = items.map(
    (item, slot): PurchaseItem => ({
      slot,
      thing: `+120655522${String(slot).padStart(2, '0')}`,
      state: 'checking',
      said: null,
      since: noon,
      setup: null,
      monthly: null,
      letGo: false,
      ...item,
    }),
  )
  const counts = countsOf(whole)
  const purchase: Purchase = {
    id: 'purchase-1',
    accountId: 'cf',
    accountName: 'Bakery',
    api: 'callfire-v2',
    kind: 'numbers',
    createdAt: noon,
    settledAt: counts.checking > 0 ? null : noon + 1000,
    items: whole,
    counts,
    count: null,
    orderId: null,
    total: null,
    lookAt: null,
    ...more,
  }
  return { purchase, events: [] }
}
