import type { NumberDetails } from '../ports.ts'
import type { Reading, Save } from './reading.ts'

/** A detail read gives the whole number again, and where it rings. */
export const saveDetails =
  ({ ports, run }: Reading): Save<NumberDetails> =>
  (details) => {
    const { numbers } = ports.storage
    const routings = details.map(({ number, routing }) => ({ number: number.number, routing }))
    numbers.saveNumbers(
      run,
      details.map(({ number }) => number),
    )
    numbers.saveRoutings(run, routings)
  }
