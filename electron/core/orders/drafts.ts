import { isFailure } from '../../../shared/failure.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { DraftView, OrderDraft, PurchaseId } from '../../../shared/model/purchase.ts'
import type { Push } from '../pushes.ts'
import { invalid } from '../requests.ts'
import type { Check, CheckTask, Finding, OrdersWorld } from './check.ts'
import { openLine } from './check-account.ts'
import { checksOf, isBarrier, plannedChecks } from './checks.ts'
import type { SeenPrice } from './cost.ts'
import { type Draft, newDraft, withCheck } from './draft.ts'
import { normalOrder } from './normal.ts'
import { whyNot } from './outcome.ts'
import { buttonOf, statementOf, typingOf } from './statement.ts'

/** Checks older than this are not bought on. */
export const freshMs = 2 * 60_000
const keptMs = 10 * 60_000
const mostDrafts = 50

type Standing = { draft: Draft; stale: boolean; readonly dropped: AbortController }

/** Orders that are being looked at. They live in memory only: what is not placed is nothing. */
export class Drafts {
  readonly #world: OrdersWorld
  readonly #push: Push
  readonly #standing = new Map<string, Standing>()
  readonly #accepted = new Map<string, SeenPrice>()

  constructor(world: OrdersWorld, push: Push) {
    this.#world = world
    this.#push = push
  }

