import type { OwnedNumber } from '../../../shared/model/number.ts'
import type { Page, Provider } from '../ports.ts'
import { DetailsAhead, pullDetails } from './details-ahead.ts'
import { finishPart, type Lane, type Reading, readList, stopIfCancelled } from './reading.ts'

/** The list of owned numbers and, where it leaves out where they ring, their details. */
export function numbersLane({ numbers }: Provider): Lane {
  if (!numbers.pullDetails) return [{ part: 'numbers', read: (reading) => readNumbers(reading, null) }]
  const first: { ahead: DetailsAhead | null } = { ahead: null }
  return [
    {
      part: 'numbers',
      read: async (reading) => {
        first.ahead = reading.isFirst ? new DetailsAhead(reading) : null
        await readNumbers(reading, first.ahead)
      },
    },
    { part: 'numberDetails', read: (reading) => readDetails(reading, first.ahead) },
  ]
}

/** A provider may list a number twice; it is counted once. */
async function readNumbers(reading: Reading, ahead: DetailsAhead | null): Promise<void> {
  const { provider, run, signal, ports, tell } = reading
  const seen = new Set<string>()
  try {
    await readList(reading, 'numbers', {
      pull: () => announced(provider.numbers.pull(signal), ahead),
      save: (numbers) => {
        ports.storage.numbers.saveNumbers(run, numbers)
        for (const { number } of numbers) seen.add(number)
      },
    })
  } finally {
    ahead?.close()
  }
  tell.found(seen.size)
}

/** A page is asked for when the one before it is stored: then its numbers' details may be read, all in one question. */
async function* announced(pages: AsyncIterable<Page<OwnedNumber>>, ahead: DetailsAhead | null) {
  for await (const page of pages) {
    yield page
    ahead?.add(page.items.map(({ number }) => number))
  }
}

/** All that is left in one pull: batches of our own would make the line idle between them. */
async function readDetails(reading: Reading, ahead: DetailsAhead | null): Promise<void> {
  const wanted = ahead ? await ahead.rest() : await numbersWithoutDetails(reading)
  if (!ahead) reading.tell.begun('numberDetails', wanted.length)
  if (wanted.length > 0) await pullDetails(reading, wanted)
  await finishPart(reading, 'numberDetails')
}

/** In the order in which they should be read; after a crash only those that the interrupted run had not reached. */
async function numbersWithoutDetails(reading: Reading): Promise<readonly string[]> {
  const { ports, run } = reading
  const { numbers } = ports.storage
  const all: string[] = []
  for (let after: string | null = null; ; ) {
    stopIfCancelled(reading)
    const some = numbers.withoutDetails(run, numbers.maxChunk, after)
    all.push(...some)
    after = some.at(-1) ?? null
    if (after === null) return all
    await ports.breathe()
  }
}
