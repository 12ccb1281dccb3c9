import { z } from 'zod'
import {
  type AccountView,
  accountChange,
  accountDraft,
  accountId,
  type ConnectionReport,
  connectionTest,
  newKeys,
} from './model/account.ts'
import {
  type NumberCounts,
  type NumberDetail,
  type NumberWindow,
  numberCountsQuery,
  numberKey,
  numberQuery,
} from './model/number.ts'
import { type AppInfo, type Settings, settings } from './model/settings.ts'
import type { SyncState } from './model/sync.ts'

type Request<Schema extends z.ZodType, Output> = { readonly input: Schema; readonly output?: Output }

const request = <Schema extends z.ZodType>(input: Schema) => ({
  gives: <Output>(): Request<Schema, Output> => ({ input }),
})

const nothing = z.null()

/** Every request that the page may make: the wall. The preload never changes when a line is added here. */
export const contract = {
  'app.info': request(nothing).gives<AppInfo>(),
  'app.dismissNotice': request(z.object({ id: z.string().max(100) })).gives<null>(),
  /** Opens one of our known https pages in the person's own browser. */
  'app.openPage': request(z.object({ page: z.enum(['callfireKeys', 'flowrouteKeys']) })).gives<null>(),
  'app.openDataFolder': request(nothing).gives<null>(),

  'settings.get': request(nothing).gives<Settings>(),
  'settings.set': request(settings.partial()).gives<Settings>(),

  'accounts.list': request(nothing).gives<readonly AccountView[]>(),
  'accounts.add': request(accountDraft).gives<AccountView>(),
  /** One sample account a carrier; those that stand are left alone. Starts their first sync. */
  'accounts.addSamples': request(nothing).gives<readonly AccountView[]>(),
  'accounts.test': request(connectionTest).gives<ConnectionReport>(),
  'accounts.change': request(accountChange).gives<AccountView>(),
  'accounts.replaceKeys': request(newKeys).gives<AccountView>(),
  /** Opens keys that a passphrase seals, for every account that it fits. */
  'accounts.unlock': request(z.object({ passphrase: z.string().max(500) })).gives<readonly AccountView[]>(),
  /** What would go with the account, for the question before `accounts.remove`. */
  'accounts.holdings': request(z.object({ accountId })).gives<Holdings>(),
  'accounts.remove': request(z.object({ accountId })).gives<null>(),

  /** Null: every account that is not paused. Answers when it has started. */
  'sync.start': request(z.object({ accountId: accountId.nullable() })).gives<null>(),
  'sync.cancel': request(z.object({ accountId: accountId.nullable() })).gives<null>(),
  'sync.states': request(nothing).gives<readonly SyncState[]>(),

  'numbers.query': request(numberQuery).gives<NumberWindow>(),
  'numbers.counts': request(numberCountsQuery).gives<NumberCounts>(),
  'numbers.get': request(numberKey).gives<NumberDetail | null>(),
}

export type Holdings = {
  readonly numbers: number
  readonly keywords: number
  readonly doNotContact: number
  readonly routes: number
}

export type Contract = typeof contract
export type RequestName = keyof Contract
export type Input<Name extends RequestName> = z.input<Contract[Name]['input']>
export type Parsed<Name extends RequestName> = z.output<Contract[Name]['input']>
export type Output<Name extends RequestName> = NonNullable<Contract[Name]['output']> | NullIn<Contract[Name]['output']>
type NullIn<T> = null extends T ? null : never

/** What a push may name. It never carries the value; whoever cares asks again. */
export const topics = ['app', 'accounts', 'settings', 'sync', 'numbers'] as const
export type Topic = (typeof topics)[number]

type TopicOf<Name extends RequestName> = Name extends `${infer Head}.${string}` ? Head : never
/** The handlers of one topic; leaving one out does not compile. */
export type HandlersOf<T extends TopicOf<RequestName>> = {
  readonly [Name in Extract<RequestName, `${T}.${string}`>]: (
    input: Parsed<Name>,
  ) => Promise<Output<Name>> | Output<Name>
}
