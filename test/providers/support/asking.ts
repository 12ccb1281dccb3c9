import type { MarketAsk, OfferPage, Provider } from '../../../electron/core/ports.ts'
import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { OddRow } from '../../../shared/model/sync.ts'
import { type Pattern, readPattern } from '../../../shared/pattern.ts'
import { never } from './provider.ts'

export function pattern(typed: string): Pattern {
  const read = readPattern(typed)
  if (!read.ok || read.pattern === null) throw new Error(`not a pattern: ${typed}`)
  return read.pattern
}

export const anything: MarketAsk = {
  kind: 'local',
  city: null,
  state: null,
  zip: null,
  prefix: null,
  rateCenter: null,
  pattern: null,
  count: 50,
}

export type Found = {
  readonly items: readonly CatalogueNumber[]
  readonly numbers: readonly string[]
  readonly odd: readonly OddRow[]
  readonly notes: readonly string[]
  readonly pages: readonly OfferPage[]
}

export async function searchAt({ market }: Provider, ask: Partial<MarketAsk>, signal = never): Promise<Found> {
  if (market === undefined) throw new Error('nothing is sold here')
  const pages: OfferPage[] = []
  for await (const page of market.search({ ...anything, ...ask }, signal)) pages.push(page)
  const items = pages.flatMap((page) => page.items)
  return {
    items,
    numbers: items.map(({ number }) => number),
    odd: pages.flatMap(({ odd }) => odd),
    notes: pages.flatMap(({ notes }) => notes),
    pages,
  }
}
