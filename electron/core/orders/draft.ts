import type { AccountId } from '../../../shared/model/account.ts'
import type {
  CheckName,
  DraftCheck,
  DraftThing,
  DraftView,
  OrderDraft,
  PurchaseId,
} from '../../../shared/model/purchase.ts'
import type { StoredPurchase } from '../ports.ts'
import { type Cost, costOf, type Price } from './cost.ts'
import { displayOf } from './words.ts'

export type DraftThings = readonly DraftThing[]

/** An order that is being looked at, before anything is spent. Replaced as a whole by each step. */
export type Draft = {
  readonly id: string
  readonly accountId: AccountId
  readonly order: OrderDraft
  readonly things: DraftThings
  readonly checks: readonly DraftCheck[]
  readonly state: DraftView['state']
  /** Epoch ms at which the checks ended. */
  readonly checkedAt: number
  readonly asksPrice: boolean
  readonly cost: Cost
  readonly before: StoredPurchase['before']
  readonly purchaseId: PurchaseId | null
}

export function newDraft(id: string, order: OrderDraft, checks: readonly DraftCheck[]): Draft {
  const things = order.kind === 'count' ? [] : order.things.map((thing) => bare(order, thing))
  const cost = costOf(order.kind === 'release' ? [] : [{ setup: null, monthly: null }], false)
  const { accountId } = order
  const nothing = { asksPrice: false, before: null, purchaseId: null, checkedAt: 0 }
  return { id, accountId, order, things, checks, state: 'checking', cost, ...nothing }
}

const bare = (order: OrderDraft, thing: string): DraftThing => ({
  thing,
  display: displayOf(order.kind, thing),
  setup: null,
  monthly: null,
  before: null,
  problem: null,
})

export const withCheck = (draft: Draft, name: CheckName, change: Partial<DraftCheck>): Draft => ({
  ...draft,
  checks: draft.checks.map((check) => (check.name === name ? { ...check, ...change } : check)),
})

/** Says of each of these things what speaks against it. */
export const withProblems = (things: DraftThings, problems: ReadonlyMap<string, string>): DraftThings =>
  things.map((thing) => ({ ...thing, problem: problems.get(thing.thing) ?? thing.problem }))

export const withPrices = (things: DraftThings, prices: ReadonlyMap<string, Price>): DraftThings =>
  things.map((thing) => ({ ...thing, ...(prices.get(thing.thing) ?? {}) }))
