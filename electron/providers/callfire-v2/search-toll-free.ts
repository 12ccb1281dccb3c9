import type { MarketAsk, OfferPage } from '../../core/ports.ts'
import { beginningOf, createNotes, createTake, excluded, fitsDigits, hasMore, tollFreePlaces } from '../asked.ts'
import { readForSale } from './for-sale.ts'
import { type Api, pageLimit } from './lists.ts'

/** 800, 833, 844, 855, 866, 877 and 888, as CallFire can be asked for them: a page for each instead of one for all. */
const everyPrefix = ['80*', '83*', '84*', '85*', '86*', '87*', '88*'] as const

const limited =
  'CallFire toll-free can only be searched by a three-character prefix such as 88*; the rest was filtered here.'
const mayBeMore = 'CallFire shows at most 1,000 toll-free numbers of a prefix, so there may be more than these.'

/** A pattern must have three characters and end in a star (callfire-v2.md section 6.3). Undefined: all of them. */
function patternsFor(beginning: string, isWide: boolean): readonly (string | undefined)[] {
  if (beginning.length >= 2) return [`${beginning.slice(0, 2)}*`]
  if (isWide && (beginning === '' || beginning === '8')) return everyPrefix
  return [beginning === '' ? undefined : `${beginning}**`]
}

export async function* searchTollFree(api: Api, ask: MarketAsk, signal: AbortSignal): AsyncGenerator<OfferPage> {
  const beginning = beginningOf(ask)
  const tell = createNotes()
  if (beginning === null) return yield { items: [], odd: [], notes: [excluded] }
  const isFiltered = hasMore(ask) || beginning.length > 2
  const { take, left } = createTake(ask.count)
  for (const pattern of patternsFor(beginning, isFiltered || ask.count > pageLimit)) {
    const limit = isFiltered ? pageLimit : Math.min(left(), pageLimit)
    const { items, odd, isFull } = await readForSale(api, 'tollfree', { limit, query: { pattern }, signal })
    const fitting = take(items.filter((item) => fitsDigits(item, ask, beginning)))
    const isShort = isFull && left() > 0
    const notes = tell(isFiltered ? limited : null, tollFreePlaces(ask), isShort ? mayBeMore : null)
    yield { items: fitting, odd, notes }
    if (left() === 0) return
  }
}
