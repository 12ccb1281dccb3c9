import { today } from '../../../shared/calendar.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import type { Push } from '../pushes.ts'
import type { OrdersWorld } from './check.ts'
import type { Found } from './owned.ts'

type Ground = { readonly world: Pick<OrdersWorld, 'ports' | 'market'>; readonly push: Push }

/** What a look found ours goes where a sync would put it, so that it is in the lists at once; and out of the basket. */
export async function landFound({ world, push }: Ground, accountId: AccountId, found: readonly Found[]): Promise<void> {
  const { ports, market } = world
  const { sync, numbers, lists } = ports.storage
  const bare: OwnedNumber[] = []
  const routed: { readonly number: OwnedNumber; readonly routing: NumberRouting }[] = []
  const keywords: OwnedKeyword[] = []
  for (const one of found) {
    if (one.kind === 'keyword') keywords.push(one.keyword)
    else if (one.routing === null) bare.push(one.number)
    else routed.push({ number: one.number, routing: one.routing })
  }
  for (let at = 0; at < found.length; at += numbers.maxChunk) {
    const run = sync.current(accountId, ports.now())
    const chunk = <T>(all: readonly T[]) => all.slice(at, at + numbers.maxChunk)
    if (chunk(bare).length > 0) numbers.saveNumbers(run, chunk(bare))
    if (chunk(routed).length > 0) numbers.saveDetails(run, chunk(routed))
    if (chunk(keywords).length > 0) lists.saveKeywords(run, chunk(keywords))
    await ports.breathe()
  }
  const bought = [...bare, ...routed.map(({ number }) => number)]
  market.bought(bought.map(({ number }) => number))
  if (bought.length > 0) await tellNumbers({ world, push }, accountId)
  if (keywords.length > 0) push('keywords')
}

/** Given up, and no longer listed: marked gone as the end of a sync would do it. */
export async function landGone(ground: Ground, accountId: AccountId, gone: readonly string[]): Promise<void> {
  const { ports } = ground.world
  const { numbers } = ports.storage
  for (let at = 0; at < gone.length; at += numbers.maxChunk) {
    numbers.markGone(accountId, gone.slice(at, at + numbers.maxChunk), today(ports.now()))
    await ports.breathe()
  }
  await tellNumbers(ground, accountId)
}

async function tellNumbers({ world, push }: Ground, accountId: AccountId): Promise<void> {
  const { ports } = world
  const { numbers } = ports.storage
  while (numbers.reproject(accountId, numbers.maxChunk)) await ports.breathe()
  push('numbers')
  push('market')
}
