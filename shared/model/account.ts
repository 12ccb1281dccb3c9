import { z } from 'zod'
import { type Money, money } from '../money.ts'

/** Made by us when an account is added; never a provider's own number. */
export type AccountId = string

/** One provider API each; a provider with two APIs has two ids. */
export const apiIds = ['callfire-v2', 'flowroute-v2'] as const
export type ApiId = (typeof apiIds)[number]

export const accountColors = ['blue', 'orange', 'green', 'violet', 'pink', 'teal', 'gold', 'slate'] as const
export type AccountColor = (typeof accountColors)[number]

/** Where the keys live: the operating system's key store, this process's memory, or sealed by a passphrase. */
export const keyKeepings = ['keystore', 'session', 'passphrase'] as const
export type KeyKeeping = (typeof keyKeepings)[number]

export type Account = {
  readonly id: AccountId
  readonly api: ApiId
  readonly name: string
  readonly color: AccountColor
  /** API address as typed; null: the provider's own. */
  readonly address: string | null
  /** "Nothing can be bought or changed from this computer." */
  readonly readOnly: boolean
  readonly paused: boolean
  /** Talks to the demo carriers inside the app. */
  readonly sample: boolean
  readonly spending: Spending
  /** Epoch ms. */
  readonly createdAt: number
}

/** Decimal USD; null: no limit. */
export type Spending = {
  readonly perOrder: Money | null
  /** By calendar month of this computer's zone. */
  readonly perMonth: Money | null
  /** Above this cost the count must be typed before buying. */
  readonly typeAbove: Money | null
}
export const noLimits: Spending = { perOrder: null, perMonth: null, typeAbove: null }

/** `lostAnswer`: it happens, and the answer never comes. `refused`: it does not happen. `slow`: the answer takes long. */
export const practiceFaults = ['lostAnswer', 'refused', 'slow'] as const
export type PracticeFault = (typeof practiceFaults)[number]

/** What may be known of keys outside main: never a secret, not even a part of one. */
export type KeyState =
  | { readonly kind: 'ready'; readonly keeping: KeyKeeping; readonly setAt: number; readonly lastUsedAt: number | null }
  | { readonly kind: 'missing'; readonly why: 'none' | 'session' | 'locked' | 'unreadable' }

export const facetNames = [
  'numbers',
  'market',
  'leases',
  'leaseConfigs',
  'routes',
  'keywords',
  'doNotContact',
  'orders',
  'billing',
] as const
export type FacetName = (typeof facetNames)[number]

export type AccountView = Account & {
  readonly keys: KeyState
  /** What this provider's API has at all. */
  readonly facets: readonly FacetName[]
}

/** CallFire: API login and password. Flowroute: access key and secret key. */
export type Credentials = { readonly login: string; readonly secret: string }

/** One line of the connection report. */
export type ConnectionCheck = {
  readonly name:
    | 'reach'
    | 'account'
    | 'permissions'
    | 'numbers'
    | 'search'
    | 'billing'
    | 'keywords'
    | 'routes'
    | 'doNotContact'
  /** `absent`: this provider has no such thing. */
  readonly outcome: 'ok' | 'failed' | 'absent' | 'notRun'
  /** A whole plain sentence: "12 numbers can be read", "CallFire refused: …". Holds no secret. */
  readonly sentence: string
}

export type ConnectionReport = {
  readonly checks: readonly ConnectionCheck[]
  /** True when numbers can be read: the least that an account is good for. */
  readonly usable: boolean
  /** Keys that belong to the other provider, seen by their shape. */
  readonly hint: string | null
}

const name = z.string().trim().min(1, 'Give the account a name.').max(60, 'Use 60 characters at most.')
const login = z.string().max(500)
const secret = z.string().max(500)
export const accountId = z.string().min(1).max(64)

export const accountDraft = z.object({
  api: z.enum(apiIds),
  name,
  color: z.enum(accountColors),
  address: z.string().max(500).nullable(),
  readOnly: z.boolean(),
  login,
  secret,
  keeping: z.enum(keyKeepings),
  /** Only with keeping `passphrase`. */
  passphrase: z.string().max(500).nullable(),
})
export type AccountDraft = z.infer<typeof accountDraft>

const limit = money.refine(({ amount }) => !amount.startsWith('-'), 'A limit cannot be less than $0.')

export const accountChange = z.object({
  accountId,
  name: name.optional(),
  color: z.enum(accountColors).optional(),
  address: z.string().max(500).nullable().optional(),
  readOnly: z.boolean().optional(),
  paused: z.boolean().optional(),
  spending: z
    .object({ perOrder: limit.nullable(), perMonth: limit.nullable(), typeAbove: limit.nullable() })
    .optional(),
})
export type AccountChange = z.infer<typeof accountChange>

export const newKeys = z.object({
  accountId,
  login,
  secret,
  keeping: z.enum(keyKeepings),
  passphrase: z.string().max(500).nullable(),
})
export type NewKeys = z.infer<typeof newKeys>

/** Test an account that stands, or keys that are only typed so far. */
export const connectionTest = z.union([
  z.object({ accountId }),
  z.object({ api: z.enum(apiIds), address: z.string().max(500).nullable(), login, secret }),
])
export type ConnectionTest = z.infer<typeof connectionTest>
