import type { Page, Provider, ProviderContext, Pull } from '../../../electron/core/ports.ts'
import { createProviders, type ProviderWorld } from '../../../electron/providers/index.ts'
import { type Failure, isFailure } from '../../../shared/failure.ts'
import type { ApiId, Credentials } from '../../../shared/model/account.ts'
import type { OddRow } from '../../../shared/model/sync.ts'
import { createTestClock } from './clock.ts'

export const keys: Credentials = { login: 'c0ffee123456', secret: 'feedbeef87654321' }
export const never = new AbortController().signal

export type Made = {
  readonly provider: Provider
  readonly waits: (number | null)[]
  readonly clock: ReturnType<typeof createTestClock>
}

type Making = Partial<ProviderContext> & { readonly world?: Partial<ProviderWorld> }

/** A provider that speaks to `address` on a clock that does not run by itself. */
export function makeProvider(api: ApiId, address: string, { world, ...context }: Making = {}): Made {
  const clock = createTestClock()
  const waits: (number | null)[] = []
  const create = createProviders({ fetch, now: clock.now, wait: clock.wait, random: () => 0.5, ...world })
  const onWait = (until: number | null) => waits.push(until)
  const provider = create({ accountId: 'account-1', api, address, credentials: async () => keys, onWait, ...context })
  return { provider, waits, clock }
}

export type Pulled<Item> = {
  readonly items: readonly Item[]
  readonly odd: readonly OddRow[]
  readonly pages: readonly Page<Item>[]
}

export async function collect<Item>(pages: AsyncIterable<Page<Item>>): Promise<Pulled<Item>> {
  const all: Page<Item>[] = []
  for await (const page of pages) all.push(page)
  return { items: all.flatMap(({ items }) => items), odd: all.flatMap(({ odd }) => odd), pages: all }
}

export const pullAll = <Item>(pull: Pull<Item> | undefined, signal: AbortSignal = never): Promise<Pulled<Item>> => {
  if (pull === undefined) throw new Error('this provider has no such list')
  return collect(pull(signal))
}

/** The failure that a promise ends in; anything else is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  )
  if (isFailure(error)) return error.failure
  throw error
}
