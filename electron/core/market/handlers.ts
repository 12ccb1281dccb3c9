import type { HandlersOf } from '../../../shared/contract.ts'
import type { Market } from './market.ts'

export const marketHandlers = ({ searches, basket, results, suggest }: Market): HandlersOf<'market'> => ({
  'market.search': (query) => ({ searchId: searches.start(query) }),
  'market.stop': () => {
    searches.stop()
    return null
  },
  'market.results': results,
  'market.recent': () => searches.recent(),
  'market.watch': ({ searchId, watched }) => {
    searches.watch(searchId, watched)
    return null
  },
  'market.forget': ({ searchId }) => {
    searches.forget(searchId)
    return null
  },
  'market.suggest': suggest,
  'market.basket': () => basket.view(),
  'market.budgets': () => basket.budgets(),
  'market.addToBasket': ({ offers }) => basket.add(offers),
  'market.removeFromBasket': ({ offers }) => basket.remove(offers),
  'market.clearBasket': ({ accountId }) => basket.clear(accountId),
})
