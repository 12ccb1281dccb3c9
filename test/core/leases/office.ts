import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createScrub } from '../../../electron/core/accounts/scrub.ts'
import { createKeywords, type Keywords } from '../../../electron/core/keywords/keywords.ts'
import { createLeases, type Leases } from '../../../electron/core/leases/leases.ts'
import type { LeaseWorld } from '../../../electron/core/leases/world.ts'
import type { Storage } from '../../../electron/core/ports.ts'
import { facetsOf } from '../../../electron/providers/index.ts'
import type { Topic } from '../../../shared/contract.ts'
import { FailureError } from '../../../shared/failure.ts'
import { type Account, type ApiId, noLimits } from '../../../shared/model/account.ts'
import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import { ownedNumber } from '../../support/builders.ts'
import { HandClock } from '../../support/clock.ts'
import { openNodeStorage } from '../../support/node-ports.ts'
import { OpenCarrier } from './carrier.ts'

export const leased = (number: string, change: Partial<OwnedNumber> = {}): OwnedNumber =>
  ownedNumber(number, { lease: { begin: '2026-11-14', end: '2026-12-14', autoRenew: true }, ...change })

export const keyword = (word: string, change: Partial<OwnedKeyword> = {}): OwnedKeyword => ({
  keyword: word,
  shortCode: '67076',
  number: null,
  lease: { begin: '2026-11-29', end: '2026-12-31', autoRenew: true },
  state: 'active',
  stateSaid: 'ACTIVE',
  labels: [],
  ...change,
})

/** Leases and keywords over real storage and a carrier with open books; it is 21 November 2026. */
export class Office {
  readonly clock = new HandClock()
  readonly carrier = new OpenCarrier()
  readonly pushed: Topic[] = []
  readonly logged: string[] = []
  readonly synced: string[] = []
  readonly storage: Storage
  readonly leases: Leases
  readonly keywords: Keywords
  readonly stopping = new AbortController()
  online = true
  accounts: readonly Account[]
  readonly #folder = mkdtempSync(join(tmpdir(), 'linekeeper-office-'))

  constructor(api: ApiId = 'callfire-v2') {
    const { now } = this.clock
    this.storage = openNodeStorage(this.#folder, { now, log: () => undefined })
    this.accounts = [this.account('a1', api)]
    const world = this.#world(api)
    this.leases = createLeases(world)
    this.keywords = createKeywords({ ...world, book: { ...world.book, all: this.accounts } })
  }

  account(id: string, api: ApiId): Account {
    const names = { 'callfire-v2': 'Bakery', 'flowroute-v2': 'Clinic' } as const
    const plain = { color: 'blue', address: null, readOnly: false, paused: false, sample: false, createdAt: 1 } as const
    return { id, api, name: names[api], ...plain, spending: noLimits }
  }

  /** At the carrier and, as a sync left it, here. */
  own(numbers: readonly OwnedNumber[], routing: NumberRouting | null = null, accountId = 'a1'): void {
    const run = this.storage.sync.current(accountId, this.clock.now())
    for (const number of numbers) this.carrier.numbers.set(number.number, { number, routing })
    this.storage.numbers.saveNumbers(run, numbers)
    if (routing)
      this.storage.numbers.saveRoutings(
        run,
        numbers.map(({ number }) => ({ number, routing })),
      )
  }

  lease(words: readonly OwnedKeyword[], accountId = 'a1'): void {
    for (const word of words) this.carrier.keywords.set(word.keyword, word)
    this.storage.lists.saveKeywords(this.storage.sync.current(accountId, this.clock.now()), words)
  }

  change(change: Partial<Account>): void {
    this.accounts = this.accounts.map((account) => ({ ...account, ...change }))
  }

  /** The account goes as soon as the carrier is asked this. */
  removeWhen(isAsked: (line: string) => boolean): void {
    this.carrier.onAsked = (line) => {
      if (isAsked(line)) this.accounts = []
    }
  }

  /** A purchase of it is open. */
  lock(thing: string): void {
    this.storage.orders.begin({
      id: `open ${thing}`,
      accountId: 'a1',
      accountName: 'Bakery',
      api: 'callfire-v2',
      kind: 'numbers',
      createdAt: this.clock.now(),
      count: null,
      before: null,
      items: [{ slot: 0, thing, state: 'planned', setup: null, monthly: null }],
      events: [],
    })
  }

  /** Runs to its end however often it waits. */
  async done<T>(work: Promise<T>): Promise<T> {
    let over = false
    const end = () => {
      over = true
    }
    work.then(end, end)
    while (!over) await this.clock.forward(1_000)
    return work
  }

  close(): void {
    this.storage.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #world(api: ApiId): LeaseWorld & { readonly ports: { readonly facetsOf: typeof facetsOf } } {
    let ids = 0
    const find = (id: string) => {
      const account = this.accounts.find((candidate) => candidate.id === id)
      if (!account) throw new FailureError({ kind: 'unknownAccount' })
      return account
    }
    return {
      ports: {
        storage: this.storage,
        host: {
          version: '0',
          kind: 'browser',
          dataFolder: this.#folder,
          isOnline: () => this.online,
          openPage: async () => undefined,
          openDataFolder: async () => undefined,
          notify: () => undefined,
        },
        now: this.clock.now,
        wait: this.clock.wait,
        breathe: () => new Promise((resolve) => setImmediate(resolve)),
        newId: () => {
          ids += 1
          return `point-${ids}`
        },
        log: (level, message, details) => this.logged.push(`${level} ${message} ${JSON.stringify(details)}`),
        facetsOf,
      },
      book: { find },
      connections: { open: async () => this.carrier.provider(api) },
      scrub: () => createScrub([{ login: 'key-of-bakery', secret: 'secret-of-bakery' }]),
      push: (topic) => this.pushed.push(topic),
      sync: { start: (id) => this.synced.push(id) },
      signal: this.stopping.signal,
    }
  }
}
