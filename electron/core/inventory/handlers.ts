import type { HandlersOf } from '../../../shared/contract.ts'
import type { NumberStore } from '../ports.ts'

export const numberHandlers = (store: Pick<NumberStore, 'query' | 'counts' | 'get'>): HandlersOf<'numbers'> => ({
  'numbers.query': store.query,
  'numbers.counts': store.counts,
  'numbers.get': store.get,
})
