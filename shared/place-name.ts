import type { Place } from './model/number.ts'

/** Nothing of it was said. */
export const noPlace: Place = {
  city: null,
  state: null,
  zip: null,
  country: null,
  rateCenter: null,
  lata: null,
  prefix: null,
  timeZone: null,
}

/**
 * "Seattle, WA". CallFire writes cities in capitals. Flowroute tells no city, only its rate center: `seattle` reads like one,
 * `nwyrcyzn01` does not, and stays in capitals, as the field writes it, so that nobody takes it for a misspelt town.
 */
export function toPlaceName({ city, rateCenter, state }: Place): string | null {
  const town = city === null ? toRateCenter(rateCenter) : toTown(city)
  return [town, state].filter((part) => part !== null && part !== '').join(', ') || null
}

const toRateCenter = (name: string | null): string | null =>
  name === null ? null : /\d/.test(name) ? name.toUpperCase() : capitalize(name)

/** Only what is all capitals is written anew: a provider that can spell "McAllen" is left alone. */
const toTown = (city: string): string => (city === city.toUpperCase() ? capitalize(city) : city)

const capitalize = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
