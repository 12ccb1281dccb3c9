import { createContext, useContext } from 'react'
import type { AccountsState } from '../stores/accounts.ts'
import type { AppState } from '../stores/app.ts'
import type { BudgetsState } from '../stores/budgets.ts'
import type { DetailState } from '../stores/detail.ts'
import type { DraftState } from '../stores/draft.ts'
import type { KeywordsState } from '../stores/keywords.ts'
import type { LeasesState } from '../stores/leases.ts'
import type { MarketState } from '../stores/market/state.ts'
import type { NumbersState } from '../stores/numbers/state.ts'
import type { OrderDetailState } from '../stores/order.ts'
import type { OrdersState } from '../stores/orders.ts'
import type { SettingsState } from '../stores/settings.ts'
import { type ScreenStore, useSlice } from '../stores/store.ts'
import type { SyncsState } from '../stores/sync.ts'
import type { WordsState } from '../stores/words.ts'

type States = {
  readonly app: AppState
  readonly settings: SettingsState
  readonly accounts: AccountsState
  readonly sync: SyncsState
  readonly numbers: NumbersState
  readonly detail: DetailState
  readonly draft: DraftState
  readonly market: MarketState
  readonly orders: OrdersState
  readonly order: OrderDetailState
  readonly keywords: KeywordsState
  readonly words: WordsState
  readonly budgets: BudgetsState
  readonly leases: LeasesState
}

export type Stores = { readonly [Name in keyof States]: ScreenStore<States[Name]> }

const StoresContext = createContext<Stores | null>(null)
export const StoresProvider = StoresContext.Provider

export function useStores(): Stores {
  const stores = useContext(StoresContext)
  if (!stores) throw new Error('A screen was drawn outside the app')
  return stores
}

/** One thing of one store: `useScreen('numbers', (state) => state.total)`. */
export const useScreen = <Name extends keyof States, Part>(name: Name, select: (state: States[Name]) => Part): Part =>
  useSlice<States[Name], Part>(useStores()[name], select)

/** The state without listening to it: for what happens on a key or a click. */
export const useGetState = <Name extends keyof States>(name: Name): (() => States[Name]) => useStores()[name].getState
