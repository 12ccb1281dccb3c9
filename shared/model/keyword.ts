import type { Lease, NumberState } from './number.ts'

/** A leased CallFire keyword: the word that people text to a short code. */
export type OwnedKeyword = {
  readonly keyword: string
  readonly shortCode: string | null
  readonly number: string | null
  readonly lease: Lease
  readonly state: NumberState
  readonly stateSaid: string | null
  readonly labels: readonly string[]
}
