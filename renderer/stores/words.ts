import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { KeywordReport } from '../../shared/model/keyword.ts'
import { type Bridge, createTurns, type ScreenStore } from './store.ts'

export type WordsState = {
  readonly isOpen: boolean
  /** As typed, one word a line; it outlives a look at another screen. */
  readonly text: string
  /** Null: the first account that has keywords. */
  readonly accountId: AccountId | null
  readonly report: KeywordReport | null
  /** Words that will be ordered: only free ones. */
  readonly chosen: ReadonlySet<string>
  readonly isBusy: boolean
  readonly failure: Failure | null
  readonly open: () => void
  readonly close: () => void
  readonly type: (text: string) => void
  readonly setAccount: (accountId: AccountId) => void
  readonly check: (accountId: AccountId) => Promise<void>
  readonly toggle: (word: string) => void
  /** Writes a suggested word under the others and checks again. */
  readonly add: (accountId: AccountId, word: string) => Promise<void>
}

export type WordsStore = ScreenStore<WordsState>

const none: ReadonlySet<string> = new Set()

/** Words that might become keywords: what was typed, and what the provider said of each. */
export function createWordsStore(bridge: Bridge): WordsStore {
  const turn = createTurns()
  return createStore<WordsState>()((set, get) => ({
    isOpen: false,
    text: '',
    accountId: null,
    report: null,
    chosen: none,
    isBusy: false,
    failure: null,
    open: () => set({ isOpen: true }),
    close: () => set({ isOpen: false }),
    type: (text) => set({ text }),
    setAccount: (accountId) => {
      turn()
      set({ accountId, report: null, chosen: none, isBusy: false, failure: null })
    },
    async check(accountId) {
      const isCurrent = turn()
      set({ isBusy: true, failure: null })
      const reply = await bridge.invoke('keywords.check', { accountId, text: get().text })
      if (!isCurrent()) return
      if (!reply.ok) return set({ isBusy: false, failure: reply.failure })
      const free = reply.value.words.flatMap(({ word, standing }) => (standing === 'free' ? [word] : []))
      const kept = free.filter((word) => get().chosen.has(word))
      set({ isBusy: false, report: reply.value, chosen: new Set(free.length === 1 ? free : kept) })
    },
    toggle: (word) => {
      const chosen = new Set(get().chosen)
      if (!chosen.delete(word)) chosen.add(word)
      set({ chosen })
    },
    async add(accountId, word) {
      const { text, chosen } = get()
      set({ text: `${text.trimEnd()}\n${word}`.trimStart(), chosen: new Set([...chosen, word]) })
      await get().check(accountId)
    },
  }))
}
