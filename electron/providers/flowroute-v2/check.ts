import { isFailure } from '../../../shared/failure.ts'
import type { ConnectionCheck, ConnectionReport } from '../../../shared/model/account.ts'
import type { ProviderContext } from '../../core/ports.ts'
import { type Probe, toReport } from '../report.ts'
import { type Api, readRows } from './lists.ts'

const absent: readonly ConnectionCheck[] = [
  { name: 'keywords', outcome: 'absent', sentence: 'Flowroute has no keywords.' },
  { name: 'doNotContact', outcome: 'absent', sentence: 'Flowroute keeps no do-not-contact list.' },
  { name: 'billing', outcome: 'absent', sentence: 'Flowroute does not tell the balance.' },
]

/** What the keys can do, line by line. There is no account to ask for, so the numbers tell whether the keys are right. */
export function checkConnection(api: Api, context: ProviderContext, signal: AbortSignal): Promise<ConnectionReport> {
  const first: Probe = {
    name: 'numbers',
    run: async () => {
      const rows = await readSome(api, '/v2/numbers', signal)
      return rows === 0 ? 'The list of numbers can be read; it is empty.' : 'The list of numbers can be read.'
    },
  }
  const others: readonly Probe[] = [
    {
      name: 'search',
      run: async () => {
        await readSome(api, '/v2/numbers/available', signal)
        return 'Numbers for sale can be searched.'
      },
    },
    {
      name: 'routes',
      run: async () => {
        await readSome(api, '/v2/routes', signal)
        return 'Routes can be read.'
      },
    },
  ]
  return toReport({ provider: 'Flowroute', context, first, others, absent })
}

/** Rows in the shortest page that can be asked for; a list may say with 404 that it is empty. */
async function readSome(api: Api, path: string, signal: AbortSignal): Promise<number> {
  try {
    const answer = await api.http.read({ method: 'GET', path, query: { limit: 1 }, signal, hurried: true })
    return readRows(api, answer).length
  } catch (error) {
    if (isFailure(error) && error.failure.kind === 'notFound') return 0
    throw error
  }
}
