import { accountDraft } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import type { MemoryWorld } from '../../support/memory-app.ts'

/** An account whose first sync is over; what that one read is forgotten. */
export async function addSynced(
  world: MemoryWorld,
  api: 'callfire-v2' | 'flowroute-v2' = 'callfire-v2',
  name = 'Bakery',
): Promise<string> {
  const { id } = await world.ask('accounts.add', accountDraft(api, { name }))
  await settle()
  world.storage.finishedParts.length = 0
  world.carrier.asked.length = 0
  world.carrier.detailsAsked.length = 0
  return id
}

export async function syncOnce(world: MemoryWorld, accountId: string) {
  await world.ask('sync.start', { accountId })
  return world.state(accountId)
}
