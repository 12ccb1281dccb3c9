import type { Provider } from '../../../electron/core/ports.ts'
import { type DemoCarriers, startDemoCarriers } from '../../../electron/demo/carriers.ts'
import type { FaultControl } from '../../../electron/demo/kit/faults.ts'
import type { Ledger } from '../../../electron/demo/kit/ledger.ts'
import type { DemoServer } from '../../../electron/demo/kit/server.ts'
import { createProviders } from '../../../electron/providers/index.ts'
import { type ApiId, apiIds, type Credentials } from '../../../shared/model/account.ts'

export type Desk = {
  readonly url: string
  readonly credentials: Credentials
  readonly faults: FaultControl
  readonly server: DemoServer
  readonly ledger: Ledger
}

/** What each carrier needs of a client; a new API joins the suites with its line here. */
const desksOf = ({ callfireV2, flowrouteV2 }: DemoCarriers): Readonly<Record<ApiId, Desk>> => ({
  'callfire-v2': {
    ...callfireV2,
    credentials: { login: callfireV2.login, secret: callfireV2.password },
    ledger: callfireV2.books.ledger,
  },
  'flowroute-v2': {
    ...flowrouteV2,
    credentials: { login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey },
    ledger: flowrouteV2.books.ledger,
  },
})

export type Opened = { readonly provider: Provider; readonly told: (number | null)[] }
type Changes = { readonly credentials?: Credentials; readonly attemptMs?: number }

export type Desks = {
  readonly carriers: DemoCarriers
  readonly desks: Readonly<Record<ApiId, Desk>>
  readonly open: (api: ApiId, changes?: Changes) => Opened
}

/** The demo carriers and ways to them: real time and real HTTP, but waits that take no time. */
export async function openDesks(numbers: number): Promise<Desks> {
  const carriers = await startDemoCarriers({ numbers })
  const desks = desksOf(carriers)
  const wait = async (_ms: number, signal?: AbortSignal) => {
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
  }
  const open: Desks['open'] = (api, changes = {}) => {
    const { url, credentials } = desks[api]
    const told: (number | null)[] = []
    const limits = changes.attemptMs === undefined ? {} : { attemptMs: changes.attemptMs }
    const create = createProviders({ fetch, wait, limits, pacing: { requestsPerSecond: 1e6 } })
    const onWait = (until: number | null) => void told.push(until)
    const context = { accountId: 'account-1', api, address: url, onWait }
    return { provider: create({ ...context, credentials: async () => changes.credentials ?? credentials }), told }
  }
  return { carriers, desks, open }
}

export const everyApi = apiIds
