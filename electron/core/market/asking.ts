import { FailureError, isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { OfferPage, Provider } from '../ports.ts'
import { unlessAborted } from '../within.ts'
import type { Wish } from './ask.ts'
import type { Search } from './search.ts'
import { takeInTurns } from './turns.ts'
import type { MarketWorld } from './world.ts'

export type SearchTask = {
  readonly world: MarketWorld
  readonly search: Search
  readonly wish: Wish
  readonly accounts: readonly Account[]
  /** Fewer numbers are asked for than the search wants. */
  readonly isPart?: boolean
  readonly signal: AbortSignal
}

/** Asks every account of the search at once. Rejects for a bug alone, and not before all are over. */
export async function askAll(task: SearchTask): Promise<void> {
  const outcomes = await Promise.allSettled(task.accounts.map((account) => askAccount(task, account)))
  const bug = outcomes.find((outcome) => outcome.status === 'rejected')
  if (bug) throw bug.reason
}

/** Ends in a state of its part, never in a failure; a bug is told in the state and surfaces as well. */
async function askAccount(task: SearchTask, account: Account): Promise<void> {
  const { world, search, signal } = task
  try {
    await readOffers(task, account)
    search.finish(account.id, !task.isPart)
  } catch (error) {
    // Who stopped it has said so already.
    if (signal.aborted && isBreakOff(error)) return
    const failure = isFailure(error) ? world.scrub()(error.failure) : null
    search.fail(account.id, failure)
    world.ports.log('warn', 'Account could not be searched', { accountId: account.id, kind: failure?.kind ?? 'bug' })
    if (failure === null) throw error
    if (failure.kind === 'offline') world.push('app')
  } finally {
    world.push('market')
  }
}

const isBreakOff = (error: unknown): boolean =>
  isFailure(error) || (error instanceof Error && error.name === 'AbortError')

async function readOffers(task: SearchTask, account: Account): Promise<void> {
  const { world, search, wish, signal } = task
  const market = await openMarket(world, account, signal)
  search.take(account.id, [], wish.notes)
  for await (const page of market.search(wish.ask, signal)) await takePage(task, account, page)
  signal.throwIfAborted()
}

/** The account's catalogue. Throws FailureError, `offline` without asking when there is surely no connection. */
export async function openMarket(
  world: MarketWorld,
  account: Account,
  signal: AbortSignal,
): Promise<NonNullable<Provider['market']>> {
  const { id: accountId } = account
  if (!world.ports.host.isOnline()) throw new FailureError({ kind: 'offline', accountId })
  // The system may be asking the person for its password; who stops or quits does not wait for the answer.
  const { market } = await unlessAborted(world.connections.open(account), signal)
  if (!market) throw new FailureError({ kind: 'notFound', said: null, accountId })
  return market
}

async function takePage({ world, search, signal }: SearchTask, { id }: Account, page: OfferPage): Promise<void> {
  const seenAt = world.ports.now()
  const toOffer = (item: CatalogueNumber) => ({ ...item, accountId: id, seenAt })
  const notes = [...page.notes, ...(page.odd.length > 0 ? [unread] : [])]
  await takeInTurns(page.items, world.ports.breathe, (some) => {
    signal.throwIfAborted()
    search.take(id, some.map(toOffer), notes)
    world.push('market')
  })
}

const unread = 'Some of what came could not be read as a number for sale and was left out.'
