import { fold } from '../../../shared/fold.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import type { Route } from '../../../shared/model/route.ts'
import { toDigits } from '../../../shared/phone.ts'
import { sketchDialplan } from './dialplan.ts'

type Searched = {
  readonly number: OwnedNumber
  readonly routing: NumberRouting | null
  readonly route: (id: string) => Route | null
  readonly place: string | null
}

/** The number's own digits in the first line, then whatever else may find it, folded, each part once. */
export function toSearchText({ number, routing, route, place }: Searched): string {
  const words = [place, number.place.zip, number.alias, ...number.labels, number.note]
  const parts = [...words, ...routingWords(routing, route)]
    .filter((part): part is string => part !== null && part !== '')
    .map((part) => fold(part).replace(/\s+/g, ' '))
  return [...new Set([toDigits(number.number), ...parts])].join('\n')
}

function routingWords(routing: NumberRouting | null, route: Searched['route']): readonly (string | null)[] {
  if (routing === null) return []
  if (routing.kind === 'routes') {
    return [routing.primary, routing.failover].flatMap((id) => {
      const found = id === null ? null : route(id)
      return found ? [found.name, found.target] : []
    })
  }
  const { config } = routing
  if (config.kind === 'tracking') return config.tracking.transferNumbers.map(toDigits)
  return config.kind === 'ivr' ? sketchDialplan(config.dialplanXml).transfers.map(toDigits) : []
}
