import { type Account, type AccountColor, type AccountId, type ApiId, noLimits } from '../../../shared/model/account.ts'

type Sample = { readonly api: ApiId; readonly name: string; readonly color: AccountColor }

const samples: readonly Sample[] = [
  { api: 'callfire-v2', name: 'CallFire sample', color: 'blue' },
  { api: 'flowroute-v2', name: 'Flowroute sample', color: 'orange' },
]

/** One sample account a carrier, where there is none yet. A name that is taken gets a number. */
export function missingSamples(accounts: readonly Account[], newId: () => AccountId, now: number): readonly Account[] {
  const taken = new Set(accounts.map(({ name }) => name.toLowerCase()))
  return samples
    .filter(({ api }) => !accounts.some((account) => account.sample && account.api === api))
    .map(({ api, name, color }) => ({
      id: newId(),
      api,
      name: freeName(name, taken),
      color,
      address: null,
      readOnly: false,
      paused: false,
      sample: true,
      spending: noLimits,
      createdAt: now,
    }))
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name
  let count = 2
  while (taken.has(`${name} ${count}`.toLowerCase())) count += 1
  return `${name} ${count}`
}
