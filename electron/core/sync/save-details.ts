import type { NumberDetails } from '../ports.ts'
import type { Reading, Save } from './reading.ts'

/** A detail read gives the whole number again, and where it rings. */
export const saveDetails =
  ({ ports, run }: Reading): Save<NumberDetails> =>
  (details) =>
    ports.storage.numbers.saveDetails(run, details)
