import { anything } from '../../renderer/stores/market/form.ts'
import { type ApiId, apiIds } from '../../shared/model/account.ts'
import { isSpending } from '../faults/purchase/line.ts'
import { startDemo } from './demo.ts'
import { type Figures, median, toFigure } from './figure.ts'
import { type Ground, tell } from './ground.ts'
import { type LineApp, openLineApp } from './line-app.ts'

/** One purchase, and how often it waited for the disk. */
export type Purchased = {
  readonly api: ApiId
  readonly numbers: number
  /** Between the order being placed and its first request leaving, then between each request and the next. */
  readonly beforeRequests: readonly number[]
  /** From the order being placed until the purchase was over. */
  readonly untilSettled: number
}

/** How many writes that wait for the disk stand between a person who buys and the request that spends. */
export async function measureOrderWrites(ground: Ground): Promise<Figures> {
  tell('market: purchases, and what they write')
  const demo = await startDemo(ground, { numbers: 20, latencyMs: 0 })
  const count = new WriteCount()
  const app = openLineApp(ground, { fetch: count.fetch, onDurableWrite: () => count.wrote() })
  const purchases: Purchased[] = []
  for (const api of apiIds) {
    const { accountId } = await app.addAndRead(demo.draft(api))
    const numbers = await findNumbers(app, accountId, 4)
    for (const things of [numbers.slice(0, 1), numbers.slice(1)]) {
      const untilSettled = await buy(app, count, { accountId, things: [...things] })
      purchases.push({ api, numbers: things.length, beforeRequests: count.beforeRequests, untilSettled })
    }
  }
  await Promise.all([app.close(), demo.stop()])
  return toWriteFigures(purchases)
}

/** Counts as it happens: each commit that waited for the disk, as storage tells it, and each request that spends, as it leaves. */
class WriteCount {
  #writes = 0
  #atRequests: readonly number[] = []

  reset(): void {
    this.#writes = 0
    this.#atRequests = []
  }

  wrote(): void {
    this.#writes += 1
  }

  get writes(): number {
    return this.#writes
  }

  get beforeRequests(): readonly number[] {
    return this.#atRequests.map((writes, at) => writes - (this.#atRequests[at - 1] ?? 0))
  }

  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    if (isSpending(request.method, new URL(request.url).pathname))
      this.#atRequests = [...this.#atRequests, this.#writes]
    return fetch(request)
  }
}

async function findNumbers(app: LineApp, accountId: string, count: number): Promise<readonly string[]> {
  const { searchId } = await app.ask('market.search', { ...anything, prefix: '206', count, accountIds: [accountId] })
  const found = await app.until({
    topic: 'market',
    name: 'market.results',
    input: { searchId, sort: 'number', direction: 'ascending', offset: 0, limit: count },
    isWanted: (results) => results?.parts.every(({ state }) => state !== 'searching') ?? false,
  })
  const numbers = found?.rows.map(({ number }) => number) ?? []
  if (numbers.length < count) throw new Error(`Only ${numbers.length} numbers are for sale: ${JSON.stringify(found)}`)
  return numbers
}

type Wanted = { readonly accountId: string; readonly things: string[] }

/** Everything as a person does it, to the end. Gives how many writes that took from the moment when the order was placed. */
async function buy(app: LineApp, count: WriteCount, wanted: Wanted): Promise<number> {
  const { id: draftId } = await app.ask('orders.prepare', { kind: 'numbers', ...wanted })
  const draft = await app.until({
    topic: 'orders',
    name: 'orders.draft',
    input: { draftId },
    isWanted: ({ state }) => state !== 'checking',
  })
  count.reset()
  const { purchaseId } = await app.ask('orders.place', { draftId, typed: draft.typing?.expected ?? null })
  const detail = await app.until({
    topic: 'orders',
    name: 'orders.get',
    input: { purchaseId },
    isWanted: (seen) => seen !== null && seen.purchase.settledAt !== null,
  })
  const done = detail?.purchase.counts.done
  if (done !== wanted.things.length) throw new Error(`Of ${wanted.things.length} numbers ${done} were bought.`)
  return count.writes
}

export function toWriteFigures(purchases: readonly Purchased[]): Figures {
  const each = Object.fromEntries(
    purchases.map(({ api, numbers, beforeRequests }) => [`${api}, ${numbers}`, beforeRequests]),
  )
  // A request that nothing was counted for would look like the best of all.
  const worst = Math.max(
    ...purchases.map(({ beforeRequests }) => (beforeRequests.length === 0 ? Number.NaN : Math.max(...beforeRequests))),
  )
  return {
    'orders.writes': toFigure({
      what: 'Writes that wait for the disk between placing an order, or the request before, and the request that spends; the most of any',
      value: worst,
      unit: 'writes',
      limit: { atMost: 2 },
      reference: {
        what: 'the same until the purchase is over, with everything that is looked at, median',
        value: median(purchases.map(({ untilSettled }) => untilSettled)),
        each: purchases.map(({ untilSettled }) => untilSettled),
      },
      details: { ...each, requests: purchases.map(({ beforeRequests }) => beforeRequests.length) },
    }),
  }
}
