import { createScrub } from '../../../electron/core/accounts/scrub.ts'
import { createMarket, type Market } from '../../../electron/core/market/market.ts'
import type { Provider } from '../../../electron/core/ports.ts'
import { FailureError } from '../../../shared/failure.ts'
import { type Account, type AccountId, type ApiId, noLimits } from '../../../shared/model/account.ts'
import type { MarketQuery, MarketResults, ResultsQuery } from '../../../shared/model/market.ts'
import type { Notice } from '../../../shared/model/settings.ts'
import { toMoney } from '../../../shared/money.ts'
import { HandClock, settle } from '../../support/clock.ts'
import { MemoryStorage } from '../../support/memory-storage.ts'
import { forSale, Stall } from './stall.ts'

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

  /** From now on the disk takes no search. */
  failDisk(): void {
    Object.assign(this.storage.market, {
      saveSearch: () => {
        throw new FailureError({ kind: 'disk', why: 'full', detail: 'town' })
      },
    })
  }

  /** The power goes: nothing more is written, and a new life begins over the same disk. */
  crash(): void {
    for (const stall of this.stalls.values()) stall.leaveHanging()
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
