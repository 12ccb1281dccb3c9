import { today } from '../../../shared/calendar.ts'
import { FailureError } from '../../../shared/failure.ts'
import type { OddRow, SyncPart } from '../../../shared/model/sync.ts'
import type { Page, Ports, Provider, SyncRun } from '../ports.ts'

/** What the readers of the parts tell while they read. */
export type Tell = {
  readonly begun: (part: SyncPart, total: number | null) => void
  readonly total: (part: SyncPart, total: number | null) => void
  readonly rows: (part: SyncPart, rows: number) => void
  readonly odd: (rows: readonly OddRow[]) => void
  readonly found: (numbers: number) => void
  readonly gone: (part: SyncPart, rows: number) => void
}

/** One run of one account on its way through the lists. */
export type Reading = {
  readonly ports: Pick<Ports, 'storage' | 'now' | 'breathe'>
  readonly provider: Provider
  readonly run: SyncRun
  /** Nothing of this account was read before, not even by a run that was interrupted. */
  readonly isFirst: boolean
  readonly signal: AbortSignal
  readonly tell: Tell
}

export type PartReader = { readonly part: SyncPart; readonly read: (reading: Reading) => Promise<void> }
/** Parts that must follow one another. Lanes are read side by side; the provider's own pacing is the only limit. */
export type Lane = readonly PartReader[]

export type Save<Item> = (items: readonly Item[]) => void

/** Reads a list to its end and closes the part. A list that breaks off is not closed: half of it deletes nothing. */
export async function readList<Item>(
  reading: Reading,
  part: SyncPart,
  { pages, save }: { readonly pages: AsyncIterable<Page<Item>>; readonly save: Save<Item> },
): Promise<void> {
  reading.tell.begun(part, null)
  for await (const page of pages) await savePage(reading, part, { page, save })
  await finishPart(reading, part)
}

export async function savePage<Item>(
  reading: Reading,
  part: SyncPart,
  { page, save }: { readonly page: Page<Item>; readonly save: Save<Item> },
): Promise<void> {
  const { tell, ports } = reading
  tell.total(part, page.total)
  tell.odd(page.odd)
  for (const chunk of chunks(page.items, ports.storage.numbers.maxChunk)) {
    stopIfCancelled(reading)
    save(chunk)
    tell.rows(part, chunk.length)
    await ports.breathe()
  }
}

/** Only after the whole list came: what was not in it is marked gone with today's date. */
export async function finishPart(reading: Reading, part: SyncPart): Promise<void> {
  const { ports, run, tell } = reading
  const { sync, numbers } = ports.storage
  for (let left = true; left; ) {
    stopIfCancelled(reading)
    const step = sync.finishPart(run, part, today(ports.now()), numbers.maxChunk)
    tell.gone(part, step.gone)
    left = step.left
    if (left) await ports.breathe()
  }
}

export function stopIfCancelled({ signal, run }: Reading): void {
  if (signal.aborted) throw new FailureError({ kind: 'cancelled', accountId: run.accountId })
}

function* chunks<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
