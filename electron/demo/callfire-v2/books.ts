import type { Catalogue } from '../catalogue/catalogue.ts'
import type { DemoClock } from '../kit/clock.ts'
import { type Billing, createBilling } from './billing.ts'
import { type ConfigBook, createConfigBook } from './config-book.ts'
import { createDoNotContactBook, type DoNotContactBook } from './do-not-contact.ts'
import { createKeywordBook, type KeywordBook } from './keywords.ts'
import { createLeaseBook, type LeaseBook } from './lease-book.ts'
import { createLeaseRoll } from './lease-roll.ts'
import { createMarket, type Market } from './market.ts'
import { createOrderBook, type OrderBook } from './orders.ts'
import { pastOrders } from './past-orders.ts'
import { createDescribe } from './region.ts'
import { type CallfireSettings, createSettings } from './settings.ts'

/** All that the carrier knows; tests look at it and change it here, as if on the carrier's own web site. */
export type Books = {
  readonly settings: CallfireSettings
  readonly leases: LeaseBook
  readonly configs: ConfigBook
  readonly market: Market
  readonly orders: OrderBook
  readonly keywords: KeywordBook
  readonly doNotContact: DoNotContactBook
  readonly billing: Billing
  /** Lets time that has passed have its effects; each request does it first. */
  tick(): void
}

export type BooksWorld = {
  readonly catalogue: Catalogue
  /** How many numbers the account holds at the start. */
  readonly numbers: number
  readonly clock: DemoClock
  readonly seed: number
}

const firstOrderId = 6_001_002_000
const firstKeywordId = 8_400_000_100

/** A small account has few keywords and a short do-not-contact list, a large one more. */
const keywordCount = (numbers: number) => Math.min(12, Math.ceil(numbers / 5))
const doNotContactCount = (numbers: number) => Math.min(20_000, Math.ceil(numbers * 0.4))

function createNumberBooks({ catalogue, numbers, clock, seed }: BooksWorld) {
  const owned = catalogue.owned('callfire', numbers)
  const roll = createLeaseRoll(owned)
  const describing = createDescribe(seed, catalogue.exchangeOf)
  const market = createMarket(catalogue, describing)
  const leases = createLeaseBook({
    seed,
    roll,
    now: clock.now,
    describe: describing.describe,
    exchangeOf: catalogue.exchangeOf,
    onGone: market.comeBackLater,
  })
  return { leases, market, configs: createConfigBook(seed, roll, numbers) }
}

type Holdings = { readonly leases: LeaseBook; readonly keywords: KeywordBook }

function addPastOrders(orders: OrderBook, { leases, keywords }: Holdings, { seed, clock }: BooksWorld): void {
  const held = leases.select({ region: { prefix: undefined, city: undefined, state: undefined, zipcode: undefined } })
  const some = held.slice(0, 400).map(leases.at)
  const numbersOf = (tollFree: boolean) =>
    some.filter((lease) => lease.tollFree === tollFree).map(({ number }) => number)
  const past = pastOrders({
    seed,
    now: clock.now(),
    firstId: firstOrderId,
    local: numbersOf(false),
    tollFree: numbersOf(true),
    keywords: keywords.list().map(({ keyword }) => keyword),
  })
  for (const order of past) orders.put(order)
}

export function createBooks(world: BooksWorld): Books {
  const { clock, numbers, seed } = world
  const settings = createSettings()
  const { leases, market, configs } = createNumberBooks(world)
  const keywords = createKeywordBook({
    seed,
    now: clock.now,
    firstId: firstKeywordId,
    count: keywordCount(numbers),
    pendingMs: () => settings.keywordPendingMs,
  })
  const doNotContact = createDoNotContactBook({ seed, now: clock.now, count: doNotContactCount(numbers) })
  const billing = createBilling(seed, clock.now)
  const take = (number: string) => {
    const taken = market.stock.take(number)
    if (taken) leases.add(number)
    return taken
  }
  const orders = createOrderBook({
    settings,
    now: clock.now,
    take: { number: take, keyword: keywords.add },
    charge: billing.charge,
    firstId: firstOrderId + 100,
  })
  addPastOrders(orders, { leases, keywords }, world)
  const tick = () => {
    for (const book of [orders, leases, keywords]) book.tick()
    market.tick(clock.now())
  }
  return { settings, leases, configs, market, orders, keywords, doNotContact, billing, tick }
}
