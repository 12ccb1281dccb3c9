import { z } from 'zod'
import {
  type AccountView,
  accountChange,
  accountDraft,
  accountId,
  type ConnectionReport,
  connectionTest,
  newKeys,
  practiceFaults,
} from './model/account.ts'
import { type KeywordReport, type KeywordWindow, keywordCheck, keywordsQuery } from './model/keyword.ts'
import {
  autoRenewChange,
  type Consequences,
  endings,
  type LeaseOutcome,
  leasedThing,
  type RestorePoint,
} from './model/lease.ts'
import {
  type AccountBudget,
  type Basket,
  type MarketResults,
  marketQuery,
  offerKeys,
  type RecentSearch,
  resultsQuery,
  type SearchId,
  type Suggestion,
  suggestQuery,
} from './model/market.ts'
import {
  type NumberCounts,
  type NumberDetail,
  type NumberWindow,
  numberCountsQuery,
  numberKey,
  numberQuery,
} from './model/number.ts'
import {
  type DraftView,
  type OrdersWindow,
  orderDraft,
  ordersQuery,
  type PurchaseDetail,
  type PurchaseId,
} from './model/purchase.ts'
import { type AppInfo, type Settings, settings } from './model/settings.ts'
import type { SyncState } from './model/sync.ts'

type Request<Schema extends z.ZodType, Output> = { readonly input: Schema; readonly output?: Output }

const request = <Schema extends z.ZodType>(input: Schema) => ({
  gives: <Output>(): Request<Schema, Output> => ({ input }),
})

const nothing = z.null()
const searchId = z.string().min(1).max(64)
const draftId = z.string().min(1).max(64)
const purchaseId = z.string().min(1).max(64)

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
  /** Sample accounts only: what the next request that spends has to suffer, to see what Linekeeper does then. */
  'accounts.practise': request(z.object({ accountId, fault: z.enum(practiceFaults).nullable() })).gives<null>(),

  /** Null: every account that is not paused. Answers when it has started. */
  'sync.start': request(z.object({ accountId: accountId.nullable() })).gives<null>(),
  'sync.cancel': request(z.object({ accountId: accountId.nullable() })).gives<null>(),
  'sync.states': request(nothing).gives<readonly SyncState[]>(),

  'numbers.query': request(numberQuery).gives<NumberWindow>(),
  'numbers.counts': request(numberCountsQuery).gives<NumberCounts>(),
  'numbers.get': request(numberKey).gives<NumberDetail | null>(),

  /** Answers when it has started; the results come under topic `market`. What an earlier search still asks is stopped. */
  'market.search': request(marketQuery).gives<{ readonly searchId: SearchId }>(),
  'market.stop': request(nothing).gives<null>(),
  /** Null: nothing was ever searched. */
  'market.results': request(resultsQuery).gives<MarketResults | null>(),
  'market.recent': request(nothing).gives<readonly RecentSearch[]>(),
  'market.watch': request(z.object({ searchId, watched: z.boolean() })).gives<null>(),
  'market.forget': request(z.object({ searchId })).gives<null>(),
  'market.suggest': request(suggestQuery).gives<readonly Suggestion[]>(),
  'market.basket': request(nothing).gives<Basket>(),
  /** Only offers of the searches that are kept; what is owned or being checked is refused. */
  'market.addToBasket': request(z.object({ offers: offerKeys })).gives<Basket>(),
  'market.removeFromBasket': request(z.object({ offers: offerKeys })).gives<Basket>(),
  /** What each account may spend and has spent in this calendar month. */
  'market.budgets': request(nothing).gives<readonly AccountBudget[]>(),
  'market.clearBasket': request(z.object({ accountId: accountId.nullable() })).gives<Basket>(),

  /** Starts the checks; what they find comes under topic `orders`. Nothing is spent. */
  'orders.prepare': request(orderDraft).gives<DraftView>(),
  'orders.draft': request(z.object({ draftId })).gives<DraftView>(),
  'orders.acceptPrice': request(z.object({ draftId })).gives<DraftView>(),
  /** Spends. The same draft places one purchase, however often it is asked. Answers when the intent is on the disk. */
  'orders.place': request(z.object({ draftId, typed: z.string().max(64).nullable() })).gives<{
    readonly purchaseId: PurchaseId
  }>(),
  'orders.dropDraft': request(z.object({ draftId })).gives<null>(),
  'orders.query': request(ordersQuery).gives<OrdersWindow>(),
  'orders.get': request(z.object({ purchaseId })).gives<PurchaseDetail | null>(),
  'orders.checkAgain': request(z.object({ purchaseId })).gives<null>(),
  /** The owner no longer waits for these items: they are unlocked, and still looked for. */
  'orders.letGo': request(z.object({ purchaseId, slots: z.array(z.int().min(0)).min(1).max(500) })).gives<null>(),
  /** Plain text without secrets, to be sent to a provider's support. */
  'orders.supportText': request(z.object({ purchaseId })).gives<{ readonly text: string }>(),

  'keywords.query': request(keywordsQuery).gives<KeywordWindow>(),
  'keywords.check': request(keywordCheck).gives<KeywordReport>(),

  'leases.consequences': request(leasedThing.extend({ ending: z.enum(endings) })).gives<Consequences>(),
  /** Sent at once and read back; needs the connection. */
  'leases.setAutoRenew': request(autoRenewChange).gives<readonly LeaseOutcome[]>(),
  /** Kept settings of a number that was given up, newest first. */
  'leases.restorePoints': request(z.object({ number: z.string().min(2).max(20) })).gives<readonly RestorePoint[]>(),
  /** Puts kept settings back on a number that is owned again. A line each: what was put back, what was not and why. */
  'leases.restore': request(z.object({ accountId, pointId: z.string().max(64) })).gives<readonly LeaseOutcome[]>(),
}

export type Holdings = {
  readonly numbers: number
  readonly keywords: number
  readonly doNotContact: number
  readonly routes: number
  /** Purchases made from this computer that are settled: their history goes too. */
  readonly orders: number
  /** Those that are still open stay, with their numbers locked, until they are settled. */
  readonly openOrders: number
}

export type Contract = typeof contract
export type RequestName = keyof Contract
export type Input<Name extends RequestName> = z.input<Contract[Name]['input']>
export type Parsed<Name extends RequestName> = z.output<Contract[Name]['input']>
export type Output<Name extends RequestName> = NonNullable<Contract[Name]['output']> | NullIn<Contract[Name]['output']>
type NullIn<T> = null extends T ? null : never

/** What a push may name. It never carries the value; whoever cares asks again. */
export const topics = ['app', 'accounts', 'settings', 'sync', 'numbers', 'market', 'orders', 'keywords'] as const
export type Topic = (typeof topics)[number]

type TopicOf<Name extends RequestName> = Name extends `${infer Head}.${string}` ? Head : never
/** The handlers of one topic; leaving one out does not compile. */
export type HandlersOf<T extends TopicOf<RequestName>> = {
  readonly [Name in Extract<RequestName, `${T}.${string}`>]: (
    input: Parsed<Name>,
  ) => Promise<Output<Name>> | Output<Name>
}
