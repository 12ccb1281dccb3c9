import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../../electron/core/app.ts'
import type { Storage, Vault } from '../../electron/core/ports.ts'
import { type DemoCarriers, type DemoOptions, startDemoCarriers } from '../../electron/demo/carriers.ts'
import type { HttpLimits } from '../../electron/providers/http.ts'
import type { Input, Output, RequestName, Topic } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import type { AccountDraft, AccountView, ApiId } from '../../shared/model/account.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { accountDraft } from './builders.ts'
import { createNodePorts, type Life, openNodeStorage } from './node-ports.ts'
import { createNodeVault } from './node-vault.ts'

export type WorldOptions = DemoOptions & {
  /** A data folder that stands; a fresh one when left out. It is deleted at the end either way it was made here. */
  readonly folder?: string
  readonly now?: () => number
  readonly limits?: Partial<HttpLimits>
  /** So many seconds of the app's waits pass in one of ours, so that orders can be followed to their end. */
  readonly pace?: number
}

/**
 * The whole app in plain Node over real HTTP: core, storage on a disk, providers, and the demo carriers on loopback.
 * Only the window and the operating system's key store are stand-ins. To be closed.
 */
export class World {
  readonly carriers: DemoCarriers
  readonly logged: string[] = []
  readonly pushed: Topic[] = []
  /** What the operating system was asked to show. */
  readonly notified: { readonly title: string; readonly body: string }[] = []
  /** Every answer that left main, as text. */
  readonly answers: string[] = []
  readonly #options: WorldOptions
  readonly #vault: Vault
  readonly #root: string
  #online = true
  #folders = 0
  #lives: readonly { readonly life: Life; readonly storage: Storage }[] = []
  folder: string
  app: App
  storage: Storage

  private constructor(carriers: DemoCarriers, options: WorldOptions) {
    this.carriers = carriers
    this.#options = options
    this.#vault = createNodeVault(options.now)
    this.#root = mkdtempSync(join(tmpdir(), 'linekeeper-test-'))
    this.folder = options.folder ?? this.#newFolder()
    const { app, storage } = this.#boot()
    this.app = app
    this.storage = storage
  }

  static async open(options: WorldOptions = {}): Promise<World> {
    return new World(await startDemoCarriers({ numbers: 40, ...options }), options)
  }

  set online(online: boolean) {
    this.#online = online
  }

  async invoke(name: string, input: unknown): Promise<Result<unknown>> {
    const result = await this.app.invoke(name, input)
    this.answers.push(JSON.stringify(result))
    return result
  }

  /** The value of a request that is expected to work. */
  async ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const result = await this.invoke(name, input)
    if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`)
    return result.value as Output<Name>
  }

  /** The failure of a request that is expected to fail. */
  async refusal<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Failure> {
    const result = await this.invoke(name, input)
    if (result.ok) throw new Error(`${name} worked: ${JSON.stringify(result.value)}`)
    return result.failure
  }

  /** A draft with the demo carrier's own address and keys. */
  draft(api: ApiId, change: Partial<AccountDraft> = {}): AccountDraft {
    const { callfireV2, flowrouteV2 } = this.carriers
    const line =
      api === 'callfire-v2'
        ? { address: callfireV2.url, login: callfireV2.login, secret: callfireV2.password }
        : { address: flowrouteV2.url, login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey }
    return accountDraft(api, { ...line, ...change })
  }

  /** An account at the demo carrier, its first sync under way. */
  add(api: ApiId, change: Partial<AccountDraft> = {}): Promise<AccountView> {
    return this.ask('accounts.add', this.draft(api, change))
  }

  async state(accountId: string): Promise<SyncState> {
    const state = (await this.ask('sync.states', null)).find((candidate) => candidate.accountId === accountId)
    if (!state) throw new Error(`no account ${accountId}`)
    return state
  }

  /** Waits, without looking at a clock, until the state is as wanted. */
  async until(accountId: string, isWanted: (state: SyncState) => boolean): Promise<SyncState> {
    const { app } = this
    return new Promise((resolve, reject) => {
      const look = () => {
        this.state(accountId).then((state) => {
          if (!isWanted(state)) return
          leave()
          resolve(state)
        }, reject)
      }
      const leave = app.subscribe((topic) => {
        if (topic === 'sync') look()
      })
      look()
    })
  }

  /** The state in which the sync that runs now ends. */
  settled(accountId: string): Promise<SyncState> {
    return this.until(accountId, ({ phase }) => phase !== 'running' && phase !== 'never')
  }

  async sync(accountId: string): Promise<SyncState> {
    await this.ask('sync.start', { accountId })
    return this.settled(accountId)
  }

  /** A quit in good order, and a new start over the same folder. */
  async restart(): Promise<void> {
    await this.app.stop()
    this.storage.close()
    this.#lives = this.#lives.filter(({ storage }) => storage !== this.storage)
    this.#rise()
  }

  /**
   * The power goes: whatever runs is cut off where it stands, and what the disk holds at this moment is what the next start
   * finds. Nothing of the old life writes or asks any more.
   */
  crash(): void {
    for (const { life } of this.#lives) life.end()
    const next = this.#newFolder()
    cpSync(this.folder, next, { recursive: true })
    this.folder = next
    this.#rise()
  }

  async close(): Promise<void> {
    await this.app.stop()
    for (const { life, storage } of this.#lives) {
      life.end()
      storage.close()
    }
    await this.carriers.close()
    rmSync(this.#root, { recursive: true, force: true })
  }

  #rise(): void {
    const { app, storage } = this.#boot()
    this.app = app
    this.storage = storage
  }

  #boot(): { readonly app: App; readonly storage: Storage } {
    const { now = Date.now } = this.#options
    const log = (level: string, message: string, details: unknown) => {
      this.logged.push(`${level} ${message} ${JSON.stringify(details ?? {})}`)
    }
    const storage = openNodeStorage(this.folder, { now, log })
    const { ports, life } = createNodePorts({
      folder: this.folder,
      storage,
      vault: this.#vault,
      carriers: this.carriers,
      isOnline: () => this.#online,
      now,
      log,
      newId: randomUUID,
      limits: this.#options.limits,
      pace: this.#options.pace,
      notify: (notice) => this.notified.push(notice),
    })
    this.#lives = [...this.#lives, { life, storage }]
    const app = createApp(ports)
    app.subscribe((topic) => this.pushed.push(topic))
    return { app, storage }
  }

  #newFolder(): string {
    this.#folders += 1
    const folder = join(this.#root, `data-${this.#folders}`)
    mkdirSync(folder, { recursive: true })
    return folder
  }
}

export const createWorld = (options: WorldOptions = {}): Promise<World> => World.open(options)