  /** Throws `unknownAccount`, or `invalid` for what cannot be ordered. */
  prepare(asked: OrderDraft): DraftView {
    const order = normalOrder(asked)
    this.#world.book.find(order.accountId)
    const draft = newDraft(this.#world.ports.newId(), order, plannedChecks(order.kind))
    const standing = { draft, stale: false, dropped: new AbortController() }
    this.#standing.set(draft.id, standing)
    for (const id of [...this.#standing.keys()].slice(0, -mostDrafts)) this.drop(id)
    void this.#check(standing)
    void this.#expire(standing)
    return this.#view(standing)
  }

  view(id: string): DraftView {
    return this.#view(this.#find(id))
  }

  /** As it stands now; throws `invalid` (field `draftId`). */
  get(id: string): { readonly draft: Draft; readonly view: DraftView } {
    const standing = this.#find(id)
    return { draft: standing.draft, view: this.#view(standing) }
  }

  /** Accepts exactly the prices that are shown. */
  acceptPrice(id: string): DraftView {
    const standing = this.#find(id)
    const { draft } = standing
    if (draft.asksPrice && this.#stateOf(standing) === 'ready') {
      for (const { thing, setup, monthly } of draft.things) {
        this.#accepted.set(`${draft.accountId} ${thing}`, { setup, monthly, at: this.#world.ports.now() })
      }
      const checked = withCheck(draft, 'price', { state: 'passed', sentence: 'You have accepted the new price.' })
      this.#set(standing, { ...checked, asksPrice: false })
    }
    return this.#view(standing)
  }

  /** What other windows have checked of the same is no longer true, also once this purchase is over. */
  placed(id: string, purchaseId: PurchaseId): void {
    const standing = this.#find(id)
    for (const other of this.#standing.values()) {
      other.stale ||= other !== standing && isOfTheSame(other.draft.order, standing.draft.order)
    }
    this.#set(standing, { ...standing.draft, state: 'placed', purchaseId })
  }

  /** What was checked with other keys, or at another address, may be true of another customer. */
  outdate(accountId: AccountId): void {
    for (const standing of this.#standing.values()) standing.stale ||= standing.draft.accountId === accountId
    this.#push('orders')
  }

  drop(id: string): void {
    this.#standing.get(id)?.dropped.abort()
    this.#standing.delete(id)
  }

  #find(id: string): Standing {
    const standing = this.#standing.get(id)
    if (!standing) throw invalid('draftId', 'This order was prepared too long ago. Prepare it again.')
    return standing
  }

  #set(standing: Standing, draft: Draft): void {
    standing.draft = draft
    this.#push('orders')
  }

  #stateOf({ draft, stale }: Standing): DraftView['state'] {
    // A clock that was set in either direction makes the age unknown, so the checks count as old.
    const age = Math.abs(this.#world.ports.now() - draft.checkedAt)
    return draft.state === 'ready' && (stale || age >= freshMs) ? 'stale' : draft.state
  }

  #view(standing: Standing): DraftView {
    const { draft } = standing
    const { book, ports } = this.#world
    const account = book.find(draft.accountId)
    const { id, order, accountId, things, checks, asksPrice, purchaseId, cost } = draft
    const told = { order, account, cost, now: ports.now() }
    return {
      id,
      kind: order.kind,
      accountId,
      things,
      ask: order.kind === 'count' ? order.ask : null,
      checks,
      state: this.#stateOf(standing),
      statement: statementOf(told),
      button: buttonOf(order, cost),
      asksPrice,
      typing: typingOf(told),
      purchaseId,
    }
  }

  async #check(standing: Standing): Promise<void> {
    const signal = AbortSignal.any([standing.dropped.signal, this.#world.stopping])
    try {
      const all = await this.#runAll(standing, signal)
      if (signal.aborted) return
      const checked = { ...standing.draft, checkedAt: this.#world.ports.now() }
      this.#set(standing, { ...checked, state: all ? 'ready' : 'stopped' })
      if (all) await this.#age(standing, signal)
    } catch (error) {
      if (signal.aborted) return
      // Whatever it was, a check that did not end must not leave a draft that seems to go on.
      this.#set(standing, { ...standing.draft, state: 'stopped' })
      if (!isFailure(error)) throw error
    }
  }

  /** False: one of them did not pass. */
  async #runAll(standing: Standing, signal: AbortSignal): Promise<boolean> {
    const { order } = standing.draft
    const first = await this.#step(standing, 'connection', () => openLine(this.#world, order))
    if (!first || first.provider === null) return this.#skipRest(standing)
    let all = true
    for (const check of checksOf(order.kind)) {
      if (signal.aborted) return false
      const run = () => this.#run(check, standing, { provider: first.provider, signal })
      const ended = await this.#step(standing, check.name, run)
      const passes = ended !== null && (ended.finding.state === 'passed' || ended.finding.state === 'waiting')
      if (!passes && isBarrier(check)) return this.#skipRest(standing)
      all &&= passes
    }
    return all
  }

  async #run(check: Check, standing: Standing, { provider, signal }: Pick<CheckTask, 'provider' | 'signal'>) {
    const { draft } = standing
    const account = this.#world.book.find(draft.accountId)
    const accepted = (number: string) => this.#accepted.get(`${draft.accountId} ${number}`) ?? null
    const tell = (sentence: string) => this.#set(standing, withCheck(standing.draft, check.name, { sentence }))
    const task = { world: this.#world, account, order: draft.order, draft, provider, accepted, signal, tell }
    return { finding: await check.run(task) }
  }

  /** Null: it broke off, and says so. */
  async #step<T extends { readonly finding: Finding }>(
    standing: Standing,
    name: Check['name'],
    run: () => Promise<T>,
  ): Promise<T | null> {
    this.#set(standing, withCheck(standing.draft, name, { state: 'running' }))
    try {
      const ended = await run()
      const { state, sentence, learned } = this.#world.scrub()(ended.finding)
      this.#set(standing, withCheck({ ...standing.draft, ...learned }, name, { state, sentence }))
      return ended
    } catch (error) {
      const why = isFailure(error) ? whyNot(error.failure) : 'something went wrong in Linekeeper'
      const sentence = `This could not be checked: ${why}. Check again.`
      this.#set(standing, withCheck(standing.draft, name, { state: 'notRun', sentence }))
      if (!isFailure(error)) throw error
      return null
    }
  }

  #skipRest(standing: Standing): false {
    const sentence = 'Not looked at, because of what is said above.'
    const rest = standing.draft.checks.filter(({ state }) => state === 'waiting')
    for (const { name } of rest) standing.draft = withCheck(standing.draft, name, { state: 'notRun', sentence })
    return false
  }

  async #age(standing: Standing, signal: AbortSignal): Promise<void> {
    await this.#world.ports.wait(freshMs, signal)
    standing.stale = true
    this.#push('orders')
  }

  async #expire(standing: Standing): Promise<void> {
    const { signal } = standing.dropped
    try {
      await this.#world.ports.wait(keptMs, AbortSignal.any([signal, this.#world.stopping]))
      this.drop(standing.draft.id)
    } catch (error) {
      if (!signal.aborted && !this.#world.stopping.aborted) throw error
    }
  }
}

function isOfTheSame(one: OrderDraft, other: OrderDraft): boolean {
  if (one.kind === 'count' || other.kind === 'count') return one.kind === other.kind
  return one.things.some((thing) => other.things.includes(thing))
}
