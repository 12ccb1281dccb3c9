import type {
  Account,
  AccountId,
  ApiId,
  ConnectionReport,
  Credentials,
  FacetName,
  KeyKeeping,
} from '../../shared/model/account.ts'
import type { Billing } from '../../shared/model/billing.ts'
import type { DoNotContact } from '../../shared/model/do-not-contact.ts'
import type { OwnedKeyword } from '../../shared/model/keyword.ts'
import type { LeaseConfig } from '../../shared/model/lease-config.ts'
import type { AreaCode, Exchange, Region } from '../../shared/model/market.ts'
import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import type { ProviderOrder } from '../../shared/model/order.ts'
import type { EdgeStrategy, Route } from '../../shared/model/route.ts'
import type { KeystoreState, Notice, Settings } from '../../shared/model/settings.ts'
import type { OddRow } from '../../shared/model/sync.ts'

import type { Storage } from './storage-ports.ts'

// What the storage adapter promises has a file of its own; this page stays the one that adapters import.
export type * from './storage-ports.ts'

// ---- providers -------------------------------------------------------------------------------------------------

/** One page of a list. A pull yields pages, in any order, and ends; or throws a FailureError: half a list is no list. */
export type Page<Item> = {
  readonly items: readonly Item[]
  readonly odd: readonly OddRow[]
  /** All rows of the list, null when the provider does not say. */
  readonly total: number | null
  /** True: the list may hold rows that no page has, because it kept changing while it was read. */
  readonly incomplete?: boolean
}

export type Pull<Item> = (signal: AbortSignal) => AsyncIterable<Page<Item>>

export type ConfigOf = { readonly number: string; readonly config: LeaseConfig }

/** A provider's API in our words. What an API lacks is absent. Every function throws FailureError. */
export type Provider = {
  readonly api: ApiId
  readonly facets: readonly FacetName[]
  /** Never throws for what a provider answers: each line says what worked and why not. */
  readonly check: (signal: AbortSignal) => Promise<ConnectionReport>
  readonly numbers: {
    readonly pull: Pull<OwnedNumber>
    /** What lists leave out (Flowroute: routes and prices), for these numbers, paced. A number that is gone is left out. */
    readonly pullDetails?: (numbers: readonly string[], signal: AbortSignal) => AsyncIterable<Page<NumberDetails>>
  }
  readonly leaseConfigs?: { readonly pull: Pull<ConfigOf> }
  readonly routes?: {
    readonly pull: Pull<Route>
    readonly edgeStrategies: (signal: AbortSignal) => Promise<readonly EdgeStrategy[]>
  }
  readonly keywords?: { readonly pull: Pull<OwnedKeyword> }
  readonly doNotContact?: { readonly pull: Pull<DoNotContact> }
  readonly orders?: { readonly pull: Pull<ProviderOrder> }
  readonly billing?: { readonly read: (signal: AbortSignal) => Promise<Billing> }
  readonly market?: {
    readonly regions?: (
      query: { readonly city?: string; readonly state?: string; readonly prefix?: string },
      signal: AbortSignal,
    ) => AsyncIterable<Page<Region>>
    readonly areaCodes?: Pull<AreaCode>
    readonly exchanges?: (areaCode: string | null, signal: AbortSignal) => AsyncIterable<Page<Exchange>>
  }
}

/** A detail read gives the whole number again and where it rings. */
export type NumberDetails = { readonly number: OwnedNumber; readonly routing: NumberRouting }

export type ProviderContext = {
  readonly accountId: AccountId | null
  readonly api: ApiId
  /** Base address without a trailing slash; null: the provider's own. */
  readonly address: string | null
  /** Asked for each request, so that replaced keys count at once. Throws FailureError `keysMissing`. */
  readonly credentials: () => Promise<Credentials>
  /** A provider asked us to wait until this time (epoch ms); null: no longer. */
  readonly onWait: (until: number | null) => void
}

export type CreateProvider = (context: ProviderContext) => Provider
/** What an API has, without an account; for screens. */
export type FacetsOf = (api: ApiId) => readonly FacetName[]

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
export type SampleCarriers = (api: ApiId) => Promise<{ readonly address: string; readonly credentials: Credentials }>

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
