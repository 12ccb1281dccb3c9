import type { Catalogue } from '../catalogue/catalogue.ts'
import type { DemoClock } from '../kit/clock.ts'
import type { Effect, Ledger } from '../kit/ledger.ts'
import { type Billing, createBilling } from './billing.ts'
import { type ConfigBook, createConfigBook } from './config-book.ts'
import { createDoNotContactBook, type DoNotContactBook } from './do-not-contact.ts'
import { createKeywordBook, type KeywordBook } from './keywords.ts'
import { createLeaseBook, type LeaseBook } from './lease-book.ts'
import { createLeaseRoll } from './lease-roll.ts'
import { createMarket, type Market } from './market.ts'
import { type Bought, createOrderBook, type OrderBook, type Take } from './orders.ts'
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
  readonly ledger: Ledger
  /** Time has passed that would have an effect at the next `tick`. */
  isDue(): boolean
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

/** What each book tells the others. */
type Links = { readonly settings: CallfireSettings; readonly note: (effect: Effect) => void }

const lagOf = ({ lagMs, readsLag }: CallfireSettings) => ({ ms: lagMs, reads: readsLag })

function createNumberBooks({ catalogue, numbers, clock, seed }: BooksWorld, { settings, note }: Links) {
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
    lag: () => lagOf(settings),
    onGone: (number, at) => {
      market.comeBackLater(number, at)
      note({ at, kind: 'ended', what: 'number', thing: number, orderId: null })
    },
  })
  return { leases, market, configs: createConfigBook(seed, roll, numbers) }
}

const createKeywords = ({ clock, numbers, seed }: BooksWorld, { settings, note }: Links): KeywordBook =>
  createKeywordBook({
    seed,
    now: clock.now,
    firstId: firstKeywordId,
    count: keywordCount(numbers),
    pendingMs: () => settings.keywordPendingMs,
    lag: () => lagOf(settings),
    onGone: (thing, at) => note({ at, kind: 'ended', what: 'keyword', thing, orderId: null }),
  })

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

/** Out of the catalogue, into the account, and into the ledger. */
function createTake(
  { market, leases }: Pick<Books, 'market' | 'leases'>,
  keywords: KeywordBook,
  { note }: Links,
): Take {
  const noteBought = (what: Effect['what'], thing: string, { at, orderId }: Bought) =>
    note({ at, kind: 'bought', what, thing, orderId: String(orderId) })
  return {
    number: (number, bought) => {
      const taken = market.stock.take(number)
      if (taken) leases.add(number, bought.at)
      if (taken) noteBought('number', number, bought)
      return taken
    },
    keyword: (keyword, bought) => {
      const taken = keywords.add(keyword, bought.at)
      if (taken) noteBought('keyword', keyword, bought)
      return taken
    },
  }
}

export function createBooks(world: BooksWorld): Books {
  const { clock, numbers, seed } = world
  const settings = createSettings()
  const effects: Effect[] = []
  const links: Links = { settings, note: (effect) => void effects.push(effect) }
  const { leases, market, configs } = createNumberBooks(world, links)
  const keywords = createKeywords(world, links)
  const doNotContact = createDoNotContactBook({ seed, now: clock.now, count: doNotContactCount(numbers) })
  const billing = createBilling(seed, clock.now)
  const take = createTake({ market, leases }, keywords, links)
  const orders = createOrderBook({ settings, now: clock.now, take, ...billing, firstId: firstOrderId + 100 })
  addPastOrders(orders, { leases, keywords }, world)
  const ledger: Ledger = { owned: () => ({ numbers: leases.numbers(), keywords: keywords.held() }), effects }
  const isDue = () => [orders, leases, keywords].some((book) => book.isDue()) || market.isDue(clock.now())
  const tick = () => {
    for (const book of [orders, leases, keywords]) book.tick()
    market.tick(clock.now())
  }
  return { settings, leases, configs, market, orders, keywords, doNotContact, billing, ledger, isDue, tick }
}
