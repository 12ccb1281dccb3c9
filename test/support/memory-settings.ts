import type { SettingsFile, StoredKeys } from '../../electron/core/ports.ts'
import { FailureError } from '../../shared/failure.ts'
import type { Account } from '../../shared/model/account.ts'
import { defaultSettings, type Notice, type Settings } from '../../shared/model/settings.ts'

/** The settings file as text in memory: what is read back has been through JSON, as on a disk. */
export class MemorySettings implements SettingsFile {
  readonly notices: readonly Notice[] = []
  /** Fails every write, as a full disk does. */
  full = false
  /** Writes that still go well before the disk is full. */
  room = Number.POSITIVE_INFINITY
  keySaves = 0
  #settings: string
  #accounts = '[]'
  #keys = '{}'

  constructor(settings: Settings = defaultSettings) {
    this.#settings = JSON.stringify(settings)
  }

  get text(): string {
    return `${this.#settings}\n${this.#accounts}\n${this.#keys}`
  }

  readonly read = () => ({
    settings: JSON.parse(this.#settings) as Settings,
    accounts: JSON.parse(this.#accounts) as readonly Account[],
    keys: JSON.parse(this.#keys) as Readonly<Record<string, StoredKeys>>,
  })

  readonly saveSettings = (settings: Settings): void => {
    this.#settings = this.#write(settings)
  }

  readonly saveAccounts = (accounts: readonly Account[]): void => {
    this.#accounts = this.#write(accounts)
  }

  readonly saveKeys = (keys: Readonly<Record<string, StoredKeys>>): void => {
    this.#keys = this.#write(keys)
    this.keySaves += 1
  }

  #write(value: unknown): string {
    this.room -= 1
    if (this.full || this.room < 0) throw new FailureError({ kind: 'disk', why: 'full', detail: 'settings' })
    return JSON.stringify(value)
  }
}
