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

export type List<Item> = { readonly pull: () => AsyncIterable<Page<Item>>; readonly save: Save<Item> }

/**
 * Reads a list to its end and closes the part; one that breaks off is not closed. A list that changes while it is read moves rows
 * from one page to another, so a row is gone only when two readings lacked it; and none is while the list may hold rows unseen.
 */
export async function readList<Item>(reading: Reading, part: SyncPart, list: List<Item>): Promise<void> {
  const { run, ports } = reading
  let isWhole = await readOnce(reading, part, list)
  if (isWhole && ports.storage.sync.isAnyMissing(run, part)) {
    // What is odd in the list was told by the first reading.
    const tell = { ...reading.tell, odd: () => undefined }
    isWhole = await readOnce({ ...reading, tell }, part, list)
  }
  if (isWhole) await finishPart(reading, part)
}

/** False: the list may hold rows that we have not. */
async function readOnce<Item>(reading: Reading, part: SyncPart, { pull, save }: List<Item>): Promise<boolean> {
  reading.tell.begun(part, null)
  let isWhole = true
  for await (const page of pull()) {
    await savePage(reading, part, { page, save })
    // A row that could not be told may be any of those that seem to be missing.
    isWhole &&= page.incomplete !== true && page.odd.every(({ kept }) => kept)
  }
  return isWhole
}

export async function savePage<Item>(
  reading: Reading,
  part: SyncPart,
  { page, save }: { readonly page: Page<Item>; readonly save: Save<Item> },
): Promise<void> {
  const { tell, ports } = reading
  stopIfCancelled(reading)
  tell.total(part, page.total)
  tell.odd(page.odd)
  for (const chunk of chunks(page.items, ports.storage.numbers.maxChunk)) {
    stopIfCancelled(reading)
    save(chunk)
    tell.rows(part, chunk.length)
    await ports.breathe()
  }
}

/** Only after the whole list came: what it lacks is marked gone with today's date. */
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
