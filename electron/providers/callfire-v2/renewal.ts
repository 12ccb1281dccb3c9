import type { Leases } from '../../core/ports.ts'
import { leasePath } from './leases.ts'
import type { Api } from './lists.ts'

/** Says what should be true and nothing else: members that are left out keep their value. */
export const createLeases = (api: Api): Leases => ({
  setAutoRenew: async ({ kind, thing }, autoRenew, signal) => {
    const path = kind === 'number' ? leasePath(thing) : `/keywords/leases/${encodeURIComponent(thing)}`
    await api.http.write({ method: 'PUT', path, body: { autoRenew }, signal })
  },
})
