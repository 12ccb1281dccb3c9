import type { OrderStatus } from './documents.ts'
import type { InternalCodeForm } from './problem.ts'

/** Where the documents leave room, or the carrier's answers differ between generations; tests turn these. */
export type CallfireSettings = {
  /** Reads that an order spends in PROCESSING; null: 0, 1 or 2, by its id. */
  orderReads: number | null
  /** An order ends by itself after this time, read or not. */
  orderMs: number
  /** How the next orders end. */
  orderEnd: OrderStatus
  /** The most that the next orders get of what they ask for. */
  fulfilAtMost: number
  hasCard: boolean
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
  orderReads: null,
  orderMs: 20_000,
  orderEnd: 'FINISHED',
  fulfilAtMost: Number.POSITIVE_INFINITY,
  hasCard: true,
  keywordPendingMs: 10_000,
  totalCount: 'known',
  doNotContactEnvelope: 'bare',
  internalCode: 'string',
  catalogueForm: 'items',
})
