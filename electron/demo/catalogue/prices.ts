import { hash32 } from '../kit/random.ts'
import type { Exchange } from './exchanges.ts'

/** US dollars. */
export type FlowroutePrice = {
  readonly setup: number
  readonly monthly: number
  /** A minute. */
  readonly inbound: number
  readonly tier: string
}

const standard: FlowroutePrice = { setup: 1, monthly: 1.25, inbound: 0.012, tier: 'Standard' }
const promotion: FlowroutePrice = { setup: 0.5, monthly: 1, inbound: 0.012, tier: 'Spring promo $0.50/1.00' }
const scarce: FlowroutePrice = { setup: 3.99, monthly: 1.25, inbound: 0.012, tier: 'Scarce $3.99' }
const canadian: FlowroutePrice = { setup: 1, monthly: 1.5, inbound: 0.0145, tier: 'Canada' }
const tollFree: FlowroutePrice = { setup: 1, monthly: 1.45, inbound: 0.0215, tier: 'Toll-free' }
const original: FlowroutePrice = { setup: 12.5, monthly: 2.5, inbound: 0.0215, tier: 'Toll-free 800/888' }

/** Every price tier that a Flowroute number can be in, by name. */
export const flowrouteTiers: readonly string[] = [standard, promotion, scarce, canadian, tollFree, original]
  .map(({ tier }) => tier)
  .sort()

/** One price for a whole exchange, so that a sorted search needs no look at single numbers. */
export function flowroutePrice(seed: number, exchange: Exchange): FlowroutePrice {
  if (exchange.tollFree) return exchange.areaCode === '800' || exchange.areaCode === '888' ? original : tollFree
  if (exchange.place?.country === 'CA') return canadian
  const roll = hash32(seed, exchange.index, 31) % 12
  if (roll === 0) return promotion
  return roll < 3 ? scarce : standard
}

/** US dollars for one number in an order. */
export const callfireUnitCost = { local: 1.5, tollFree: 2.5 } as const
