import type { FlowroutePrice } from '../catalogue/prices.ts'
import type { Ledger } from '../kit/ledger.ts'
import type { Account } from './account.ts'
import type { Behaviour } from './behaviour.ts'
import { freshRecord, type NumberRecord } from './number-record.ts'
import type { Route } from './route-book.ts'

/** What happens at the carrier without the client's doing: in its portal, by its staff, by another buyer. */
export type FlowrouteBooks = {
  /** As the list shows them now. */
  numbers(): readonly string[]
  /** Null: not held. */
  number(number: string): NumberRecord | null
  /** False: not held. */
  changeNumber(number: string, change: Partial<Omit<NumberRecord, 'number'>>): boolean
  /** A number comes onto the account that nobody bought here: ported in, or moved by support. */
  addNumber(number: string, change?: Partial<Omit<NumberRecord, 'number'>>): void
  /** A number leaves the account and is sold to nobody. False: not held. */
  loseNumber(number: string): boolean
  /** Somebody else buys it. False: it was not for sale. */
  sellElsewhere(number: string): boolean
  isForSale(number: string): boolean
  /** Numbers of its exchange cost this from now on, in searches and purchases; those that are held cost what they did. */
  changePrice(number: string, change: Partial<FlowroutePrice>): void
  readonly ledger: Ledger
  routes(): readonly Route[]
  addRoute(route: Omit<Route, 'id'>): Route
  /** Puts the route in place of the one with its id. */
  changeRoute(route: Route): void
  /** Also while numbers use it, which the wire would refuse. */
  removeRoute(id: string): void
  /** Callback addresses by `number kind`, or by kind alone for the whole account. */
  callbacks(): ReadonlyMap<string, string>
  behaviour(): Behaviour
  behave(change: Partial<Behaviour>): void
}

export function createBooks(account: Account): FlowrouteBooks {
  const { numbers, routes, stock, messaging, catalogue, behaviour, behave } = account
  return {
    numbers: numbers.listed,
    number: numbers.get,
    changeNumber: numbers.change,
    addNumber: (number, change = {}) => {
      numbers.hold({ ...freshRecord(catalogue, number, false), ...change })
      numbers.show(number)
      stock.take(number)
    },
    loseNumber: (number) => {
      const held = numbers.isHeld(number)
      numbers.drop(number)
      numbers.hide(number)
      return held
    },
    sellElsewhere: stock.take,
    isForSale: account.isForSale,
    changePrice: (number, change) => {
      const exchange = catalogue.exchangeOf(number)
      if (!exchange) throw new RangeError(`not in the catalogue: ${number}`)
      account.prices.set(exchange.prefix, { ...catalogue.flowroutePrice(exchange), ...change })
    },
    ledger: { owned: () => ({ numbers: numbers.held(), keywords: [] }), effects: account.effects },
    routes: routes.all,
    addRoute: routes.add,
    changeRoute: routes.put,
    removeRoute: routes.remove,
    callbacks: () => messaging.callbacks,
    behaviour,
    behave,
  }
}
