import { useMemo } from 'react'
import type { AccountId, AccountView } from '../../shared/model/account.ts'
import { useScreen } from './stores.ts'

/** The accounts by their ids, in their order. */
export function useAccountMap(): ReadonlyMap<AccountId, AccountView> {
  const accounts = useScreen('accounts', (state) => state.accounts)
  return useMemo(() => new Map((accounts ?? []).map((account) => [account.id, account])), [accounts])
}
