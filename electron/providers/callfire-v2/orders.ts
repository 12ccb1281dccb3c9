import type { OrderPart, ProviderOrder } from '../../../shared/model/order.ts'
import { toMoney } from '../../../shared/money.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import type { RowReader } from '../decode.ts'
import { type WireOrder, type WireOrderPart, wireOrder } from './wire.ts'

/** Order statuses by role (callfire-v2.md section 7). The adjusted ones have ended; what was bought is in their lists. */
const states: Readonly<Record<string, ProviderOrder['state']>> = {
  NEW: 'running',
  PROCESSING: 'running',
  PROCESSING_ACH: 'running',
  WAIT_FOR_PAYMENT: 'waiting',
  APPROVE_TIER_ONE: 'waiting',
  APPROVE_TIER_TWO: 'waiting',
  FINISHED: 'finished',
  ADJUSTED: 'finished',
  PARTIALLY_ADJUSTED: 'finished',
  ERRORED: 'failed',
  VOID: 'failed',
  REJECTED: 'failed',
  PAYMENT_ERROR: 'failed',
  ACH_ERROR: 'failed',
}

function toPart(wire: WireOrderPart, toThing: (said: string) => string): OrderPart | null {
  const item = Array.isArray(wire) ? wire[0] : wire
  if (!item) return null
  const fulfilled = (item.fulfilled ?? []).map(toThing)
  return { ordered: item.ordered ?? fulfilled.length, unitCost: toMoney(item.unitCost), fulfilled }
}

const toNumber = (said: string): string => toPhoneNumber(said) ?? said

export const orderReader: RowReader<WireOrder, ProviderOrder> = {
  schema: wireOrder,
  needs: '.id: expected number',
  toItem: (wire) =>
    wire.id
      ? {
          id: wire.id,
          state: states[wire.status ?? ''] ?? 'unknown',
          said: wire.status ?? '',
          created: wire.created ?? null,
          total: toMoney(wire.total ?? wire.totalCost),
          local: toPart(wire.localNumbers, toNumber),
          tollFree: toPart(wire.tollFreeNumbers, toNumber),
          keywords: toPart(wire.keywords, (keyword) => keyword),
        }
      : null,
}
