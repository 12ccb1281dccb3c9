import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Exchange } from '../catalogue/exchanges.ts'
import type { FlowroutePrice } from '../catalogue/prices.ts'
import { hash32, unit } from '../kit/random.ts'
import type { FirstRouting } from './first-routing.ts'

/** What the carrier knows of a number that the account holds. */
export type NumberRecord = {
  readonly number: string
  readonly alias: string | null
  /** The carrier's word, in the spelling of the record's age. */
  readonly numberType: string
  /** Lower case abbreviation. Toll-free numbers have none: null, or `""` on old records. */
  readonly rateCenter: string | null
  readonly state: string | null
  readonly country: 'US' | 'CA'
  readonly lookups: boolean
  /** False: made before prices, tier, status and some others were told. */
  readonly newer: boolean
  /** Null: not a number of the US/Canada plan. */
  readonly price: FlowroutePrice | null
  readonly note: string | null
  /** Route ids. A number without a primary route rings nowhere. */
  readonly primary: string | null
  readonly failover: string | null
  readonly e911: string | null
  readonly cnam: string | null
  /** Wanted; while the task below runs, the carrier still says false. */
  readonly messaging: boolean
  readonly messagingTask: string | null
}

/** The four spellings: each kind has one for old records and one for newer ones. */
export function numberTypeOf(exchange: Exchange, newer: boolean): string {
  if (exchange.tollFree) return newer ? 'toll-free' : 'tollfree'
  return newer ? 'longcode' : 'standard'
}

type Where = Pick<NumberRecord, 'numberType' | 'rateCenter' | 'state' | 'country' | 'newer' | 'price'>

const inum: Where = { numberType: 'inum', rateCenter: '', state: '', country: 'US', newer: false, price: null }

function whereOf(catalogue: Catalogue, number: string, newer: boolean): Where {
  const exchange = catalogue.exchangeOf(number)
  if (!exchange || number.length !== 11) return inum
  const { place } = exchange
  const none = newer ? null : ''
  return {
    numberType: numberTypeOf(exchange, newer),
    rateCenter: place?.rateCenterShort ?? none,
    state: place?.state.toLowerCase() ?? none,
    country: place?.country ?? 'US',
    newer,
    price: catalogue.flowroutePrice(exchange),
  }
}

/** What a number is like on the day it is bought: it rings at the SIP registration, and nothing else is set. */
export function freshRecord(catalogue: Catalogue, number: string, lookups: boolean): NumberRecord {
  const unset = { alias: null, note: null, failover: null, e911: null, cnam: null, messagingTask: null }
  return { number, ...whereOf(catalogue, number, true), ...unset, lookups, primary: '0', messaging: false }
}

const notes = ['printed on the vans', 'keep until the lease of the shop ends', 'ported in 2021', ''] as const

/** A number that the account has held for a while; the same digits always give the same record. */
export function firstRecord(catalogue: Catalogue, routing: FirstRouting, number: string): NumberRecord {
  const { seed } = catalogue
  const key = Number(number) % 0x7fff_ffff
  const { alias, oldRecord } = catalogue.traits(number)
  const where = whereOf(catalogue, number, !oldRecord)
  const local = where.numberType === 'standard' || where.numberType === 'longcode'
  return {
    ...freshRecord(catalogue, number, local && unit(seed, key, 51) < 0.4),
    ...where,
    ...routing(number),
    alias,
    note: unit(seed, key, 52) < 0.15 ? (notes[hash32(seed, key, 53) % notes.length] ?? null) : null,
    messaging: !oldRecord && unit(seed, key, 54) < 0.35,
  }
}
