import type { HandlersOf } from '../../../shared/contract.ts'
import type { Accounts } from './accounts.ts'

export const accountHandlers = (accounts: Accounts): HandlersOf<'accounts'> => ({
  'accounts.list': () => accounts.list(),
  'accounts.add': (draft) => accounts.add(draft),
  'accounts.addSamples': () => accounts.addSamples(),
  'accounts.test': (test) => accounts.test(test),
  'accounts.change': (change) => accounts.change(change),
  'accounts.replaceKeys': (keys) => accounts.replaceKeys(keys),
  'accounts.unlock': ({ passphrase }) => accounts.unlock(passphrase),
  'accounts.holdings': ({ accountId }) => accounts.holdings(accountId),
  'accounts.remove': ({ accountId }) => accounts.remove(accountId),
  'accounts.practise': ({ accountId, fault }) => accounts.practise(accountId, fault),
})
