import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoCarriers, startDemoCarriers } from '../../../electron/demo/carriers.ts'
import type { AccountId, ApiId } from '../../../shared/model/account.ts'
import { apiIds } from '../../../shared/model/account.ts'
import { Doors } from './fate.ts'
import type { HoldAt, Lines, Opening } from './line.ts'
import { Running } from './running.ts'

/** Enough to give some up in every run of an office. */
const ownedAtFirst = 60
/** Numbers on sale that one search shows; each run takes some that none took before. */
const offersASearch = 400

/** Longer than a run, by the carriers' clock. */
const lagMs = 10 * 60_000
/** On a computer that has much else to do. */
const patienceMs = 60_000

export type AccountOf = Readonly<Record<ApiId, AccountId>>

/**
 * The carriers and a data folder in which both of their accounts were read and a search was made. Each run begins with a copy of
 * that folder; the carriers go on, so that later runs meet what earlier ones left there.
 */
export class Office {
  readonly carriers: DemoCarriers
  readonly doors: Doors
  readonly accounts: AccountOf
  readonly #root: string
  readonly #offers: Record<ApiId, string[]>
  #child: Running | null
  #runs = 0
  #words = 0

  private constructor(
    parts: Pick<Office, 'carriers' | 'accounts'> & { root: string; child: Running; offers: Record<ApiId, string[]> },
  ) {
    this.carriers = parts.carriers
    this.accounts = parts.accounts
    this.doors = new Doors(parts.carriers)
    this.#root = parts.root
    this.#child = parts.child
    this.#offers = parts.offers
  }

  static async open(seed: number): Promise<Office> {
    const carriers = await startDemoCarriers({ numbers: ownedAtFirst, seed })
    const root = mkdtempSync(join(tmpdir(), 'linekeeper-purchase-'))
    const folder = join(root, 'first')
    mkdirSync(folder)
    const child = await Running.open({ folder, lines: linesOf(carriers), hold: null })
    const views = await child.ask('accounts.addSamples', null)
    const idOf = (api: ApiId) => views.find((view) => view.api === api)?.id ?? ''
    const accounts = { 'callfire-v2': idOf('callfire-v2'), 'flowroute-v2': idOf('flowroute-v2') }
    await synced(child)
    const offers = {
      'callfire-v2': await findOffers(child, accounts, 'callfire-v2'),
      'flowroute-v2': await findOffers(child, accounts, 'flowroute-v2'),
    }
    await child.close()
    return new Office({ carriers, accounts, root, child, offers })
  }

  /** A run's own folder. */
  newFolder(): string {
    const folder = join(this.#root, `run-${++this.#runs}`)
    cpSync(join(this.#root, 'first'), folder, { recursive: true })
    return folder
  }

  dropFolder(folder: string): void {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** The app on this folder: in the process that stands, or in a new one where that was killed. */
  async start(folder: string, hold: HoldAt | null): Promise<Running> {
    const opening: Opening = { folder, lines: linesOf(this.carriers), hold }
    if (this.#child && !this.#child.isOver) await this.#child.reopen(opening)
    else this.#child = await Running.open(opening)
    return this.#child
  }

  /** Numbers that were on sale when the first search was made, and that no run has taken. */
  takeOffers(api: ApiId, count: number): readonly string[] {
    const taken = this.#offers[api].splice(0, count)
    if (taken.length < count) throw new Error(`The offers of ${api} have run out; use fewer runs an office.`)
    return taken
  }

  hasOffers(): boolean {
    return apiIds.every((api) => this.#offers[api].length >= 8)
  }

  /** From now on what was bought or given up shows in the carriers' lists only much later; or, now. */
  lag(on: boolean): void {
    const { callfireV2, flowrouteV2, clock } = this.carriers
    const lag = { lagMs: on ? lagMs : 0, readsLag: on }
    Object.assign(callfireV2.books.settings, lag)
    flowrouteV2.books.behave(lag)
    if (!on) clock.advance(lagMs + 1)
  }

  /** A keyword that nobody has, letters only. */
  newWord(): string {
    const letters = [...String(++this.#words)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')
    return `FAULT${letters}`
  }

  /** After a run that broke off: the next one begins in a new process. */
  async giveUp(): Promise<void> {
    this.doors.calm()
    await this.#child?.kill()
  }

  async close(): Promise<void> {
    await this.#child?.kill()
    await this.carriers.close()
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 5 })
  }
}

function linesOf({ callfireV2, flowrouteV2 }: DemoCarriers): Lines {
  return {
    'callfire-v2': { address: callfireV2.url, login: callfireV2.login, secret: callfireV2.password },
    'flowroute-v2': { address: flowrouteV2.url, login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey },
  }
}

/** Both accounts were read, now, in whatever way that ended. */
export async function synced(child: Running): Promise<void> {
  await child.ask('sync.start', { accountId: null })
  const states = () => child.ask('sync.states', null)
  await child.until(states, (all) => all.every(({ phase }) => phase === 'done' || phase === 'failed'), patienceMs)
}

async function findOffers(child: Running, accounts: AccountOf, api: ApiId): Promise<string[]> {
  const query = { kind: 'local', city: '', state: '', zip: '', prefix: '206', rateCenter: '', pattern: '' } as const
  const { searchId } = await child.ask('market.search', { ...query, count: offersASearch, accountIds: [accounts[api]] })
  const ask = { searchId, sort: 'number', direction: 'ascending', offset: 0, limit: 500 } as const
  const results = await child.until(
    () => child.ask('market.results', ask),
    (found) => found?.parts.every(({ state }) => state !== 'searching') ?? false,
    patienceMs,
  )
  const numbers = results?.rows.map(({ number }) => number) ?? []
  if (numbers.length < 100) throw new Error(`Only ${numbers.length} numbers of ${api} are on sale.`)
  return numbers
}
