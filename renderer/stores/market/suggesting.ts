import { type Bridge, createTurns } from '../store.ts'
import type { Inside, MarketState } from './state.ts'

/** Asks when typing pauses; an answer that newer typing overtook is dropped. */
export function createSuggesting(bridge: Bridge, { get, set }: Inside, typingMs: number): MarketState['suggest'] {
  const turn = createTurns()
  let typing: ReturnType<typeof setTimeout> | undefined
  return (field, text) => {
    clearTimeout(typing)
    const isCurrent = turn()
    if (get().suggestions?.field !== field || text.trim() === '') set({ suggestions: null })
    if (text.trim() === '') return
    typing = setTimeout(async () => {
      const { accountIds } = get().form
      const reply = await bridge.invoke('market.suggest', { field, text, accountIds: [...accountIds] })
      // Suggestions are a convenience: where they cannot be had, what was typed is searched for as it is.
      if (isCurrent()) set({ suggestions: reply.ok ? { field, items: reply.value } : null })
    }, typingMs)
  }
}
