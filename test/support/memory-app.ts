import { type App, createApp } from '../../electron/core/app.ts'
import type { CreateProvider, Ports } from '../../electron/core/ports.ts'
import type { Input, Output, RequestName, Topic } from '../../shared/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { HandClock, settle } from './clock.ts'
import { FakeCarrier, facetsOf } from './fake-carrier.ts'
import { MemorySettings } from './memory-settings.ts'
import { MemoryStorage } from './memory-storage.ts'
import { MemoryVault } from './memory-vault.ts'

/** The real core in a small world of its own: everything around it is memory, and time stands still until told. */
export class MemoryWorld {
  readonly clock = new HandClock()
  readonly storage = new MemoryStorage()
  readonly settings = new MemorySettings()
  readonly vault = new MemoryVault()
  readonly carrier = new FakeCarrier()
  readonly logged: string[] = []
  readonly pushed: Topic[] = []
  readonly opened: string[] = []
  readonly notified: { readonly title: string; readonly body: string }[] = []
  /** What the sample carriers were told to do to the next request that spends. */
  readonly practised: string[] = []
  online = true
  app: App
  readonly #createProvider: CreateProvider
  #ids = 0

  /** Left out: every account's carrier is `carrier`. */
  constructor(createProvider?: CreateProvider) {
    this.#createProvider = createProvider ?? this.carrier.create
    this.app = this.#create()
  }

  /** The app goes down without a word, as in a power cut, and comes up again over the same disk. */
  restart(): void {
    this.carrier.forgetCallers()
    this.app = this.#create()
  }

  /** The value of a request that is expected to work. */
  async ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const result = await this.app.invoke(name, input)
    if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`)
    return result.value as Output<Name>
  }

  /** The failure of a request that is expected to fail. */
  async refusal<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Failure> {
    const result = await this.app.invoke(name, input)
    if (result.ok) throw new Error(`${name} worked: ${JSON.stringify(result.value)}`)
    return result.failure
  }

  async state(accountId: string): Promise<SyncState> {
    await settle()
    const state = (await this.ask('sync.states', null)).find((candidate) => candidate.accountId === accountId)
    if (!state) throw new Error('no such account')
    return state
  }

  #create(): App {
    const app = createApp(this.#ports())
    app.subscribe((topic) => this.pushed.push(topic))
    return app
  }

  #ports(): Ports {
    return {
      storage: this.storage,
      settings: this.settings,
      vault: this.vault,
      createProvider: this.#createProvider,
      facetsOf,
      sampleCarriers: async (api) => ({
        address: `http://127.0.0.1:8080/${api}`,
        credentials: { login: 'sample-login', secret: 'sample-secret' },
        practise: (fault) => this.practised.push(`${api} ${fault}`),
      }),
      log: (level, message, details) => this.logged.push(`${level} ${message} ${JSON.stringify(details ?? {})}`),
      host: {
        version: '1.2.3',
        kind: 'browser',
        dataFolder: '/data',
        isOnline: () => this.online,
        openPage: async (page) => {
          this.opened.push(page)
        },
        openDataFolder: async () => {
          this.opened.push('folder')
        },
        notify: (notice) => this.notified.push(notice),
      },
      now: this.clock.now,
      wait: this.clock.wait,
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      newId: () => {
        this.#ids += 1
        return `account-${this.#ids}`
      },
    }
  }
}
