import { createContext, useContext } from 'react'
import type { AccountId } from '../../shared/model/account.ts'

export const settingsTabs = ['accounts', 'spending', 'sync', 'appearance', 'data', 'shortcuts', 'about'] as const
export type SettingsTab = (typeof settingsTabs)[number]

/** Where in the app a person is. */
export type Place =
  | { readonly screen: 'numbers' }
  | { readonly screen: 'market' }
  | { readonly screen: 'keywords' }
  /** Which order is open is the order store's matter: open it there, then go. */
  | { readonly screen: 'orders' }
  | { readonly screen: 'settings'; readonly tab: SettingsTab; readonly accountId: AccountId | null }
  | { readonly screen: 'addAccount' }

export const numbersPlace: Place = { screen: 'numbers' }
export const marketPlace: Place = { screen: 'market' }
export const keywordsPlace: Place = { screen: 'keywords' }
export const ordersPlace: Place = { screen: 'orders' }
export const settingsPlace = (tab: SettingsTab, accountId: AccountId | null = null): Place => ({
  screen: 'settings',
  tab,
  accountId,
})

type Journey = { readonly place: Place; readonly go: (place: Place) => void }

const JourneyContext = createContext<Journey | null>(null)
export const JourneyProvider = JourneyContext.Provider

export function usePlace(): Journey {
  const journey = useContext(JourneyContext)
  if (!journey) throw new Error('A screen was drawn outside the app')
  return journey
}
