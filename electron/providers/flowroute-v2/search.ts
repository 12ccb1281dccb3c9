import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { MarketAsk, OfferPage } from '../../core/ports.ts'
import {
  beginningOf,
  createNotes,
  createTake,
  excluded,
  fitsDigits,
  listed,
  stateOf,
  tollFreePlaces,
} from '../asked.ts'
import type { Query } from '../http.ts'
import { isSameRateCenter, mayBeShortForm, toShortForm } from '../rate-center.ts'
import { availablePath, forSaleReader } from './for-sale.ts'
import { type Api, pageLimit, readListPage } from './lists.ts'

/** A search that has to look at more is better narrowed. */
const mostPages = 50

type Fits = (item: CatalogueNumber) => boolean

/** One way of asking. The next one is tried only when this one found nothing. */
type Way = {
  readonly query: Query
  readonly fits: Fits
  readonly isFiltered: boolean
  readonly notes: readonly string[]
}

const oneInside =
  'Flowroute can be asked for one run of digits inside a number; the other parts of the pattern were filtered here.'
const countryCode =
  'Flowroute’s search for digits inside a number counts the country code 1 in; numbers that matched only by it were left out here.'
const tooMany = `Flowroute has more numbers like these than were looked through (${mostPages * pageLimit} were). An area code, a state or a longer pattern narrows it.`
const noRateCenter =
  'Flowroute knows rate centers by short names such as NWYRCYZN01 and has no numbers under the name that was typed. Add a state or an area code, or type the short name.'

const unknownPlaces = ({ city, zip }: MarketAsk): readonly string[] =>
  [city && 'city', zip && 'ZIP'].flatMap((word) => word || [])

/** What Flowroute matches itself. `contains` takes one run of digits, so the longest goes there. */
function toDigitQuery(ask: MarketAsk, beginning: string): { readonly query: Query; readonly notes: readonly string[] } {
  const { contains = [], ends = '' } = ask.pattern ?? {}
  const inside = contains.filter((part) => part !== beginning)
  const longest = inside.toSorted((a, b) => b.length - a.length)[0]
  const query = {
    starts_with: beginning === '' ? undefined : `1${beginning}`,
    contains: longest,
    ends_with: ends === '' ? undefined : ends,
  }
  const notes = [...(inside.length > 1 ? [oneInside] : []), ...(longest?.startsWith('1') ? [countryCode] : [])]
  return { query, notes }
}

function toWays(ask: MarketAsk, beginning: string): readonly Way[] {
  const digits = toDigitQuery(ask, beginning)
  const isTollFree = ask.kind === 'tollFree'
  const state = isTollFree ? null : stateOf(ask)
  const base: Query = { ...digits.query, number_type: isTollFree ? 'toll-free' : 'longcode', state: state ?? undefined }
  const isState: Fits = ({ place }) => state === null || place.state === null || place.state === state
  const fits: Fits = (item) => fitsDigits(item, ask, beginning) && isState(item)
  const way: Way = { query: base, fits, isFiltered: digits.notes.length > 0, notes: digits.notes }
  const isNarrow = state !== null || beginning.length >= 3
  return ask.rateCenter === null || isTollFree ? [way] : rateCenterWays(way, ask.rateCenter, isNarrow)
}

/** As typed, then as such a name is usually shortened, then by comparing what is there with what was typed. */
function rateCenterWays(way: Way, typed: string, isNarrow: boolean): readonly Way[] {
  const named = (rateCenter: string, notes: readonly string[]): Way => ({
    ...way,
    query: { ...way.query, rate_center: rateCenter },
    notes: [...way.notes, ...notes],
  })
  const short = toShortForm(typed)
  const asShort = `Flowroute knows rate centers by short names only; “${typed}” was looked for as ${short}.`
  const compared = `Flowroute knows rate centers by short names only; they were compared with “${typed}” here.`
  const matches: Fits = ({ place }) => place.rateCenter !== null && isSameRateCenter(place.rateCenter, typed)
  return [
    ...(mayBeShortForm(typed) ? [named(typed.trim().toUpperCase(), [])] : []),
    ...(short === '' || short === typed.trim().toUpperCase() ? [] : [named(short, [asShort])]),
    ...(isNarrow
      ? [
          {
            ...way,
            fits: (item) => way.fits(item) && matches(item),
            isFiltered: true,
            notes: [...way.notes, compared],
          } satisfies Way,
        ]
      : []),
  ]
}

export async function* search(api: Api, ask: MarketAsk, signal: AbortSignal): AsyncGenerator<OfferPage> {
  const beginning = beginningOf(ask)
  const nothing = (note: string): OfferPage => ({ items: [], odd: [], notes: [note] })
  if (beginning === null) return yield nothing(excluded)
  const { places, isLost } = placeNote(ask, beginning)
  if (isLost && places !== null) return yield nothing(places)
  const tell = createNotes()
  const first = tell(places, ask.kind === 'tollFree' ? tollFreePlaces(ask) : null)
  if (first.length > 0) yield { items: [], odd: [], notes: first }
  const { take, left } = createTake(ask.count)
  for (const way of toWays(ask, beginning)) {
    for await (const { items, odd, notes } of readPages(api, way, { left, signal })) {
      const fitting = take(items.filter(way.fits))
      const told = tell(...way.notes, ...notes)
      if (fitting.length + odd.length + told.length > 0) yield { items: fitting, odd, notes: told }
      if (left() === 0) return
    }
    if (left() < ask.count) return
  }
  if (ask.rateCenter !== null && ask.kind === 'local') yield { items: [], odd: [], notes: tell(noRateCenter) }
}

/** Cities and ZIP codes cannot be asked for; with nothing else to go by, all of the country would be the answer. */
function placeNote(ask: MarketAsk, beginning: string): { readonly places: string | null; readonly isLost: boolean } {
  const unknown = ask.kind === 'tollFree' ? [] : unknownPlaces(ask)
  if (unknown.length === 0) return { places: null, isLost: false }
  const words = listed(unknown)
  const isLost = ask.state === null && ask.rateCenter === null && beginning.length < 3
  const places = isLost
    ? `Flowroute cannot be searched by ${words}. Add a state, an area code or a rate center to search it too.`
    : `Flowroute cannot be searched by ${words}; what else was filled in was asked for.`
  return { places, isLost }
}

type Reading = { readonly left: () => number; readonly signal: AbortSignal }

async function* readPages(api: Api, way: Way, { left, signal }: Reading): AsyncGenerator<OfferPage> {
  let offset = 0
  for (let page = 0; page < mostPages; page += 1) {
    const limit = way.isFiltered ? pageLimit : Math.min(left(), pageLimit)
    const list = { path: availablePath, reader: forSaleReader, query: way.query }
    const came = await readListPage(api, list, { span: { offset, limit }, signal })
    yield { items: came.page.items, odd: came.page.odd, notes: [] }
    if (came.nextOffset === null) return
    offset = came.nextOffset
  }
  yield { items: [], odd: [], notes: [tooMany] }
}
