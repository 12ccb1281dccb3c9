import type { AccountView } from '../../../shared/model/account.ts'
import { useScreen } from '../stores.ts'

/** The accounts whose provider has keywords at all, in their order. */
export function useKeywordAccounts(): readonly AccountView[] {
  const accounts = useScreen('accounts', (state) => state.accounts) ?? []
  return accounts.filter(({ facets }) => facets.includes('keywords'))
}

/** The chosen account, or the first that can be asked. */
export function useWordsAccount(): AccountView | undefined {
  const accounts = useKeywordAccounts()
  const chosen = useScreen('words', (state) => state.accountId)
  return accounts.find(({ id }) => id === chosen) ?? accounts[0]
}
