import type { OrderStatus } from './documents.ts'
import type { InternalCodeForm } from './problem.ts'

/** Where the documents leave room, or the carrier's answers differ between generations; tests turn these. */
export type CallfireSettings = {
  /** Reads that an order spends in NEW before that. */
  orderNewReads: number
  /** Reads that an order spends in PROCESSING; null: 0, 1 or 2, by its id. */
  orderReads: number | null
  /** An order ends by itself after this time, read or not. */
  orderMs: number
  /** How the next orders end; `NEW`, `PROCESSING` and those that wait stay so until the books let them go on. */
  orderEnd: OrderStatus
  /** The most that the next orders get of what they ask for. */
  fulfilAtMost: number
  hasCard: boolean
  /** Credits too low for an order: it is refused at once, or taken and ends or waits like this. */
  whenShort: 'refuse' | 'PAYMENT_ERROR' | 'WAIT_FOR_PAYMENT'
  /** False: the next orders are unknown to every later read, although they are worked off. */
  remembersOrders: boolean
  /** Older accounts have no `GET /orders`: the path is not served, or not allowed. */
  orderList: 'served' | 'notServed' | 'forbidden'
  /** How long what was bought takes to show in lists. */
  lagMs: number
  /** Reading one lease by its name lags as well. */
  readsLag: boolean
  /** A new keyword lease is PENDING for this long. */
  keywordPendingMs: number
  /** `unknown` answers -1. */
  totalCount: 'known' | 'unknown'
  /** The do-not-contact list comes without `limit` and `offset` in every sample. */
  doNotContactEnvelope: 'bare' | 'full'
  internalCode: InternalCodeForm
  /** `array`: the catalogue searches answer in their form of before 2016. */
  catalogueForm: 'items' | 'array'
}

export const createSettings = (): CallfireSettings => ({
  orderNewReads: 0,
  orderReads: null,
  orderMs: 20_000,
  orderEnd: 'FINISHED',
  fulfilAtMost: Number.POSITIVE_INFINITY,
  hasCard: true,
  whenShort: 'refuse',
  remembersOrders: true,
  orderList: 'served',
  lagMs: 0,
  readsLag: false,
  keywordPendingMs: 10_000,
  totalCount: 'known',
  doNotContactEnvelope: 'bare',
  internalCode: 'string',
  catalogueForm: 'items',
})
