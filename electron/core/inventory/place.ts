import type { Place } from '../../../shared/model/number.ts'

/** "Seattle, WA". Flowroute tells no city, only its rate centre, an abbreviation that mostly reads like one. */
export function toPlaceName({ city, rateCenter, state }: Place): string | null {
  const town = city ?? (rateCenter === null ? null : capitalize(rateCenter))
  return [town, state].filter((part) => part !== null && part !== '').join(', ') || null
}

const capitalize = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
