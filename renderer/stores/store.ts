import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'

export type { Bridge } from '../../shared/bridge.ts'

/** What a screen is given: it reads slices and calls actions, and never sets anything itself. */
export type ScreenStore<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>

/** One thing of a store's state, for a component; it is drawn again when that thing changes. */
export const useSlice = <State, Part>(store: ScreenStore<State>, select: (state: State) => Part): Part =>
  useStore(store, select)

/**
 * Runs `ask` at once, then for any number of further calls once more when it is done, at least `gapMs` after it began.
 * A sync pushes many times a second; what is on the screen need not be asked for more often than an eye sees.
 */
export function createRefresher(ask: () => Promise<void>, gapMs: number): () => void {
  let busy = false
  let again = false
  const run = async (): Promise<void> => {
    busy = true
    again = false
    try {
      await Promise.all([ask(), new Promise((resolve) => setTimeout(resolve, gapMs))])
    } finally {
      busy = false
    }
    if (again) void run()
  }
  return () => {
    again = true
    if (!busy) void run()
  }
}

/** Numbers the questions of one kind, so that an answer that a newer question overtook can be dropped. */
export function createTurns(): () => () => boolean {
  let latest = 0
  return () => {
    latest += 1
    const mine = latest
    return () => mine === latest
  }
}
