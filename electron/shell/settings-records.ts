import {
  type Account,
  type AccountId,
  accountColors,
  apiIds,
  keyKeepings,
  type Spending,
} from '../../shared/model/account.ts'
import { defaultSettings, type Settings, settings as settingsSchema } from '../../shared/model/settings.ts'
import { money } from '../../shared/money.ts'
import type { Sealed, StoredKeys } from '../core/ports.ts'

export type SettingsContent = {
  readonly settings: Settings
  readonly accounts: readonly Account[]
  readonly keys: Readonly<Record<AccountId, StoredKeys>>
}

/** What could be read, and whether anything could not: then the file itself is worth keeping. */
export type Decoded = { readonly content: SettingsContent; readonly whole: boolean }

export const emptyContent: SettingsContent = { settings: defaultSettings, accounts: [], keys: {} }

/** Reads each record by itself, so that one odd record never costs the others. */
export function decodeContent(file: Readonly<Record<string, unknown>>): Decoded {
  const settings = decodeSettings(file.settings)
  const listed = Array.isArray(file.accounts) ? file.accounts : []
  const accounts = listed.filter(isAccount)
  const kept = isRecord(file.keys) ? Object.entries(file.keys) : []
  const keys = kept.flatMap(([id, value]) => (isStoredKeys(value) ? [[id, value] as const] : []))
  const whole = settings.whole && Array.isArray(file.accounts) && isRecord(file.keys)
  return {
    content: { settings: settings.value, accounts, keys: Object.fromEntries(keys) },
    whole: whole && accounts.length === listed.length && keys.length === kept.length,
  }
}

/** A setting that a later version added takes its default; one with a senseless value does, too, and is reported. */
function decodeSettings(value: unknown): { readonly value: Settings; readonly whole: boolean } {
  const given = isRecord(value) ? value : {}
  const merged = settingsSchema.safeParse({ ...defaultSettings, ...given })
  return merged.success ? { value: merged.data, whole: isRecord(value) } : { value: defaultSettings, whole: false }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOneOf = (words: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && words.includes(value)
const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const isFlag = (value: unknown): boolean => typeof value === 'boolean'
const orNull = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value)

type Checks = Readonly<Record<string, (value: unknown) => boolean>>

const fits = (checks: Checks, value: unknown): boolean =>
  isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]))

const isLimit = orNull((value) => money.safeParse(value).success)

/** A cap that cannot be read is not taken for none: the account is left out, and that is said. */
const spendingChecks = {
  perOrder: isLimit,
  perMonth: isLimit,
  typeAbove: isLimit,
} satisfies Readonly<Record<keyof Spending, (value: unknown) => boolean>>

const accountChecks = {
  id: isText,
  api: (value) => isOneOf(apiIds, value),
  name: isText,
  color: (value) => isOneOf(accountColors, value),
  address: orNull(isText),
  readOnly: isFlag,
  paused: isFlag,
  sample: isFlag,
  spending: (value) => fits(spendingChecks, value),
  createdAt: isTime,
} satisfies Readonly<Record<keyof Account, (value: unknown) => boolean>>

const sealedChecks = {
  ciphertext: isText,
  backend: isText,
  tag: isText,
  at: isTime,
  keyId: isText,
} satisfies Readonly<Record<keyof Sealed, (value: unknown) => boolean>>

const keysChecks = {
  keeping: (value) => isOneOf(keyKeepings, value),
  setAt: isTime,
  lastUsedAt: orNull(isTime),
  sealed: orNull((value) => fits(sealedChecks, value)),
} satisfies Readonly<Record<keyof StoredKeys, (value: unknown) => boolean>>

const isAccount = (value: unknown): value is Account => fits(accountChecks, value)
const isStoredKeys = (value: unknown): value is StoredKeys => fits(keysChecks, value)
