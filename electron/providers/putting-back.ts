import { type Failure, isFailure } from '../../shared/failure.ts'
import type { Owner } from './documents.ts'
import { whyNot } from './why-not.ts'

/** The provider's own no, to this one part. */
const refusals: ReadonlySet<Failure['kind']> = new Set(['refused', 'forbidden', 'notFound'])

/**
 * Puts one part of a number's settings back. Gives nothing when it went well, a whole sentence when the provider refused this
 * part; whatever else went wrong concerns all parts and is thrown.
 */
export async function putBack(what: string, provider: Owner, send: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await send()
    return []
  } catch (error) {
    if (!isFailure(error) || !refusals.has(error.failure.kind)) throw error
    return [`${what} could not be put back. ${whyNot(error.failure, provider)}`]
  }
}
