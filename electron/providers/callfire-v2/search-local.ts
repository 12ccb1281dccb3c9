import { FailureError } from '../../../shared/failure.ts'
import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { MarketAsk, OfferPage } from '../../core/ports.ts'
import { beginningOf, createNotes, createTake, excluded, fitsDigits, hasMore, stateOf } from '../asked.ts'
import { gather } from '../gather.ts'
import type { Query } from '../http.ts'
import { isSameRateCenter } from '../rate-center.ts'
import { readForSale } from './for-sale.ts'
import { type Api, pageLimit } from './lists.ts'
import { toPrefix } from './place-filter.ts'
import { readPrefixes } from './prefixes.ts'

const filtered =
  'CallFire local numbers can only be searched by place and leading digits; the pattern was filtered here.'
const noRateCenters = 'CallFire cannot be searched by rate center; it was compared here wherever CallFire tells one.'
const mayBeMore =
  'CallFire shows at most 1,000 numbers at a time and has no next page, so there may be more. An area code with exchange, such as 206555, narrows it.'

/** Callers have checked that there is something to ask for. */
function toQuery(ask: MarketAsk, beginning: string): Query {
  const prefix = toPrefix(beginning.slice(0, 6)) ?? undefined
  return {
    prefix,
    city: ask.city?.toUpperCase(),
    state: stateOf(ask) ?? undefined,
    zipcode: ask.zip ?? undefined,
  }
}

function needsPlace(ask: MarketAsk): FailureError {
  const why = ask.rateCenter === null ? '' : 'CallFire cannot be searched by rate center. '
  const problem = `${why}CallFire needs a place to look for local numbers: fill in a city, a state, a ZIP or an area code.`
  return new FailureError({ kind: 'invalid', field: 'city', problem })
}

type Search = {
  readonly ask: MarketAsk
  readonly beginning: string
  readonly query: Query
  /** Not everything can be asked for, so that a page holds fewer than were wanted. */
  readonly isFiltered: boolean
}

/** What is asked for beside the ZIP, of which CallFire says itself that it may give the nearest one. */
function fits(item: CatalogueNumber, { ask, beginning }: Search): boolean {
  const { city, state, rateCenter } = item.place
  const differs = (told: string | null, wanted: string | null) =>
    told !== null && wanted !== null && told.trim().toUpperCase() !== wanted.toUpperCase()
  if (differs(city, ask.city) || differs(state, ask.state)) return false
  if (rateCenter !== null && ask.rateCenter !== null && !isSameRateCenter(rateCenter, ask.rateCenter)) return false
  return fitsDigits(item, ask, beginning)
}

/** Null: every number is of the ZIP that was asked for, as far as CallFire tells. */
function otherZips(items: readonly CatalogueNumber[], { zip }: MarketAsk): string | null {
  const zips = [...new Set(items.flatMap(({ place }) => place.zip ?? []))].filter(
    (told) => zip !== null && told !== zip,
  )
  if (zips.length === 0) return null
  const named = zips.length > 3 ? `${zips.slice(0, 3).join(', ')} and others` : zips.join(', ')
  return `CallFire has nothing in ZIP ${zip} and gave numbers of the nearest one instead: ${named}.`
}

export async function* searchLocal(api: Api, ask: MarketAsk, signal: AbortSignal): AsyncGenerator<OfferPage> {
  const beginning = beginningOf(ask)
  if (beginning === null) return yield { items: [], odd: [], notes: [excluded] }
  const query = toQuery(ask, beginning)
  if (Object.values(query).every((value) => value === undefined)) throw needsPlace(ask)
  const isFiltered = hasMore(ask) || ask.rateCenter !== null || query.prefix !== (toPrefix(beginning) ?? undefined)
  const search: Search = { ask, beginning, query, isFiltered }
  const { take, left } = createTake(ask.count)
  const first = await readForSale(api, 'local', { limit: limitOf(search, left()), query, signal })
  const fitting = first.items.filter((item) => fits(item, search))
  const substituted = otherZips(fitting, ask)
  const byPattern = hasMore(ask) || query.prefix !== (toPrefix(beginning) ?? undefined)
  const why = [byPattern ? filtered : null, ask.rateCenter === null ? null : noRateCenters, substituted]
  yield { items: take(fitting), odd: first.odd, notes: createNotes()(...why) }
  if (!first.isFull || left() === 0) return
  if (beginning.length < 6 && substituted === null) yield* searchExchanges(api, search, { take, left, signal })
  else yield { items: [], odd: [], notes: [mayBeMore] }
}

const limitOf = ({ isFiltered }: Search, left: number): number => (isFiltered ? pageLimit : Math.min(left, pageLimit))

type Going = ReturnType<typeof createTake> & { readonly signal: AbortSignal }

/** There is no next page, but each exchange of the place has a first one. */
async function* searchExchanges(api: Api, search: Search, { take, left, signal }: Going): AsyncGenerator<OfferPage> {
  const { prefixes, isAll } = await readPrefixes(api, search.query, signal)
  const waiting = prefixes.values()
  const next = () => {
    const prefix = left() === 0 ? undefined : waiting.next().value
    if (prefix === undefined) return null
    const query = { ...search.query, prefix }
    return (both: AbortSignal) => readForSale(api, 'local', { limit: limitOf(search, left()), query, signal: both })
  }
  let isWhole = isAll
  for await (const { items, odd, isFull } of gather({ next, window: 4, signal })) {
    if (isFull) isWhole = false
    const fitting = take(items.filter((item) => fits(item, search)))
    if (fitting.length + odd.length > 0) yield { items: fitting, odd, notes: [] }
    if (left() === 0) return
  }
  if (!isWhole) yield { items: [], odd: [], notes: [mayBeMore] }
}
