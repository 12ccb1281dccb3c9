import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Exchange } from '../catalogue/exchanges.ts'
import type { FlowroutePrice } from '../catalogue/prices.ts'
import type { Stock } from '../catalogue/stock.ts'
import type { DemoClock } from '../kit/clock.ts'
import type { Effect } from '../kit/ledger.ts'
import { hash32 } from '../kit/random.ts'
import type { Behaviour } from './behaviour.ts'
import { firstCallerNames } from './caller-names.ts'
import { firstAddresses } from './emergency.ts'
import { createFirstRouting, firstRoutes } from './first-routing.ts'
import { createMessaging, type Messaging } from './messaging.ts'
import { createNumberBook, type NumberBook } from './number-book.ts'
import { firstRecord, type NumberRecord } from './number-record.ts'
import { createRouteBook, type RouteBook } from './route-book.ts'
import { createLag, createTrade } from './trade.ts'

/** One account at the carrier, with all that it holds and all that it could buy. */
export type Account = {
  readonly catalogue: Catalogue
  readonly clock: DemoClock
  readonly numbers: NumberBook
  readonly routes: RouteBook
  readonly stock: Stock
  readonly messaging: Messaging
  /** Not while it is on the account, nor between its sale and the day on which searches know of it. */
  isForSale(number: string): boolean
  /** Held, and a look at it alone shows it by now. */
  isSeen(number: string): boolean
  /** What carries another price from now on: a whole exchange, by its seven digits. */
  readonly prices: Map<string, FlowroutePrice>
  /** What was bought and given up over the wire. */
  readonly effects: readonly Effect[]
  /** Comes onto the account at once; lists and searches know after the lag. */
  hold(record: NumberRecord): void
  /** Leaves the account at once; lists and searches know after the lag. */
  release(number: string): void
  /** What a number was that has been released while lists still show it. */
  leaving(number: string): NumberRecord | null
  behaviour(): Behaviour
  behave(change: Partial<Behaviour>): void
  /** Some effect's time has come. */
  isDue(): boolean
  /** Runs every effect whose time has come. */
  settle(): void
}

export type World = {
  readonly catalogue: Catalogue
  readonly clock: DemoClock
  /** How many numbers the account holds at the start. */
  readonly count: number
  readonly behaviour: Behaviour
}

/** Large accounts have a few international numbers, which belong to no country and are fifteen digits long. */
const inumOf = (seed: number, index: number) => String(883_510_000_000_000 + (hash32(seed, index, 71) % 1_000_000_000))

const mostInums = 3

function firstNumbers({ catalogue, count }: World): readonly string[] {
  const inums = new Set(
    Array.from({ length: Math.min(mostInums, Math.floor(count / 200)) }, (_, index) => inumOf(catalogue.seed, index)),
  )
  const owned = catalogue.owned('flowroute', count - inums.size)
  const local = Array.from({ length: owned.count }, (_, index) => owned.at(index) ?? '')
  return [...local, ...[...inums].sort()]
}

/** The first few numbers have an emergency address, some of the next ones a caller name. */
function extrasOf(numbers: readonly string[]): ReadonlyMap<string, { e911?: string; cnam?: string }> {
  const some = numbers
    .slice(0, 40)
    .filter((number) => number.length === 11 && !/^18(00|33|44|55|66|77|88)/.test(number))
  const entries = some.map((number, index) => {
    const e911 = index % 2 === 0 ? firstAddresses[(index / 2) % firstAddresses.length]?.id : undefined
    const cnam = index % 5 === 0 ? firstCallerNames[index % 10 === 0 ? 0 : 2]?.id : undefined
    return [number, { ...(e911 !== undefined && { e911 }), ...(cnam !== undefined && { cnam }) }] as const
  })
  return new Map(entries)
}

function createNumbers(world: World): { readonly numbers: NumberBook; readonly routes: RouteBook } {
  const { catalogue, count } = world
  const routes = firstRoutes(count)
  const routing = createFirstRouting(catalogue.seed, routes)
  const numbers = firstNumbers(world)
  const extras = extrasOf(numbers)
  const recordOf = (number: string) => ({ ...firstRecord(catalogue, routing, number), ...extras.get(number) })
  const routeIds = new Set(['0', ...routes.map(({ id }) => id)])
  const tierOf = (number: string) => {
    const exchange = number.length === 11 ? catalogue.exchangeOf(number) : null
    return exchange && catalogue.flowroutePrice(exchange).tier
  }
  const special = [...extras.keys()]
  const book = createNumberBook({ numbers, recordOf, aliasOf: catalogue.alias, tierOf, routeIds, special })
  return { numbers: book, routes: createRouteBook(routes) }
}

/** Prices change after the start only for what is still for sale. */
function withPrices(catalogue: Catalogue): Pick<Account, 'catalogue' | 'prices'> {
  const prices = new Map<string, FlowroutePrice>()
  const flowroutePrice = (exchange: Exchange) => prices.get(exchange.prefix) ?? catalogue.flowroutePrice(exchange)
  return { catalogue: { ...catalogue, flowroutePrice }, prices }
}

export function createAccount(world: World): Account {
  const { catalogue, clock } = world
  let behaviour = world.behaviour
  const stock = catalogue.stock('flowroute')
  // A search without any filter looks at every exchange; making them now keeps the first one as fast as the next.
  for (const exchange of catalogue.exchanges) stock.lines(exchange)
  const lag = createLag(clock, () => behaviour.lagMs)
  const { numbers, routes } = createNumbers(world)
  const readsLag = () => behaviour.readsLag
  return {
    ...withPrices(catalogue),
    clock,
    numbers,
    routes,
    stock,
    ...createTrade({ numbers, stock, clock, readsLag }, lag.after),
    messaging: createMessaging(clock),
    behaviour: () => behaviour,
    behave: (change) => {
      behaviour = { ...behaviour, ...change }
    },
    isDue: lag.isDue,
    settle: lag.settle,
  }
}
