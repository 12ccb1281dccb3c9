import type { Buying } from '../../core/ports.ts'
import { toPlaced } from '../placed.ts'
import type { Api } from './lists.ts'
import { numberPath } from './owned.ts'

/** "Bought, but the texting service failed": never to be bought again (flowroute-v2.md section 2.3). */
const multiStatus = 207
const withoutTexts = 'Flowroute sold the number, but its texting could not be set up. Switch texting on again later.'

export const createBuying = (api: Api): Buying => ({
  buyOne: async (number, signal) => {
    const written = await api.http.write({ method: 'POST', path: numberPath(number), signal })
    const placed = toPlaced(written, 'Flowroute', api.accountId)
    return { ...placed, warning: written.status === multiStatus ? withoutTexts : null }
  },
  release: async (number, signal) =>
    toPlaced(await api.http.write({ method: 'DELETE', path: numberPath(number), signal }), 'Flowroute', api.accountId),
})
