import type { Account } from '../../../shared/model/account.ts'
import type { CheckName, DraftCheck, OrderDraft } from '../../../shared/model/purchase.ts'
import type { AccountBook } from '../accounts/book.ts'
import type { Connections } from '../accounts/connections.ts'
import type { Scrub } from '../accounts/scrub.ts'
import type { Market } from '../market/market.ts'
import type { Ports, Provider } from '../ports.ts'
import type { SeenPrice } from './cost.ts'
import type { Draft } from './draft.ts'

export type OrdersWorld = {
  readonly ports: Pick<Ports, 'storage' | 'host' | 'now' | 'wait' | 'breathe' | 'newId' | 'log'>
  readonly book: AccountBook
  readonly connections: Pick<Connections, 'open' | 'loginOf'>
  readonly scrub: () => Scrub
  readonly market: Pick<Market, 'seen' | 'bought'>
  /** Aborted when the app stops. */
  readonly stopping: AbortSignal
}

/** What a check has found, and what it learned on the way. */
export type Finding = {
  readonly state: Extract<DraftCheck['state'], 'passed' | 'failed' | 'notRun' | 'waiting'>
  readonly sentence: string
  readonly learned?: Partial<Pick<Draft, 'things' | 'asksPrice' | 'cost' | 'before'>>
}

export type CheckTask = {
  readonly world: OrdersWorld
  readonly account: Account
  readonly order: OrderDraft
  /** As the checks before left it. */
  readonly draft: Draft
  /** Only for checks behind `connection`. */
  readonly provider: Provider
  /** Prices that the owner has accepted since the app started. */
  readonly accepted: (number: string) => SeenPrice | null
  readonly signal: AbortSignal
  /** Tells how far it is. */
  readonly tell: (sentence: string) => void
}

export type Check = {
  readonly name: CheckName
  /** What it is about to look at. */
  readonly about: string
  readonly run: (task: CheckTask) => Promise<Finding> | Finding
}

export const passed = (sentence: string, learned: Finding['learned'] = {}): Finding => ({
  state: 'passed',
  sentence,
  learned,
})
export const failed = (sentence: string, learned: Finding['learned'] = {}): Finding => ({
  state: 'failed',
  sentence,
  learned,
})
export const notRun = (sentence: string): Finding => ({ state: 'notRun', sentence })

/** The things of an order that names them; none for one by count. */
export const thingsOf = (order: OrderDraft): readonly string[] => (order.kind === 'count' ? [] : order.things)
