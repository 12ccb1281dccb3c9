import { formatPhone } from '../../../shared/phone.ts'
import { toPlaceName } from '../../../shared/place-name.ts'
import type { Project } from '../ports.ts'
import { ringsAt } from './rings-at.ts'
import { toSearchText } from './search-text.ts'

/** What the numbers table shows, sorts and finds of a snapshot. Pure: the same snapshot always gives the same row. */
export const project: Project = ({ number, routing, route }) => {
  const place = toPlaceName(number.place)
  const rings = ringsAt(routing, route)
  const searchText = toSearchText({ number, routing, route, place })
  return { display: formatPhone(number.number), place, rings, searchText }
}
