import { isFailure } from '../../../shared/failure.ts'
import type { EdgeStrategy } from '../../../shared/model/route.ts'
import type { Provider } from '../ports.ts'
import { numbersLane } from './numbers.ts'
import { finishPart, type Lane, type Reading, readList, savePage } from './reading.ts'

/**
 * In this order, so that the first requests on the line are those that put rows on the screen. Configs go just before the
 * numbers that they belong to: a number that is stored after its config is complete at once, and computed only once.
 */
export function lanesOf(provider: Provider): readonly Lane[] {
  const { leaseConfigs, routes, keywords, doNotContact, orders, billing } = provider
  return [
    routes ? [{ part: 'routes', read: readRoutes } as const] : [],
    leaseConfigs ? [{ part: 'leaseConfigs', read: readConfigs } as const] : [],
    numbersLane(provider),
    keywords ? [{ part: 'keywords', read: readKeywords } as const] : [],
    doNotContact ? [{ part: 'doNotContact', read: readDoNotContact } as const] : [],
    orders ? [{ part: 'orders', read: readOrders } as const] : [],
    billing ? [{ part: 'billing', read: readBilling } as const] : [],
  ]
}

async function readRoutes(reading: Reading): Promise<void> {
  const { provider, run, signal, tell, ports } = reading
  if (!provider.routes) return
  const { numbers } = ports.storage
  const edges = readEdges(provider.routes.edgeStrategies(signal))
  // Marked as handled: when the routes fail first, nobody waits for the edges any more.
  edges.catch(() => undefined)
  tell.begun('routes', null)
  const save = (items: Parameters<typeof numbers.saveRoutes>[1]) => numbers.saveRoutes(run, items, [])
  for await (const page of provider.routes.pull(signal)) await savePage(reading, 'routes', { page, save })
  numbers.saveRoutes(run, [], await edges)
  await finishPart(reading, 'routes')
  await reproject(reading)
}

/** Some accounts have no edge strategies to show; their routes are no worse for it. */
async function readEdges(reading: Promise<readonly EdgeStrategy[]>): Promise<readonly EdgeStrategy[]> {
  try {
    return await reading
  } catch (error) {
    if (isFailure(error) && (error.failure.kind === 'notFound' || error.failure.kind === 'forbidden')) return []
    throw error
  }
}

/** Numbers show their route's name, so a route that changed changes them too. */
export async function reproject({ ports, run }: Reading): Promise<void> {
  const { numbers } = ports.storage
  while (numbers.reproject(run.accountId, numbers.maxChunk)) await ports.breathe()
}

async function readConfigs(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  if (!provider.leaseConfigs) return
  await readList(reading, 'leaseConfigs', {
    pages: provider.leaseConfigs.pull(signal),
    save: (configs) =>
      ports.storage.numbers.saveRoutings(
        run,
        configs.map(({ number, config }) => ({ number, routing: { kind: 'config', config } })),
      ),
  })
}

async function readKeywords(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  if (!provider.keywords) return
  const save = ports.storage.lists.saveKeywords
  await readList(reading, 'keywords', { pages: provider.keywords.pull(signal), save: (items) => save(run, items) })
}

async function readDoNotContact(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  if (!provider.doNotContact) return
  const save = ports.storage.lists.saveDoNotContact
  const pages = provider.doNotContact.pull(signal)
  await readList(reading, 'doNotContact', { pages, save: (items) => save(run, items) })
}

async function readOrders(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  if (!provider.orders) return
  const save = ports.storage.lists.saveOrders
  await readList(reading, 'orders', { pages: provider.orders.pull(signal), save: (items) => save(run, items) })
}

async function readBilling(reading: Reading): Promise<void> {
  const { provider, run, signal, ports, tell } = reading
  if (!provider.billing) return
  tell.begun('billing', null)
  ports.storage.lists.saveBilling(run, await provider.billing.read(signal))
  await finishPart(reading, 'billing')
}
