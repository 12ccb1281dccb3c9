import { createScrub } from '../../../electron/core/accounts/scrub.ts'
import { createMarket, type Market } from '../../../electron/core/market/market.ts'
import type { Market as MarketFacet, OfferPage, Provider } from '../../../electron/core/ports.ts'
import { type Failure, FailureError } from '../../../shared/failure.ts'
import { type Account, type AccountId, type ApiId, noLimits } from '../../../shared/model/account.ts'
import type { CatalogueNumber, MarketQuery, MarketResults, Region, ResultsQuery } from '../../../shared/model/market.ts'
import type { Notice } from '../../../shared/model/settings.ts'
import { toMoney } from '../../../shared/money.ts'
import { noPlace } from '../../support/builders.ts'
import { HandClock, settle } from '../../support/clock.ts'
import { MemoryStorage } from '../../support/memory-storage.ts'

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

export const query = (change: Partial<MarketQuery> = {}): MarketQuery => ({
  kind: 'local',
  city: 'Seattle',
  state: 'WA',
  zip: '',
  prefix: '',
  rateCenter: '',
  pattern: '',
  count: 50,
  accountIds: [],
  ...change,
})

export const account = (id: AccountId, change: Partial<Account> = {}): Account => ({
  id,
  api: 'callfire-v2',
  name: `Account ${id}`,
  color: 'blue',
  address: null,
  readOnly: false,
  paused: false,
  sample: false,
  spending: noLimits,
  createdAt: 0,
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
  #gate: PromiseWithResolvers<void> | null = null

  hold(): void {
    this.#gate = Promise.withResolvers()
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
    search: (ask, signal) => this.#search(`search ${ask.pattern?.ends ?? ''}`, signal),
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
    signal.addEventListener('abort', () => gone.reject(new FailureError({ kind: 'cancelled', accountId: null })))
    await Promise.race([this.#gate?.promise, gone.promise])
  }
}

/** Finding and the basket alone, with stalls in place of carriers and a clock that is moved by hand. */
export class Town {
  readonly clock = new HandClock()
  readonly storage = new MemoryStorage()
  readonly stalls = new Map<AccountId, Stall>()
  readonly notices: Notice[] = []
  readonly notified: string[] = []
  readonly pushed: string[] = []
  readonly logged: string[] = []
  accounts: readonly Account[] = []
  online = true
  market: Market
  #stopping = new AbortController()
  #ids = 0

  constructor() {
    this.market = this.#open()
  }

  add(id: AccountId, change: Partial<Account> = {}): Stall {
    const stall = new Stall()
    this.stalls.set(id, stall)
    this.accounts = [...this.accounts, account(id, change)]
    return stall
  }

  /** The app ends in good order and starts again over the same disk. */
  async restart(): Promise<void> {
    await this.stop()
    this.#stopping = new AbortController()
    this.market = this.#open()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.market.settled()
  }

  /** Searches, and waits until nothing more comes. */
  async search(change: Partial<MarketQuery> = {}): Promise<MarketResults> {
    const id = this.market.searches.start(query(change))
    await settle()
    return this.results({ searchId: id })
  }

  async results(change: Partial<ResultsQuery> = {}): Promise<MarketResults> {
    const results = await this.market.results({
      searchId: null,
      sort: 'number',
      direction: 'ascending',
      offset: 0,
      limit: 500,
      ...change,
    })
    if (!results) throw new Error('nothing was searched')
    return results
  }

  async numbers(change: Partial<ResultsQuery> = {}): Promise<readonly string[]> {
    return (await this.results(change)).rows.map(({ number }) => number)
  }

  own(accountId: AccountId, number: string): void {
    const run = this.storage.sync.begin(accountId, this.clock.now()).run
    this.storage.numbers.saveNumbers(run, [
      {
        ...forSale(number),
        alias: null,
        lease: null,
        calls: null,
        texts: null,
        state: 'active',
        stateSaid: null,
        labels: [],
        callerIdLookup: null,
        note: null,
      },
    ])
  }

  /** A purchase of the number that is not over. */
  lock(accountId: AccountId, number: string): void {
    const at = this.clock.now()
    this.storage.orders.begin({
      id: `purchase of ${number}`,
      accountId,
      accountName: accountId,
      api: 'callfire-v2',
      kind: 'numbers',
      createdAt: at,
      count: null,
      before: null,
      items: [{ slot: 0, thing: number, state: 'checking', setup: toMoney('1'), monthly: toMoney('2') }],
      events: [],
    })
  }

  #open(): Market {
    return createMarket({
      ports: {
        storage: this.storage,
        host: {
          version: '1',
          kind: 'browser',
          dataFolder: '/data',
          isOnline: () => this.online,
          openPage: async () => undefined,
          openDataFolder: async () => undefined,
          notify: ({ body }) => this.notified.push(body),
        },
        facetsOf: (api: ApiId) => (api === 'callfire-v2' ? ['numbers', 'market', 'leases'] : ['numbers', 'market']),
        now: this.clock.now,
        wait: this.clock.wait,
        breathe: () => new Promise((resolve) => setImmediate(resolve)),
        log: (level, message) => this.logged.push(`${level} ${message}`),
        newId: () => {
          this.#ids += 1
          return `search-${this.#ids}`
        },
      },
      book: this.#book(),
      connections: { open: async ({ id }) => this.#provider(id) },
      notices: { tell: (notice) => this.notices.push(notice) },
      scrub: () => createScrub([{ login: 'login-of-tests', secret: 'secret-of-tests' }]),
      push: (topic) => this.pushed.push(topic),
      stopping: this.#stopping.signal,
    })
  }

  #book() {
    const all = () => this.accounts
    return {
      get all() {
        return all()
      },
      has: (id: AccountId) => all().some((one) => one.id === id),
      find: (id: AccountId) => {
        const found = all().find((one) => one.id === id)
        if (!found) throw new FailureError({ kind: 'unknownAccount' })
        return found
      },
    }
  }

  #provider(id: AccountId): Provider {
    const stall = this.stalls.get(id)
    if (!stall) throw new FailureError({ kind: 'keysMissing', accountId: id, why: 'none' })
    return {
      api: 'callfire-v2',
      facets: ['market'],
      check: async () => ({ checks: [], usable: true, hint: null }),
      numbers: { pull: async function* () {}, read: async () => null },
      market: stall.facet(),
    }
  }
}
