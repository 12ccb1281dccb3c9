import { hash32 } from '../kit/random.ts'
import { type CataloguePlace, readPlaces } from './places.ts'
import { tollFreeWords } from './words.ts'

/** Ten thousand numbers: 1 + area code + three digits. */
export type Exchange = {
  /** Its row among all exchanges of the catalogue, which ascend by prefix. */
  readonly index: number
  readonly areaCode: string
  /** The three digits after the area code. */
  readonly exchange: string
  /** Seven digits with the leading 1: `1206441`. */
  readonly prefix: string
  /** The first of its ten thousand numbers. */
  readonly base: number
  readonly tollFree: boolean
  /** Null for toll-free. */
  readonly place: CataloguePlace | null
}

export const tollFreeAreaCodes = ['800', '833', '844', '855', '866', '877', '888'] as const

const perAreaCode = 12
const perTollFree = 24

const isExchange = (digits: number) => digits >= 200 && digits % 100 !== 11 && digits !== 555

/** That many different exchanges, ascending; `wanted` ones first. */
function choose(seed: number, areaCode: string, count: number, wanted: readonly number[] = []): readonly number[] {
  const chosen = new Set(wanted)
  for (let step = 0; chosen.size < count; step += 1) {
    const digits = 200 + (hash32(seed, step, Number(areaCode)) % 800)
    if (isExchange(digits)) chosen.add(digits)
  }
  return [...chosen].sort((one, other) => one - other)
}

/** The first place of an area code is its largest, so every other exchange is there. */
function placeOf(places: readonly CataloguePlace[], step: number): CataloguePlace | null {
  const at = step % 2 === 0 ? 0 : ((step - 1) / 2) % places.length
  return places[at] ?? null
}

type Draft = Omit<Exchange, 'index'>

function draft(areaCode: string, exchange: number, place: CataloguePlace | null): Draft {
  const prefix = `1${areaCode}${exchange}`
  return {
    areaCode,
    exchange: String(exchange),
    prefix,
    base: Number(prefix) * 10_000,
    tollFree: place === null,
    place,
  }
}

/** All exchanges of the catalogue, ascending by prefix. About two thousand. */
export function createExchanges(seed: number): readonly Exchange[] {
  const local = [...readPlaces()].flatMap(([areaCode, places]) =>
    choose(seed, areaCode, perAreaCode).map((digits, step) => draft(areaCode, digits, placeOf(places, step))),
  )
  const wanted = tollFreeWords.map(({ digits }) => Number(digits.slice(0, 3)))
  const tollFree = tollFreeAreaCodes.flatMap((areaCode) =>
    choose(seed, areaCode, perTollFree, wanted).map((digits) => draft(areaCode, digits, null)),
  )
  return [...local, ...tollFree]
    .sort((one, other) => one.base - other.base)
    .map((exchange, index) => ({ ...exchange, index }))
}
