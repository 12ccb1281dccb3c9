import type { NumberWindow } from '../../../shared/model/number.ts'
import type { Bridge } from '../store.ts'
import { pageSize, pagesOf, type Range, withoutBeyond, withPage } from './pages.ts'
import type { AskRows, Inside, NumbersState } from './state.ts'

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

export type Asking = {
  readonly show: (range: Range) => void
  /** The question changed: what is on the screen stays until the first answer to the new one. */
  readonly anew: () => void
  /** The rows may have changed: what is on the screen is asked for again. */
  readonly again: () => void
  readonly rows: AskRows
}

/**
 * Keeps the pages around the visible rows filled. Only what is wanted at the moment is asked for, so a fast scroll from
 * top to bottom asks for a handful of pages; answers that a newer question overtook are dropped.
 */
export function createAsking(bridge: Bridge, inside: Inside): Asking {
  let view: View = { range: { start: 0, end: 1 }, edition: 1, round: newRound(1) }
  const ask = askWith(bridge, inside)

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

const askWith =
  (bridge: Bridge, { get }: Inside) =>
  (offset: number, limit: number) => {
    const { filter, sort, direction } = get()
    return bridge.invoke('numbers.query', { filter, sort, direction, offset, limit })
  }

/** Pages around the visible rows whose edition is old, or that left the cache since they were read. */
function wanted({ range, round, edition }: View, { answered, total, pages, failure }: NumbersState): readonly number[] {
  const around = { start: Math.max(0, range.start - margin), end: range.end + margin }
  const isHere = (page: number) => pages.has(page) || failure !== null
  return pagesOf(around, answered === round.question ? total : null).filter(
    (page) => round.editions.get(page) !== edition || !isHere(page),
  )
}

type Answer = { readonly page: number; readonly round: Round; readonly answer: NumberWindow }

function taken({ answered, pages, total }: NumbersState, { page, round, answer }: Answer): Partial<NumbersState> {
  const isFirst = answered !== round.question
  const kept = isFirst ? new Map() : answer.total < (total ?? 0) ? withoutBeyond(pages, answer.total) : pages
  return {
    pages: withPage(kept, page, answer.rows),
    total: answer.total,
    answered: round.question,
    failure: null,
  }
}
