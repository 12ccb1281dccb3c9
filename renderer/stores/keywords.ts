import { createStore } from 'zustand/vanilla'
import type { AccountId } from '../../shared/model/account.ts'
import type { KeywordRow, KeywordsQuery } from '../../shared/model/keyword.ts'
import { type Bridge, createRefresher, type ScreenStore } from './store.ts'
import { type Asking, createAsking, unasked, type Windowed } from './windowed/asking.ts'
import type { Range } from './windowed/pages.ts'

type Sort = KeywordsQuery['sort']

export type KeywordKey = { readonly accountId: AccountId; readonly keyword: string }

export type KeywordsState = Windowed<KeywordRow> & {
  /** As typed; `search` follows when typing pauses. */
  readonly typed: string
  readonly search: string
  readonly accountIds: readonly AccountId[]
  readonly sort: Sort
  readonly direction: KeywordsQuery['direction']
  /** The keyword that the panel shows, as it was last read; null: closed. */
  readonly shown: KeywordRow | null
  readonly show: (range: Range) => void
  readonly reload: () => void
  readonly type: (text: string) => void
  readonly setAccounts: (accountIds: readonly AccountId[]) => void
  readonly sortBy: (sort: Sort) => void
  readonly open: (row: KeywordRow) => void
  readonly close: () => void
}

export type KeywordsStore = ScreenStore<KeywordsState>

type Pauses = { readonly typingMs: number; readonly gapMs: number }
type Inside = { readonly get: () => KeywordsState; readonly set: (part: Partial<KeywordsState>) => void }

export function createKeywordsStore(bridge: Bridge, pauses: Pauses = { typingMs: 80, gapMs: 250 }): KeywordsStore {
  const store = createStore<KeywordsState>()((set, get) => {
    const asking = createAsking<KeywordRow>(
      async (offset, limit) => {
        const { search, accountIds, sort, direction } = get()
        const input = { search, accountIds: [...accountIds], sort, direction, offset, limit }
        const reply = await bridge.invoke('keywords.query', input)
        if (reply.ok) set({ shown: renewed(get().shown, reply.value.rows) })
        return reply
      },
      { get, set },
    )
    return {
      ...unasked,
      typed: '',
      search: '',
      accountIds: [],
      sort: 'keyword',
      direction: 'ascending',
      shown: null,
      show: asking.show,
      reload: asking.again,
      open: (shown) => set({ shown }),
      close: () => set({ shown: null }),
      ...createQuestions({ get, set }, asking, pauses.typingMs),
    }
  })
  const refresh = createRefresher(async () => store.getState().reload(), pauses.gapMs)
  bridge.subscribe((topic) => {
    if (topic === 'keywords' || topic === 'accounts') refresh()
  })
  return store
}

type Questions = Pick<KeywordsState, 'type' | 'setAccounts' | 'sortBy'>

function createQuestions({ get, set }: Inside, asking: Asking<KeywordRow>, typingMs: number): Questions {
  let typing: ReturnType<typeof setTimeout> | undefined
  return {
    type(typed) {
      clearTimeout(typing)
      set({ typed })
      typing = setTimeout(() => {
        if (typed === get().search) return
        set({ search: typed })
        asking.anew()
      }, typingMs)
    },
    setAccounts(accountIds) {
      if (accountIds.join() === get().accountIds.join()) return
      set({ accountIds })
      asking.anew()
    },
    sortBy(sort) {
      const isSame = get().sort === sort
      set({ sort, direction: isSame && get().direction === 'ascending' ? 'descending' : 'ascending' })
      asking.anew()
    },
  }
}

const renewed = (shown: KeywordRow | null, rows: readonly KeywordRow[]): KeywordRow | null =>
  shown && (rows.find((row) => isSameKeyword(row, shown)) ?? shown)

export const isSameKeyword = (a: KeywordKey, b: KeywordKey): boolean =>
  a.accountId === b.accountId && a.keyword === b.keyword
