/** Which drawn row (slot) shows which index. Its order is the order of the rows in the page. */
export type Slots = ReadonlyMap<number, number>

/**
 * Rows that stay keep their slot; rows that come take the slots of those that went, in order. So a scroll that leaps
 * writes new text into the rows that are there and makes none, and the row with the focus is never made anew.
 */
export function assignSlots(before: Slots, indexes: readonly number[]): Slots {
  const stays = new Set(indexes)
  const free = [...before].filter(([index]) => !stays.has(index)).map(([, slot]) => slot)
  const highest = Math.max(-1, ...before.values())
  let fresh = highest + 1
  return new Map(indexes.map((index) => [index, before.get(index) ?? free.shift() ?? fresh++]))
}
