import { createStore } from 'zustand/vanilla'
import type { Holdings, Input, Output, RequestName } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import type {
  AccountChange,
  AccountDraft,
  AccountId,
  AccountView,
  ConnectionReport,
  ConnectionTest,
  NewKeys,
  PracticeFault,
} from '../../shared/model/account.ts'
import type { Bridge, ScreenStore } from './store.ts'

/** Keys pass through these calls into main; none of them is ever a part of the state. */
export type AccountsState = {
  /** Null: not read yet. */
  readonly accounts: readonly AccountView[] | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  readonly add: (draft: AccountDraft) => Promise<Result<AccountView>>
  readonly addSamples: () => Promise<Result<readonly AccountView[]>>
  readonly test: (input: ConnectionTest) => Promise<Result<ConnectionReport>>
  readonly change: (change: AccountChange) => Promise<Result<AccountView>>
  readonly replaceKeys: (keys: NewKeys) => Promise<Result<AccountView>>
  readonly unlock: (passphrase: string) => Promise<Result<readonly AccountView[]>>
  readonly holdings: (accountId: AccountId) => Promise<Result<Holdings>>
  readonly remove: (accountId: AccountId) => Promise<Result<null>>
  /** Sample accounts: what the next request that spends has to suffer. */
  readonly practise: (accountId: AccountId, fault: PracticeFault | null) => Promise<Result<null>>
}

export type AccountsStore = ScreenStore<AccountsState>

export function createAccountsStore(bridge: Bridge): AccountsStore {
  const store = createStore<AccountsState>()((set, get) => {
    /** The list is asked for again after a change, so that the caller finds it already true. */
    const changing = async <Name extends RequestName>(
      name: Name,
      input: Input<Name>,
    ): Promise<Result<Output<Name>>> => {
      const reply = await bridge.invoke(name, input)
      if (reply.ok) await get().load()
      return reply
    }
    return {
      accounts: null,
      failure: null,
      async load() {
        const reply = await bridge.invoke('accounts.list', null)
        set(reply.ok ? { accounts: reply.value, failure: null } : { failure: reply.failure })
      },
      add: (draft) => changing('accounts.add', draft),
      addSamples: () => changing('accounts.addSamples', null),
      test: (input) => bridge.invoke('accounts.test', input),
      change: (change) => changing('accounts.change', change),
      replaceKeys: (keys) => changing('accounts.replaceKeys', keys),
      unlock: (passphrase) => changing('accounts.unlock', { passphrase }),
      holdings: (accountId) => bridge.invoke('accounts.holdings', { accountId }),
      remove: (accountId) => changing('accounts.remove', { accountId }),
      practise: (accountId, fault) => bridge.invoke('accounts.practise', { accountId, fault }),
    }
  })
  bridge.subscribe((topic) => {
    if (topic === 'accounts') void store.getState().load()
  })
  return store
}
