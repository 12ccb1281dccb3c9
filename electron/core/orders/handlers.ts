import type { HandlersOf } from '../../../shared/contract.ts'
import type { Orders } from './orders.ts'

export const orderHandlers = (orders: Orders): HandlersOf<'orders'> => ({
  'orders.prepare': (order) => orders.prepare(order),
  'orders.draft': ({ draftId }) => orders.draft(draftId),
  'orders.acceptPrice': ({ draftId }) => orders.acceptPrice(draftId),
  'orders.place': (asked) => orders.place(asked),
  'orders.dropDraft': ({ draftId }) => {
    orders.dropDraft(draftId)
    return null
  },
  'orders.query': (query) => orders.query(query),
  'orders.get': ({ purchaseId }) => orders.get(purchaseId),
  'orders.checkAgain': ({ purchaseId }) => {
    orders.checkAgain(purchaseId)
    return null
  },
  'orders.letGo': ({ purchaseId, slots }) => {
    orders.letGo(purchaseId, slots)
    return null
  },
  'orders.supportText': ({ purchaseId }) => ({ text: orders.supportText(purchaseId) }),
})
