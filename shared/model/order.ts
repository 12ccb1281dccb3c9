import type { Money } from '../money.ts'

export type OrderPart = {
  readonly ordered: number
  readonly unitCost: Money | null
  /** E.164 numbers with plus, or keywords. */
  readonly fulfilled: readonly string[]
}

/** An order as the provider tells it. `state` groups its own words (callfire-v2.md section 7, order statuses by role). */
export type ProviderOrder = {
  readonly id: string
  readonly state: 'running' | 'waiting' | 'finished' | 'failed' | 'unknown'
  readonly said: string
  /** Epoch ms. */
  readonly created: number | null
  readonly total: Money | null
  readonly local: OrderPart | null
  readonly tollFree: OrderPart | null
  readonly keywords: OrderPart | null
}
