import type { AccountId } from '../../../shared/model/account.ts'
import type { Storage } from '../ports.ts'

const looked = 500
const kept = 2

/** Where most of the account's numbers are, the most frequent first. */
export function citiesOf({ numbers }: Storage, accountId: AccountId): readonly string[] {
  const filter = {
    search: '',
    accountIds: [accountId],
    kinds: [],
    states: [],
    autoRenew: null,
    rings: null,
    endsBy: null,
  }
  const { rows } = numbers.query({ filter, sort: 'number', direction: 'ascending', offset: 0, limit: looked })
  // "Seattle, WA"; a place without a comma is a state alone.
  const cities = rows.flatMap(({ place }) => (place?.includes(',') ? (place.split(',')[0] ?? []) : []))
  const counts = new Map<string, number>()
  for (const city of cities) counts.set(city, (counts.get(city) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, kept)
    .map(([city]) => city)
}
