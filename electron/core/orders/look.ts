import { isFailure } from '../../../shared/failure.ts'
import type { StoredPurchase } from '../ports.ts'
import { lookForUnnamed, nameSlots } from './look-count.ts'
import { lookForNamed } from './look-named.ts'
import { lookForOrder, type OrderSeen, orderNote } from './look-order.ts'
import type { Looking, Seen } from './looking.ts'
import { whyNot } from './outcome.ts'

/** Writes a part of a look down, and gives the purchase as it is then. */
export type Write = (seen: Seen) => Promise<StoredPurchase | null>

/** Looks once for what became of a purchase. It only reads; what fails leaves things open, and is told. */
export async function look(looking: Looking, write: Write): Promise<void> {
  try {
    await lookThrough(looking, write)
  } catch (error) {
    if (!isFailure(error) || looking.signal.aborted) throw error
    // Our own disk, not the provider: nothing can be told there either.
    if (error.failure.kind === 'disk') throw error
    await write({ note: `${looking.carrier} could not be asked: ${whyNot(error.failure)}.` })
  }
}

async function lookThrough(looking: Looking, write: Write): Promise<void> {
  const seen = await seeOrder(looking, write)
  const first = await write({ ...orderNote(looking, seen), ...nameSlots(looking, seen) })
  if (!first) return
  const named = { ...looking, purchase: first }
  for await (const part of lookForNamed(named, seen)) await write(part)
  const rest = await write({})
  if (!rest) return
  for await (const part of lookForUnnamed({ ...looking, purchase: rest }, seen)) await write(part)
}

/** An order that cannot be read now may be told by the lists all the same, once looks are deep; before that it is waited for. */
async function seeOrder(looking: Looking, write: Write): Promise<OrderSeen> {
  try {
    return await lookForOrder(looking)
  } catch (error) {
    if (
      !isFailure(error) ||
      !looking.deep ||
      !['garbled', 'refused', 'broken', 'forbidden', 'notFound'].includes(error.failure.kind)
    )
      throw error
    await write({ note: `The order at ${looking.carrier} could not be read: ${whyNot(error.failure)}.` })
    return { kind: 'none', doubt: false }
  }
}
