import { type Failure, isFailure } from '../../../shared/failure.ts'
import type { SyncPart } from '../../../shared/model/sync.ts'
import type { Scrub } from '../accounts/scrub.ts'
import type { Lane, PartReader, Reading } from './reading.ts'

export type PartFailure = { readonly part: SyncPart; readonly failure: Failure }

type Course = {
  readonly reading: Reading
  /** Parts that an interrupted run had finished. */
  readonly skip: ReadonlySet<SyncPart>
  readonly failed: (failure: PartFailure) => void
  readonly ended: (part: SyncPart) => void
  readonly scrub: () => Scrub
}

/** These concern the account as a whole: going on with another part would fail the same way, or do harm. */
const concernsAll: ReadonlySet<Failure['kind']> = new Set(['unauthorized', 'keysMissing', 'vault', 'disk', 'cancelled'])

/** Reads all lanes side by side. Gives the parts that failed on their own; throws what stopped everything, when all has stopped. */
export async function readLanes(lanes: readonly Lane[], course: Course): Promise<readonly PartFailure[]> {
  const halt = new AbortController()
  const signal = AbortSignal.any([course.reading.signal, halt.signal])
  const failures: PartFailure[] = []
  const stops: unknown[] = []
  const readLane = async (lane: Lane) => {
    try {
      for (const part of lane) {
        const failure = await readPart(part, { ...course, reading: { ...course.reading, signal } })
        if (failure) failures.push(failure)
      }
    } catch (error) {
      stops.push(error)
      halt.abort()
    }
  }
  await Promise.all(lanes.map(readLane))
  // The first is the cause; the others only say that they were stopped by it.
  if (stops.length > 0) throw stops[0]
  return failures
}

async function readPart({ part, read }: PartReader, course: Course): Promise<PartFailure | null> {
  if (course.skip.has(part)) return null
  try {
    await read(course.reading)
    return null
  } catch (error) {
    if (part === 'numbers' || course.reading.signal.aborted) throw error
    if (!isFailure(error) || concernsAll.has(error.failure.kind)) throw error
    const failure: PartFailure = { part, failure: course.scrub()(error.failure) }
    course.failed(failure)
    return failure
  } finally {
    course.ended(part)
  }
}
