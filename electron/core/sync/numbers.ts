import type { NumberDetails } from '../ports.ts'
import { finishPart, type Reading, readList, savePage, stopIfCancelled } from './reading.ts'

/** The list of owned numbers. A provider may list a number twice; it is counted once. */
export async function readNumbers(reading: Reading): Promise<void> {
  const { provider, run, signal, ports, tell } = reading
  const seen = new Set<string>()
  await readList(reading, 'numbers', {
    pages: provider.numbers.pull(signal),
    save: (numbers) => {
      ports.storage.numbers.saveNumbers(run, numbers)
      for (const { number } of numbers) seen.add(number)
    },
  })
  tell.found(seen.size)
}

/** What the list leaves out, for all numbers in one pull: batches of our own would make the line idle between them. */
export async function readDetails(reading: Reading): Promise<void> {
  const { provider, run, signal, ports, tell } = reading
  if (!provider.numbers.pullDetails) return
  const wanted = await numbersWithoutDetails(reading)
  tell.begun('numberDetails', wanted.length)
  const { numbers } = ports.storage
  const save = (details: readonly NumberDetails[]) => {
    numbers.saveNumbers(
      run,
      details.map(({ number }) => number),
    )
    numbers.saveRoutings(
      run,
      details.map(({ number, routing }) => ({ number: number.number, routing })),
    )
  }
  if (wanted.length > 0) {
    const pages = provider.numbers.pullDetails(wanted, signal)
    for await (const page of pages) await savePage(reading, 'numberDetails', { page: { ...page, total: null }, save })
  }
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
