import { canadianPlaces } from './places-canada.ts'
import { centralPlaces } from './places-central.ts'
import { mountainPlaces } from './places-mountain.ts'
import { northeasternPlaces } from './places-northeast.ts'
import { southernPlaces } from './places-south.ts'
import { westernPlaces } from './places-west.ts'

/** A real place that an exchange of the catalogue serves. */
export type CataloguePlace = {
  readonly city: string
  /** Two letters, upper case: a state or a province. */
  readonly state: string
  readonly country: 'US' | 'CA'
  /** Upper case, whole words: `NEW YORK CITY ZONE 01`. */
  readonly rateCenter: string
  /** Lower case, at most ten signs: `nwyrcyzn01`. */
  readonly rateCenterShort: string
  readonly lata: string
  /** Five digits, or a Canadian postal code. */
  readonly zip: string
  readonly latitude: number
  readonly longitude: number
  /** IANA name. */
  readonly timeZone: string
}

const longest = 10

/** The way the numbering plan shortens a rate centre: no blanks, then vowels go from the end until it fits. */
export function shortRateCenter(name: string): string {
  const signs = [...name.toLowerCase().replace(/[^a-z0-9]/g, '')]
  for (let at = signs.length - 1; at > 0 && signs.length > longest; at -= 1) {
    if ('aeiou'.includes(signs[at] ?? '')) signs.splice(at, 1)
  }
  return signs.slice(0, longest).join('')
}

type Header = Pick<CataloguePlace, 'state' | 'country' | 'lata' | 'timeZone'>

function toPlace(header: Header, text: string): CataloguePlace {
  const [city = '', zip = '', latitude, longitude, named, short] = text.split(',')
  const rateCenter = named ?? city.toUpperCase().replace(/[^A-Z0-9 ]/g, ' ')
  const rateCenterShort = short ?? shortRateCenter(rateCenter)
  return { ...header, city, zip, latitude: Number(latitude), longitude: Number(longitude), rateCenter, rateCenterShort }
}

/**
 * One area code a line, an indented line goes on with the one above:
 * `areaCode;state;LATA;time zone;city,ZIP,latitude,longitude[,rate centre[,its short form]];…`.
 * An area code that lies in two LATAs or two zones has a line for each.
 */
function read(table: string, into: Map<string, CataloguePlace[]>) {
  const lines = table.trim().replaceAll('\n  ', ';').split('\n')
  for (const line of lines) {
    const [areaCode = '', state = '', lata = '', timeZone = '', ...cities] = line.split(';')
    const country = lata === '888' ? 'CA' : 'US'
    const places = cities.map((city) => toPlace({ state, country, lata, timeZone }, city))
    into.set(areaCode, [...(into.get(areaCode) ?? []), ...places])
  }
}

const tables = [westernPlaces, mountainPlaces, centralPlaces, southernPlaces, northeasternPlaces, canadianPlaces]

/** Area code to its places, the largest first. Area codes ascend. */
export function readPlaces(): ReadonlyMap<string, readonly CataloguePlace[]> {
  const places = new Map<string, CataloguePlace[]>()
  for (const table of tables) read(table, places)
  return new Map([...places].sort(([one], [other]) => Number(one) - Number(other)))
}
