import type { Provider } from '../ports.ts'
import { numbersLane } from './numbers.ts'
import { finishPart, type Lane, type Reading, readList } from './reading.ts'

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
  const { provider, run, signal, ports } = reading
  const { routes } = provider
  if (!routes) return
  const { numbers } = ports.storage
  const edges = routes.edgeStrategies(signal)
  // Marked as handled: when the routes fail first, nobody waits for the edges any more.
  edges.catch(() => undefined)
  const pull = async function* () {
    yield* routes.pull(signal)
    // Part of the list: stored before what it lacks is marked gone.
    numbers.saveRoutes(run, [], await edges)
  }
  await readList(reading, 'routes', { pull, save: (items) => numbers.saveRoutes(run, items, []) })
  await reproject(reading)
}

/** Numbers show their route's name, so a route that changed changes them too. */
export async function reproject({ ports, run }: Reading): Promise<void> {
  const { numbers } = ports.storage
  while (numbers.reproject(run.accountId, numbers.maxChunk)) await ports.breathe()
}

async function readConfigs(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  const { leaseConfigs } = provider
  if (!leaseConfigs) return
  await readList(reading, 'leaseConfigs', {
    pull: () => leaseConfigs.pull(signal),
    save: (configs) =>
      ports.storage.numbers.saveRoutings(
        run,
        configs.map(({ number, config }) => ({ number, routing: { kind: 'config', config } })),
      ),
  })
}

async function readKeywords(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  const { keywords } = provider
  if (!keywords) return
  const save = ports.storage.lists.saveKeywords
  await readList(reading, 'keywords', { pull: () => keywords.pull(signal), save: (items) => save(run, items) })
}

async function readDoNotContact(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  const { doNotContact } = provider
  if (!doNotContact) return
  const save = ports.storage.lists.saveDoNotContact
  await readList(reading, 'doNotContact', { pull: () => doNotContact.pull(signal), save: (items) => save(run, items) })
}

async function readOrders(reading: Reading): Promise<void> {
  const { provider, run, signal, ports } = reading
  const { orders } = provider
  if (!orders) return
  const save = ports.storage.lists.saveOrders
  await readList(reading, 'orders', { pull: () => orders.pull(signal), save: (items) => save(run, items) })
}

async function readBilling(reading: Reading): Promise<void> {
  const { provider, run, signal, ports, tell } = reading
  if (!provider.billing) return
  tell.begun('billing', null)
  ports.storage.lists.saveBilling(run, await provider.billing.read(signal))
  await finishPart(reading, 'billing')
}
