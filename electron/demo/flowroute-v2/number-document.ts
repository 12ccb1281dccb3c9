import type { Account } from './account.ts'
import type { Reference, Resource } from './documents.ts'
import { addressResource, callerNameResource } from './extras-document.ts'
import type { NumberRecord } from './number-record.ts'
import { routeResource } from './route-document.ts'

const links = (account: Account, number: string) => ({
  self: `${account.behaviour().linkHost}/v2/numbers/${number}`,
})

/** Texting is on when it is wanted and no job is still at it. */
const isTexting = ({ messaging }: Account, record: NumberRecord) =>
  record.messaging && (record.messagingTask === null || !messaging.isRunning(record.messagingTask))

const oldAttributes = (record: NumberRecord) => ({
  value: record.number,
  alias: record.alias,
  number_type: record.numberType,
  rate_center: record.rateCenter,
  state: record.state,
  cnam_lookups_enabled: record.lookups,
})

/** A row of the list: no routes, no prices, and on old records only the members of their time. */
export function numberRow(account: Account, record: NumberRecord): Resource {
  const newer = record.newer && {
    status: 'PURCHASED',
    iso_country: record.country,
    tier: record.price?.tier ?? 'Standard',
    messaging_enabled: isTexting(account, record),
  }
  return {
    type: 'number',
    id: record.number,
    attributes: { ...oldAttributes(record), ...newer },
    links: links(account, record.number),
  }
}

const reference = (type: string, id: string | null): { readonly data: Reference | null } => ({
  data: id === null ? null : { type, id },
})

function relationships(record: NumberRecord): Readonly<Record<string, { readonly data: Reference | null }>> {
  const task = record.messagingTask !== null && {
    message_provision: reference('message_provisioning_status', record.messagingTask),
  }
  return {
    primary_route: reference('route', record.primary),
    failover_route: reference('route', record.failover),
    e911_address: reference('e911', record.e911),
    cnam_preset: reference('cnam', record.cnam),
    ...task,
  }
}

/** The whole number as the single document and the bulk read show it. */
export function numberResource(account: Account, record: NumberRecord): Resource {
  const row = numberRow(account, record)
  const prices = record.newer && {
    monthly_cost: record.price?.monthly,
    setup_cost: record.price?.setup,
    inbound_rate: record.price?.inbound,
    rate_type: record.numberType === 'longcode' ? 'local' : 'tollfree',
    note: record.note,
  }
  return { ...row, attributes: { ...row.attributes, ...prices }, relationships: relationships(record) }
}

/** What the relationships point to, in full, each once. */
export function includedOf(account: Account, record: NumberRecord): readonly Resource[] {
  const routeIds = new Set([record.primary, record.failover].filter((id) => id !== null))
  const routes = [...routeIds].map((id) => account.routes.get(id)).filter((route) => route !== null)
  const task = record.messagingTask === null ? null : account.messaging.get(record.messagingTask)
  return [
    ...routes.map((route) => routeResource(account.behaviour().linkHost, route)),
    ...addressResource(account, record.e911),
    ...callerNameResource(account, record.cnam),
    ...(task ? [account.messaging.toResource(task)] : []),
  ]
}

export const numberDocument = (account: Account, record: NumberRecord) => ({
  data: numberResource(account, record),
  included: includedOf(account, record),
  self: links(account, record.number).self,
})
