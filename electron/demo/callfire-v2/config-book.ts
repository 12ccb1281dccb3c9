import { type ConfigState, configStateAt } from './config-rows.ts'
import type { NumberConfig } from './documents.ts'
import type { LeaseRoll } from './lease-roll.ts'

export type ConfigBook = {
  at(place: number): NumberConfig
  /** Null: the account does not hold the number. */
  find(number: string): NumberConfig | null
  /** Puts a new configuration in place of the old one. False: not held. */
  replace(number: string, state: ConfigState): boolean
}

/** Numbers that came later than the start are not configured yet. */
export function createConfigBook(seed: number, roll: LeaseRoll, owned: number): ConfigBook {
  const changed = new Map<number, ConfigState>()
  const stateAt = (place: number) => changed.get(place) ?? (place < owned ? configStateAt(seed, place) : {})
  const at = (place: number): NumberConfig => ({ number: roll.numberAt(place), ...stateAt(place) })
  return {
    at,
    find: (number) => {
      const place = roll.placeOf(number)
      return place < 0 ? null : at(place)
    },
    replace: (number, state) => {
      const place = roll.placeOf(number)
      if (place >= 0) changed.set(place, state)
      return place >= 0
    },
  }
}
