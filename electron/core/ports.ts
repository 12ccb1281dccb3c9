import type { Account, AccountId, ApiId, Credentials, KeyKeeping, PracticeFault } from '../../shared/model/account.ts'
import type { KeystoreState, Notice, Settings } from '../../shared/model/settings.ts'

import type { CreateProvider, FacetsOf } from './provider-ports.ts'
import type { Storage } from './storage-ports.ts'

// What providers and the storage promise have files of their own; this page stays the one that adapters import.
export type * from './provider-ports.ts'
export type * from './storage-ports.ts'

// ---- settings and keys -----------------------------------------------------------------------------------------

/** A ciphertext and what is needed to know later whether it can still be opened (electron.md, Secrets). */
export type Sealed = {
  readonly ciphertext: string
  readonly backend: string
  readonly tag: string
  /** Epoch ms. */
  readonly at: number
  readonly keyId: string
}

export type StoredKeys = {
  readonly keeping: KeyKeeping
  readonly setAt: number
  readonly lastUsedAt: number | null
  readonly sealed: Sealed | null
}

/** What electron-store keeps: small, whole, written atomically. */
export type SettingsFile = {
  readonly read: () => {
    readonly settings: Settings
    readonly accounts: readonly Account[]
    readonly keys: Readonly<Record<AccountId, StoredKeys>>
  }
  readonly saveSettings: (settings: Settings) => void
  readonly saveAccounts: (accounts: readonly Account[]) => void
  readonly saveKeys: (keys: Readonly<Record<AccountId, StoredKeys>>) => void
  readonly notices: readonly Notice[]
}

export type Vault = {
  readonly state: () => Promise<KeystoreState>
  /** By the operating system's key store. Throws FailureError `vault`. */
  readonly seal: (secret: string) => Promise<Sealed>
  /** `again`: to be stored in place of the old one. A ciphertext is never deleted because opening it failed. */
  readonly open: (sealed: Sealed) => Promise<{ readonly secret: string; readonly again: Sealed | null }>
  readonly sealWithPassphrase: (secret: string, passphrase: string) => Promise<Sealed>
  /** Throws FailureError `vault` `wrongPassphrase`. */
  readonly openWithPassphrase: (sealed: Sealed, passphrase: string) => Promise<string>
}

// ---- the rest of the world -------------------------------------------------------------------------------------

/** The demo carriers inside the app, started when the first sample account needs them. */
export type SampleCarriers = (api: ApiId) => Promise<{
  readonly address: string
  readonly credentials: Credentials
  /** What the next request that spends has to suffer; null: nothing. */
  readonly practise: (fault: PracticeFault | null) => void
}>

/** Redacted, rotating log. Details never hold a secret or a provider's whole document. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  details?: Readonly<Record<string, unknown>>,
) => void

export type Host = {
  readonly version: string
  readonly kind: 'electron' | 'browser'
  readonly dataFolder: string
  /** False is reliable, true is not. */
  readonly isOnline: () => boolean
  readonly openPage: (page: 'callfireKeys' | 'flowrouteKeys') => Promise<void>
  readonly openDataFolder: () => Promise<void>
  /** A notice of the operating system; nothing happens where there are none. No secrets, no numbers of others. */
  readonly notify: (notice: { readonly title: string; readonly body: string }) => void
}

export type Ports = {
  readonly storage: Storage
  readonly settings: SettingsFile
  readonly vault: Vault
  readonly createProvider: CreateProvider
  readonly facetsOf: FacetsOf
  readonly sampleCarriers: SampleCarriers
  readonly log: Log
  readonly host: Host
  /** Epoch ms. */
  readonly now: () => number
  /** Resolves after `ms`, or rejects when the signal aborts. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Lets the event loop run once. */
  readonly breathe: () => Promise<void>
  readonly newId: () => string
}
