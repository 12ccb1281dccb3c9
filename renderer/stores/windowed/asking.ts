import type { Failure, Result } from '../../../shared/failure.ts'
import { type Pages, pageSize, pagesOf, type Range, withoutBeyond, withPage } from './pages.ts'

/** The part of a store's state that a list of any length needs. */
export type Windowed<Row> = {
  /** Rows around what is on the screen, never all. */
  readonly pages: Pages<Row>
  /** All rows that match; null until the first answer. */
  readonly total: number | null
  /** Grows with the first answer to a new question; the list then starts at its top. */
  readonly answered: number
  readonly failure: Failure | null
}

/** Why the rows that are shown may be old: they were asked for again in vain. */
export const failureSince = ({ total, failure }: Pick<Windowed<unknown>, 'total' | 'failure'>): Failure | null =>
  total === null ? null : failure

/** Nothing was answered yet. */
export const unasked = { pages: new Map<number, never>(), total: null, answered: 0, failure: null } as const

export type WindowAnswer<Row> = { readonly rows: readonly Row[]; readonly total: number }

/** Asks as the question stands at the moment of asking. */
export type AskWindow<Row> = (offset: number, limit: number) => Promise<Result<WindowAnswer<Row>>>

/** Reading and setting the store's own state. */
export type WindowInside<Row> = {
  readonly get: () => Windowed<Row>
  readonly set: (part: Partial<Windowed<Row>>) => void
}

/** Two at a time: the page in view and its neighbour. More would only queue up before what is looked at next. */
const atOnce = 2
/** A scroll that leaps asks for nothing until it has rested this long: what flies by is not read. */
const settleMs = 50
/** Rows before and behind the visible ones that are worth having. */
const margin = 30

/** One question (filter and order), and which edition of each page has been answered to it. */
type Round = {
  readonly question: number
  readonly editions: Map<number, number>
  readonly underWay: Set<number>
}

type View = { readonly range: Range; readonly edition: number; readonly round: Round }

export type Asking<Row> = {
  readonly show: (range: Range) => void
  /** The question changed: what is on the screen stays until the first answer to the new one. */
  readonly anew: () => void
  /** The rows may have changed: what is on the screen is asked for again. */
  readonly again: () => void
  /** Rows as they are wanted now; a failure leaves the state alone. */
  readonly rows: (range: Range) => Promise<Result<readonly Row[]>>
}

/**
 * Keeps the pages around the visible rows filled. Only what is wanted at the moment is asked for, so a fast scroll from
 * top to bottom asks for a handful of pages; answers that a newer question overtook are dropped.
 */
export function createAsking<Row>(ask: AskWindow<Row>, inside: WindowInside<Row>): Asking<Row> {
  let view: View = { range: { start: 0, end: 1 }, edition: 1, round: newRound(1) }

  const fetchPage = async (page: number): Promise<void> => {
    const { round, edition } = view
    round.underWay.add(page)
    const reply = await ask(page * pageSize, pageSize)
    round.underWay.delete(page)
    if (round !== view.round) return
    round.editions.set(page, edition)
    inside.set(reply.ok ? taken(inside.get(), { page, round, answer: reply.value }) : { failure: reply.failure })
    pump()
  }
  const pump = (): void => {
    for (const page of wanted(view, inside.get()))
      if (view.round.underWay.size < atOnce && !view.round.underWay.has(page)) void fetchPage(page)
  }
  const look = (next: Partial<View>): void => {
    view = { ...view, ...next }
    pump()
  }
  let settling: ReturnType<typeof setTimeout> | undefined
  const show = (range: Range): void => {
    clearTimeout(settling)
    const isLeap = !touches(range, view.range)
    view = { ...view, range }
    if (isLeap) settling = setTimeout(pump, settleMs)
    else pump()
  }
  return {
    show,
    anew: () => look({ range: fromTop(view.range), round: newRound(view.round.question + 1) }),
    again: () => look({ edition: view.edition + 1 }),
    rows: async ({ start, end }) => {
      const reply = await ask(start, end - start)
      return reply.ok ? { ok: true, value: reply.value.rows } : reply
    },
  }
}

const touches = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end

const newRound = (question: number): Round => ({ question, editions: new Map(), underWay: new Set() })

const fromTop = ({ start, end }: Range): Range => ({ start: 0, end: end - start })

/** Pages around the visible rows whose edition is old, or that left the cache since they were read. */
function wanted<Row>(
  { range, round, edition }: View,
  { answered, total, pages, failure }: Windowed<Row>,
): readonly number[] {
  const around = { start: Math.max(0, range.start - margin), end: range.end + margin }
  const isHere = (page: number) => pages.has(page) || failure !== null
  return pagesOf(around, answered === round.question ? total : null).filter(
    (page) => round.editions.get(page) !== edition || !isHere(page),
  )
}

type Answer<Row> = { readonly page: number; readonly round: Round; readonly answer: WindowAnswer<Row> }

function taken<Row>(
  { answered, pages, total }: Windowed<Row>,
  { page, round, answer }: Answer<Row>,
): Partial<Windowed<Row>> {
  const isFirst = answered !== round.question
  const kept: Pages<Row> = isFirst
    ? new Map()
    : answer.total < (total ?? 0)
      ? withoutBeyond(pages, answer.total)
      : pages
  return {
    pages: withPage(kept, page, answer.rows),
    total: answer.total,
    answered: round.question,
    failure: null,
  }
}
