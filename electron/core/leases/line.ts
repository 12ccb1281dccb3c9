import type { AccountId } from '../../../shared/model/account.ts'
import type { LeasedThings } from '../../../shared/model/lease.ts'
import type { Lease, NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import type { Provider, Storage } from '../ports.ts'
import type { LeaseWorld } from './world.ts'

/** A lease as the provider has it at this moment. */
export type Looked = {
  readonly lease: Lease | null
  /** Null for a keyword. */
  readonly number: { readonly number: OwnedNumber; readonly routing: NumberRouting | null } | null
  /** Stores it as a sync would. */
  readonly save: () => void
}

/** One lease at its provider: looked at and written to, whatever kind it is. */
export type LeaseLine = {
  readonly thing: string
  /** Null: the provider does not list it. */
  readonly look: () => Promise<Looked | null>
  readonly write: (autoRenew: boolean) => Promise<void>
}

type On = {
  readonly world: LeaseWorld
  readonly provider: Provider
  readonly accountId: AccountId
}

/** Null: this provider has no auto-renew for such a thing. */
export function lineTo(on: On, kind: LeasedThings['kind'], thing: string): LeaseLine | null {
  const { leases, keywords } = on.provider
  if (!leases || (kind === 'keyword' && !keywords)) return null
  const { signal } = on.world
  return {
    thing,
    look: () => (kind === 'number' ? lookAtNumber(on, thing) : lookAtKeyword(on, thing)),
    write: (autoRenew) => leases.setAutoRenew({ kind, thing }, autoRenew, signal),
  }
}

export async function lookAtNumber(on: On, number: string): Promise<Looked | null> {
  const { world, provider, accountId } = on
  const found = await provider.numbers.read(number, world.signal)
  if (!found) return null
  const { storage, now } = world.ports
  const save = () => saveNumber(storage, { accountId, now: now() }, found)
  return { lease: found.number.lease, number: found, save: () => stored(on, 'numbers', save) }
}

async function lookAtKeyword(on: On, keyword: string): Promise<Looked | null> {
  const { world, provider, accountId } = on
  const found = await provider.keywords?.read(keyword, world.signal)
  if (!found) return null
  const { storage, now } = world.ports
  const save = () => storage.lists.saveKeywords(storage.sync.current(accountId, now()), [found])
  return { lease: found.lease, number: null, save: () => stored(on, 'keywords', save) }
}

function saveNumber(
  { sync, numbers }: Storage,
  at: { readonly accountId: AccountId; readonly now: number },
  { number, routing }: { readonly number: OwnedNumber; readonly routing: NumberRouting | null },
): void {
  const run = sync.current(at.accountId, at.now)
  if (routing) numbers.saveDetails(run, [{ number, routing }])
  else numbers.saveNumbers(run, [number])
}

/** Throws `unknownAccount` when the account went meanwhile: nothing of it may come back into the storage. */
function stored({ world: { book, push }, accountId }: On, topic: 'numbers' | 'keywords', save: () => void): void {
  book.find(accountId)
  save()
  push(topic)
}
