import { type DemoRequest, targetOf } from './message.ts'

/** What a request asks for, by the carrier's own rules. Things: digits of numbers, keywords in upper case. */
export type Wanted = { readonly kind: 'purchase' | 'release'; readonly things: readonly string[] }

/** A request that spends or gives up for good, as it came in: whatever became of it. */
export type SpendingRequest = Wanted & {
  /** Epoch milliseconds. */
  readonly at: number
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly body: string
}

/** What nobody may ever send twice, counted where it arrives: also what a fault kept from having any effect. */
export type Spending = {
  readonly received: readonly SpendingRequest[]
  /** Those that name this number (digits without a plus) or this keyword. */
  naming(thing: string): readonly SpendingRequest[]
}

const LIMIT = 20_000

/** `wantedBy` gives null for a request that neither spends nor gives up. */
export function createSpending(wantedBy: (request: DemoRequest) => Wanted | null) {
  const received: SpendingRequest[] = []
  const spending: Spending = {
    received,
    naming: (thing) => received.filter(({ things }) => things.includes(thing.toUpperCase())),
  }
  const note = (request: DemoRequest, at: number): void => {
    const wanted = wantedBy(request)
    if (!wanted) return
    if (received.length >= LIMIT) received.splice(0, LIMIT / 4)
    received.push({ at, method: request.method, path: targetOf(request), body: request.body.toString(), ...wanted })
  }
  return { spending, note }
}
