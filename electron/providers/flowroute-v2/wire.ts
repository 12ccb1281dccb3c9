import { z } from 'zod'
import { digits, flag, number, text } from '../decode.ts'

/** Flowroute v2 documents (flowroute-v2.md sections 2 to 8). Most attributes are newer than the API: any may be missing. */

/** Text in most resources, a JSON number in edge strategies. */
const id = digits

const numberAttributes = z.object({
  value: digits,
  alias: text,
  number_type: text,
  rate_center: text,
  state: text,
  cnam_lookups_enabled: flag,
  status: text,
  iso_country: text,
  messaging_enabled: flag,
  monthly_cost: number,
  setup_cost: number,
  note: text,
})

/** `data` null: nothing set. The member itself missing: not said. */
const routeLink = z.object({ data: z.object({ id }).nullable() }).nullish()

const relationships = z.object({ primary_route: routeLink, failover_route: routeLink }).nullish()

export const wireNumber = z.object({ id, attributes: numberAttributes.nullish() })
export type WireNumber = z.infer<typeof wireNumber>

export const wireNumberInFull = wireNumber.extend({ relationships })
export type WireNumberInFull = z.infer<typeof wireNumberInFull>

export const wireRoute = z.object({
  id,
  attributes: z.object({ route_type: text, value: digits, alias: text, edge_strategy_id: digits }).nullish(),
})
export type WireRoute = z.infer<typeof wireRoute>

export const wireEdgeStrategy = z.object({
  id,
  attributes: z.object({ name: text, description: text, firewall_rules: text, naptr: text }).nullish(),
})
export type WireEdgeStrategy = z.infer<typeof wireEdgeStrategy>

/** One number for sale; it has the same members as an owned one, but fewer. */
export const wireForSale = z.object({
  id,
  attributes: z
    .object({
      value: digits,
      number_type: text,
      rate_center: text,
      state: text,
      iso_country: text,
      monthly_cost: number,
      setup_cost: number,
    })
    .nullish(),
})
export type WireForSale = z.infer<typeof wireForSale>

/** Area codes and exchanges are ids and nothing else. */
export const wireMarketRow = z.object({ id })
export type WireMarketRow = z.infer<typeof wireMarketRow>
