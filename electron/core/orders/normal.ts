import type { OrderDraft } from '../../../shared/model/purchase.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import { invalid } from '../requests.ts'

/** The order with its things in our form, each once. Throws `invalid` (field `things`) for what cannot be ordered. */
export function normalOrder(order: OrderDraft): OrderDraft {
  if (order.kind === 'count') return order
  const toThing = order.kind === 'keywords' ? toKeyword : toNumber
  return { ...order, things: [...new Set(order.things.map(toThing))] }
}

function toNumber(typed: string): string {
  const number = /^\+?[\d\s().-]+$/.test(typed) ? toPhoneNumber(typed) : null
  if (number && number.length >= 8 && number.length <= 16) return number
  throw invalid('things', `“${typed.slice(0, 40)}” is no phone number. Choose numbers from a search.`)
}

function toKeyword(typed: string): string {
  const keyword = typed.toUpperCase()
  if (/^[A-Z0-9]{3,64}$/.test(keyword)) return keyword
  throw invalid('things', `“${typed.slice(0, 40)}” cannot be a keyword: it takes 3 to 64 letters and digits.`)
}
