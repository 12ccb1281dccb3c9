import type { HandlersOf } from '../../../shared/contract.ts'
import type { Syncs } from './syncs.ts'

export const syncHandlers = (syncs: Syncs): HandlersOf<'sync'> => ({
  'sync.start': ({ accountId }) => {
    syncs.request(accountId)
    return null
  },
  'sync.cancel': ({ accountId }) => {
    // At once: what is still winding down is nobody's concern but the next start's.
    void syncs.cancel(accountId)
    return null
  },
  'sync.states': () => syncs.states(),
})
