import { createStore } from 'zustand/vanilla'
import { addDays, type CalendarDay, today } from '../../../shared/calendar.ts'
import type { NumberFilter, NumberRow } from '../../../shared/model/number.ts'
import { type Bridge, createRefresher, createTurns } from '../store.ts'
import { type Asking, type AskWindow, createAsking, unasked } from '../windowed/asking.ts'
import { isNarrow, noFilter, toggled } from './filter.ts'
import { createSelecting } from './selecting.ts'
import { nothingSelected } from './selection.ts'
import type { Inside, NumbersState, NumbersStore } from './state.ts'

export type NumbersClock = { readonly now: () => number; readonly typingMs: number; readonly gapMs: number }

/** Pauses: short enough that a search follows the typing, long enough that a sync's pushes do not keep main busy. */
const clockOnTheWall: NumbersClock = { now: Date.now, typingMs: 80, gapMs: 250 }

/** "Soon" for whatever ends: the next thirty days. */
export const soonDay = (now: number): CalendarDay => addDays(today(now), 30)

export function createNumbersStore(bridge: Bridge, clock: NumbersClock = clockOnTheWall): NumbersStore {
  const store = createStore<NumbersState>()((set, get) => {
    const inside: Inside = { get, set }
    const asking = createAsking(askWith(bridge, inside), inside)
    const count = createRefresher(createCounting(bridge, inside, clock), clock.gapMs)
    return {
      ...beginning,
      ...createQuestions(inside, asking, { count, typingMs: clock.typingMs }),
      ...createSelecting(inside, asking.rows),
      show: asking.show,
      reload() {
        asking.again()
        count()
      },
    }
  })
  const refresh = createRefresher(async () => store.getState().reload(), clock.gapMs)
  bridge.subscribe((topic) => {
    if (topic === 'numbers' || topic === 'accounts') refresh()
  })
  return store
}

const beginning = {
  typed: '',
  filter: noFilter,
  sort: 'number',
  direction: 'ascending',
  ...unasked,
  counts: null,
  overall: null,
  selection: nothingSelected,
  anchor: null,
} as const

const askWith =
  (bridge: Bridge, { get }: Inside): AskWindow<NumberRow> =>
  (offset, limit) => {
    const { filter, sort, direction } = get()
    return bridge.invoke('numbers.query', { filter, sort, direction, offset, limit })
  }

type Questions = Pick<NumbersState, 'search' | 'setFilter' | 'toggleFilter' | 'clearFilter' | 'sortBy'>

function createQuestions(
  { get, set }: Inside,
  asking: Asking<NumberRow>,
  { count, typingMs }: { readonly count: () => void; readonly typingMs: number },
): Questions {
  let typing: ReturnType<typeof setTimeout> | undefined
  /** What was selected goes with the filter: nothing that is out of sight should be acted upon. */
  const setFilter = (filter: NumberFilter): void => {
    clearTimeout(typing)
    set({ filter, typed: filter.search, selection: nothingSelected, anchor: null })
    asking.anew()
    count()
  }
  return {
    setFilter,
    toggleFilter: (part) => setFilter(toggled(get().filter, part)),
    clearFilter: () => setFilter(noFilter),
    search(text) {
      clearTimeout(typing)
      set({ typed: text })
      typing = setTimeout(() => {
        if (text !== get().filter.search) setFilter({ ...get().filter, search: text })
      }, typingMs)
    },
    sortBy(sort) {
      const isSame = get().sort === sort
      const direction = isSame && get().direction === 'ascending' ? 'descending' : 'ascending'
      set({ sort, direction, anchor: null })
      asking.anew()
    },
  }
}

/** Counts of what is filtered and of everything; one question answers both while nothing is filtered. */
function createCounting(bridge: Bridge, { get, set }: Inside, { now }: NumbersClock): () => Promise<void> {
  const turn = createTurns()
  return async () => {
    const isCurrent = turn()
    const { filter } = get()
    const soon = soonDay(now())
    const everything = { ...noFilter, accountIds: filter.accountIds }
    const [counts, overall] = await Promise.all([
      isNarrow(filter) ? bridge.invoke('numbers.counts', { filter, soon }) : null,
      bridge.invoke('numbers.counts', { filter: everything, soon }),
    ])
    if (!isCurrent()) return
    if (overall.ok) set({ overall: overall.value })
    const narrow = counts ?? overall
    set(narrow.ok ? { counts: narrow.value } : { failure: narrow.failure })
  }
}
