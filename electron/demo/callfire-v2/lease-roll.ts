import type { OwnedNumbers } from '../catalogue/owned.ts'

/** Which numbers the account holds: the first ones by their place in the catalogue, later ones in the order they came. */
export type LeaseRoll = {
  /** Places of all held numbers, in listing order. A place is never given twice. */
  readonly held: readonly number[]
  /** Grows with every change of `held`. */
  readonly version: number
  numberAt(place: number): string
  /** -1 when the account does not hold it. */
  placeOf(number: string): number
  add(number: string): number
  remove(places: readonly number[]): void
}

export function createLeaseRoll(owned: OwnedNumbers): LeaseRoll {
  const later: string[] = []
  const laterPlaces = new Map<string, number>()
  const gone = new Set<number>()
  let held = Array.from({ length: owned.count }, (_, place) => place)
  let version = 0
  const numberAt = (place: number) => owned.at(place) ?? later[place - owned.count] ?? ''
  return {
    get held() {
      return held
    },
    get version() {
      return version
    },
    numberAt,
    placeOf(number) {
      const place = laterPlaces.get(number) ?? owned.indexOf(number)
      return gone.has(place) ? -1 : place
    },
    add(number) {
      const place = owned.count + later.push(number) - 1
      laterPlaces.set(number, place)
      held = [...held, place]
      version += 1
      return place
    },
    remove(places) {
      for (const place of places) gone.add(place)
      held = held.filter((place) => !gone.has(place))
      version += 1
    },
  }
}
