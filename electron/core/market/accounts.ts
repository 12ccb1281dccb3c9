import type { Account, AccountId } from '../../../shared/model/account.ts'
import { invalid } from '../requests.ts'
import type { MarketWorld } from './world.ts'

type World = Pick<MarketWorld, 'book' | 'ports'>

/** Accounts of providers that can be searched and are not paused, in the order of the book. None chosen: all; one that is gone is none. */
export function searchable({ book, ports }: World, chosen: readonly AccountId[]): readonly Account[] {
  const wanted = book.all.filter(({ id }) => chosen.length === 0 || chosen.includes(id))
  return wanted.filter(({ api, paused }) => !paused && ports.facetsOf(api).includes('market'))
}

/** Throws FailureError `invalid` when no account is left to ask. */
export function needSearchable(world: World, chosen: readonly AccountId[]): readonly Account[] {
  const accounts = searchable(world, chosen)
  if (accounts.length > 0) return accounts
  const { all } = world.book
  const problem =
    all.length === 0
      ? 'There is no account yet to search with. Add a CallFire or Flowroute account, or look around with the samples.'
      : all.some(({ paused }) => paused)
        ? 'Every account that could be asked is paused. Switch the pause off in Settings, or choose another account.'
        : 'None of the chosen accounts can search for numbers. Choose another account.'
  throw invalid('accountIds', problem)
}
