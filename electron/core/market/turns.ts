import type { Ports } from '../ports.ts'

/** What a row shows is computed when its offer comes; more than this at once would hold up everybody else. */
const atOnce = 250

/** Hands over a list bit by bit, and lets others have a turn between. An empty list is handed over as well. */
export async function takeInTurns<Item>(
  items: readonly Item[],
  breathe: Ports['breathe'],
  take: (some: readonly Item[]) => void,
): Promise<void> {
  take(items.slice(0, atOnce))
  for (let from = atOnce; from < items.length; from += atOnce) {
    await breathe()
    take(items.slice(from, from + atOnce))
  }
}
