import type { Market as MarketFacet, OfferPage } from '../../../electron/core/ports.ts'
import { type Failure, FailureError } from '../../../shared/failure.ts'
import type { CatalogueNumber, Region } from '../../../shared/model/market.ts'
import { toMoney } from '../../../shared/money.ts'
import { noPlace } from '../../support/builders.ts'

type Prices = { readonly setup?: string | null; readonly monthly?: string | null }

export const forSale = (number: string, { setup = null, monthly = null }: Prices = {}): CatalogueNumber => ({
  number,
  kind: 'local',
  place: noPlace,
  setup: toMoney(setup),
  monthly: toMoney(monthly),
})

export const region = (prefix: string, city: string, change: Partial<Region> = {}): Region => ({
  ...noPlace,
  prefix,
  city,
  state: 'WA',
  rateCenter: city,
  latitude: null,
  longitude: null,
  ...change,
})

type Step = OfferPage | Failure | Error

export const page = (...items: readonly CatalogueNumber[]): OfferPage => ({ items, odd: [], notes: [] })

/** What one account's provider sells. It answers page by page, and can hold back, fail or break at any of them. */
export class Stall {
  steps: readonly Step[] = []
  regions: readonly Region[] | null = null
  areaCodes: readonly string[] | null = null
  exchanges: readonly string[] = []
  /** Fails whatever is asked beside the search. */
  coverageFails: Failure | null = null
  readonly asked: string[] = []
  /** How many numbers each search asked for. */
  readonly counts: number[] = []
  readonly #deaf = new Set<Promise<void> | undefined>()
  #gate: PromiseWithResolvers<void> | null = null

  hold(): void {
    this.#gate = Promise.withResolvers()
  }

  /** Whoever waits now goes on waiting, deaf to being stopped, until the answer is called for; who comes later is served. */
  leaveHanging(): () => void {
    const gate = this.#gate
    this.#deaf.add(gate?.promise)
    this.#gate = null
    return () => gate?.resolve()
  }

  release(): void {
    this.#gate?.resolve()
    this.#gate = null
  }

  readonly facet = (): MarketFacet => ({
    ...(this.regions && { regions: (ask) => this.#list(`regions ${JSON.stringify(ask)}`, this.#regionsOf(ask)) }),
    ...(this.areaCodes && {
      areaCodes: () => this.#list('areaCodes', this.areaCodes?.map((areaCode) => ({ areaCode })) ?? []),
      exchanges: (code) =>
        this.#list(
          `exchanges ${code}`,
          this.exchanges.map((digits) => ({ areaCode: digits.slice(0, 3), exchange: digits.slice(3) })),
        ),
    }),
    search: (ask, signal) => {
      this.counts.push(ask.count)
      return this.#search(`search ${ask.pattern?.ends ?? ''}`, signal)
    },
    recheck: async () => [],
  })

  #regionsOf({ city, cityStarts, state, prefix }: Parameters<NonNullable<MarketFacet['regions']>>[0]) {
    const starts = (text: string | null, beginning?: string) =>
      !beginning || text?.toUpperCase().startsWith(beginning.toUpperCase())
    return (this.regions ?? []).filter(
      (one) =>
        (!city || one.city?.toUpperCase() === city.toUpperCase()) &&
        starts(one.city, cityStarts) &&
        (!state || one.state === state) &&
        starts(one.prefix, prefix && `1${prefix}`),
    )
  }

  async *#list<Item>(name: string, items: readonly Item[]) {
    this.asked.push(name)
    await this.#gate?.promise
    if (this.coverageFails) throw new FailureError(this.coverageFails)
    yield { items, odd: [], total: items.length }
  }

  async *#search(name: string, signal: AbortSignal) {
    this.asked.push(name)
    for (const step of this.steps) {
      await this.#turn(signal)
      if (step instanceof Error) throw step
      if ('kind' in step) throw new FailureError(step)
      yield step
    }
    await this.#turn(signal)
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const gone = Promise.withResolvers<never>()
    gone.promise.catch(() => undefined)
    const waitsFor = this.#gate?.promise
    const leave = () => {
      if (!this.#deaf.has(waitsFor)) gone.reject(new FailureError({ kind: 'cancelled', accountId: null }))
    }
    signal.addEventListener('abort', leave)
    await Promise.race([waitsFor, gone.promise])
  }
}
