import { hash32, unit } from '../kit/random.ts'

const names = [
  'front desk',
  'office',
  'web shop',
  'van 1',
  'van 2',
  'van 3',
  'night line',
  'bookings',
  'billing',
  'radio ad',
  'flyer spring',
  'billboard I-5',
  'Google Ads',
  'Yelp',
  'support',
  'after hours',
  'fax',
  'warehouse',
  'Owner’s mobile',
  'Atelier Zoë',
] as const

/** What is told of a number by its digits alone, the same at every start. */
export type Traits = {
  /** Null and the empty text both mean "never named", as carriers mix them. Several numbers may share a name. */
  readonly alias: string | null
  /** Days that the account has held it: 0 to about eight years, most of them young. */
  readonly ageDays: number
  /** Made before the carrier changed its words: `standard` where it says `longcode` today. */
  readonly oldRecord: boolean
}

const keyOf = (number: string) => Number(number) % 0x7fff_ffff

/** The alias alone, for looking through a hundred thousand numbers. */
export function aliasOf(seed: number, number: string): string | null {
  const key = keyOf(number)
  const roll = unit(seed, key, 41)
  if (roll < 0.3) return null
  if (roll < 0.38) return ''
  return names[hash32(seed, key, 42) % names.length] ?? null
}

export function traitsOf(seed: number, number: string): Traits {
  const key = keyOf(number)
  const ageDays = Math.floor(2_900 * unit(seed, key, 43) ** 2)
  return { alias: aliasOf(seed, number), ageDays, oldRecord: ageDays > 1_200 }
}
