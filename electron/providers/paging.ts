import { FailureError, isFailure } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Page } from '../core/ports.ts'
import { gather } from './gather.ts'
import { type Arrival, createPlan, type Plan, type Span } from './paging-plan.ts'

/** One answer of a list, decoded, with what the plan needs to know of it. */
export type ListPage<Item> = Arrival & {
  readonly page: Page<Item>
  /** First and last row as they came: a server that ignores `offset` gives the same ones for ever. */
  readonly fingerprint: string
}

export type List<Item> = {
  readonly accountId: AccountId | null
  /** `callfire-v2 GET /numbers/leases` */
  readonly place: string
  /** Rows in the largest page that the provider gives. */
  readonly limit: number
  readonly read: (span: Span, signal: AbortSignal) => Promise<ListPage<Item>>
}

/** Twice what an account may ask at once, so that a reader busy with one page does not idle the line. */
const window = 12

/**
 * All pages of a list, in any order, each row at least once. A list that changed while it was read is read once more,
 * because rows move between pages then; a row read twice does no harm, a row missed would count as gone. One that does not keep
 * still a second time ends with a page that says so.
 */
export async function* pullPages<Item>(
  list: List<Item>,
  signal: AbortSignal,
): AsyncGenerator<Page<Item>, void, undefined> {
  for (const isLastTry of [false, true]) {
    const plan = createPlan(list.limit)
    yield* pullOnce(list, plan, signal)
    if (!plan.hasChanged()) return
    if (isLastTry) yield { items: [], odd: [], total: null, incomplete: true }
  }
}

type Arrived<Item> =
  | { readonly span: Span; readonly came: ListPage<Item> }
  | { readonly span: Span; readonly refusal: FailureError }

async function* pullOnce<Item>(list: List<Item>, plan: Plan, signal: AbortSignal): AsyncGenerator<Page<Item>> {
  const next = () => {
    const span = plan.next()
    return span && ((both: AbortSignal) => readSpan(list, span, both))
  }
  let first: ListPage<Item> | null = null
  let refusal: FailureError | null = null
  for await (const arrived of gather({ next, window, signal })) {
    if ('refusal' in arrived) {
      plan.refused(arrived.span)
      refusal = arrived.refusal
    } else {
      const { span, came } = arrived
      const problem = isRepeated(first, came, span) ? 'gave the first page again' : plan.arrived(span, came)
      if (problem !== null) throw garbled(list, problem)
      first ??= came
      yield came.page
    }
    if (plan.isDone()) break
  }
  if (refusal !== null && plan.isCutOff()) throw refusal
}

/** Looking ahead may go further than the list does, and some servers answer that with a refusal. */
async function readSpan<Item>(list: List<Item>, span: Span, signal: AbortSignal): Promise<Arrived<Item>> {
  try {
    return { span, came: await list.read(span, signal) }
  } catch (error) {
    const mayBeBehindTheEnd =
      isFailure(error) && (error.failure.kind === 'refused' || error.failure.kind === 'notFound')
    if (span.offset > 0 && mayBeBehindTheEnd) return { span, refusal: error }
    throw error
  }
}

const isRepeated = <Item>(first: ListPage<Item> | null, came: ListPage<Item>, span: Span): boolean =>
  first !== null &&
  span.offset > 0 &&
  came.received > 1 &&
  came.received === first.received &&
  came.fingerprint === first.fingerprint

const garbled = ({ accountId, place }: List<unknown>, problem: string): FailureError =>
  new FailureError({ kind: 'garbled', place: `${place}: ${problem}`, accountId })
