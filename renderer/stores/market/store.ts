import { createStore } from 'zustand/vanilla'
import type { Topic } from '../../../shared/contract.ts'
import type { Failure, Result } from '../../../shared/failure.ts'
import type { MarketQuery, MarketResults, OfferRow, SearchId } from '../../../shared/model/market.ts'
import { type Bridge, createRefresher, createTurns } from '../store.ts'
import { type Asking, createAsking, unasked, type WindowAnswer } from '../windowed/asking.ts'
import { createBasket } from './basket.ts'
import { anything, isSameQuery, toAsked } from './form.ts'
import type { Inside, MarketState, MarketStore, OfferSort } from './state.ts'
import { createSuggesting } from './suggesting.ts'

type Pauses = { readonly typingMs: number; readonly gapMs: number }

const beginning = {
  ...unasked,
  form: anything,
  searchFailure: null,
  isStarting: false,
  shown: null,
  isNew: null,
  sort: 'memorable',
  direction: 'descending',
  recent: [],
  suggestions: null,
  basket: null,
  basketFailure: null,
  said: '',
} as const

/** A number that a sync finds to be ours is not for sale any more, so those of `numbers` matter too. */
const heard: readonly Topic[] = ['market', 'orders', 'accounts', 'numbers']

/** Looking for numbers, what was found, and the basket. Quiet until the screen was opened once. */
export function createMarketStore(bridge: Bridge, pauses: Pauses = { typingMs: 140, gapMs: 160 }): MarketStore {
  let isLoaded = false
  const store = createStore<MarketState>()((set, get) => {
    const inside: Inside = { get, set }
    const wanted: Wanted = { searchId: null }
    const asking = createAsking<OfferRow>(createAsk(bridge, inside, wanted), inside)
    const { read, ...basket } = createBasket(bridge, inside)
    return {
      ...beginning,
      ...basket,
      ...createSearching(bridge, inside, { asking, wanted }),
      show: asking.show,
      suggest: createSuggesting(bridge, inside, pauses.typingMs),
      setForm: (part) => set({ form: { ...get().form, ...part }, searchFailure: null }),
      load() {
        isLoaded = true
        asking.again()
        void read()
        void readRecent(bridge, inside)
      },
    }
  })
  const refresh = createRefresher(async () => store.getState().load(), pauses.gapMs)
  bridge.subscribe((topic) => {
    if (isLoaded && heard.includes(topic)) refresh()
  })
  return store
}

/** The search that is shown. Null: the latest, of an earlier run of the app too. */
type Wanted = { searchId: SearchId | null }

/** Everything that comes with the rows is taken from the same answer. */
function createAsk(bridge: Bridge, { get, set }: Inside, wanted: Wanted) {
  return async (offset: number, limit: number): Promise<Result<WindowAnswer<OfferRow>>> => {
    const { sort, direction } = get()
    const { searchId } = wanted
    const reply = await bridge.invoke('market.results', { searchId, sort, direction, offset, limit })
    if (!reply.ok) return reply
    if (reply.value && searchId === wanted.searchId) set(taken(get(), reply.value))
    else if (!reply.value && searchId === null) set({ isNew: true })
    return { ok: true, value: reply.value ?? { rows: [], total: 0 } }
  }
}

/** A form that nobody has touched shows what was searched for last. */
function taken({ form }: MarketState, results: MarketResults): Partial<MarketState> {
  const { rows: _rows, offset: _offset, total: _total, ...shown } = results
  return { shown, isNew: false, form: isSameQuery(form, anything) ? shown.query : form }
}

async function readRecent(bridge: Bridge, { set }: Inside): Promise<void> {
  const reply = await bridge.invoke('market.recent', null)
  if (reply.ok) set({ recent: reply.value })
}

type Searching = Pick<MarketState, 'search' | 'searchFor' | 'stop' | 'recall' | 'watch' | 'forget' | 'sortBy'>
type Shared = { readonly asking: Asking<OfferRow>; readonly wanted: Wanted }

function createSearching(bridge: Bridge, inside: Inside, { asking, wanted }: Shared): Searching {
  const { get, set } = inside
  const turn = createTurns()
  const look = (searchId: SearchId): void => {
    wanted.searchId = searchId
    asking.anew()
  }
  const searchFor = async (query: MarketQuery): Promise<void> => {
    const isCurrent = turn()
    set({ form: query, isStarting: true, searchFailure: null, suggestions: null })
    const reply = await bridge.invoke('market.search', plain(toAsked(query)))
    if (!isCurrent()) return
    set({ isStarting: false, searchFailure: reply.ok ? null : reply.failure })
    if (!reply.ok) return
    set({ isNew: false })
    look(reply.value.searchId)
    void readRecent(bridge, inside)
  }
  return {
    searchFor,
    search: () => searchFor(get().form),
    stop: async () => void (await bridge.invoke('market.stop', null)),
    recall({ searchId, query }) {
      turn()
      set({ form: query, isStarting: false, searchFailure: null })
      look(searchId)
    },
    async watch(searchId, watched): Promise<Failure | null> {
      const reply = await bridge.invoke('market.watch', { searchId, watched })
      const { shown } = get()
      if (reply.ok && shown?.searchId === searchId) set({ shown: { ...shown, watched } })
      await readRecent(bridge, inside)
      return reply.ok ? null : reply.failure
    },
    async forget(searchId) {
      const reply = await bridge.invoke('market.forget', { searchId })
      await readRecent(bridge, inside)
      return reply.ok ? null : reply.failure
    },
    sortBy(sort) {
      set({ sort, direction: directionOf(sort, get()) })
      asking.anew()
    },
  }
}

/** The best comes first: what is easiest to remember, the cheapest, the lowest number. The same again turns it round. */
function directionOf(sort: OfferSort, now: Pick<MarketState, 'sort' | 'direction'>): MarketState['direction'] {
  if (sort === now.sort) return now.direction === 'ascending' ? 'descending' : 'ascending'
  return sort === 'memorable' ? 'descending' : 'ascending'
}

const plain = (query: MarketQuery): MarketQuery => ({ ...query, accountIds: [...query.accountIds] })
