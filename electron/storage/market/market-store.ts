import type { MarketStore } from '../../core/ports.ts'
import type { Database } from '../database.ts'
import { createBasket } from './basket.ts'
import { createSearches } from './searches.ts'

export const createMarketStore = (db: Database): MarketStore => ({ ...createSearches(db), ...createBasket(db) })
