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

type Part = { readonly isOver: boolean; readonly toThing: (said: string) => string }

/** An order that is over and leaves out what it obtained has not said that it obtained nothing. */
function toPart(wire: WireOrderPart, { isOver, toThing }: Part): OrderPart | null {
  const item = Array.isArray(wire) ? wire[0] : wire
  if (!item || (isOver && !item.fulfilled && item.ordered !== 0)) return null
  const fulfilled = (item.fulfilled ?? []).map(toThing)
  return { ordered: item.ordered ?? fulfilled.length, unitCost: toMoney(item.unitCost), fulfilled }
}

const toNumber = (said: string): string => toPhoneNumber(said) ?? said

export const orderReader: RowReader<WireOrder, ProviderOrder> = {
  schema: wireOrder,
  needs: '.id: expected number',
  toItem: (wire) => {
    if (!wire.id) return null
    const state = states[wire.status ?? ''] ?? 'unknown'
    const numbers: Part = { isOver: state === 'finished', toThing: toNumber }
    return {
      id: wire.id,
      state,
      said: wire.status ?? '',
      created: wire.created ?? null,
      total: toMoney(wire.total ?? wire.totalCost),
      local: toPart(wire.localNumbers, numbers),
      tollFree: toPart(wire.tollFreeNumbers, numbers),
      keywords: toPart(wire.keywords, { ...numbers, toThing: (keyword) => keyword }),
    }
  },
}
