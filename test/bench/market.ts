import type { Figures } from './figure.ts'
import { measureFirstResults } from './first-results.ts'
import type { Ground } from './ground.ts'
import { measureOrderWrites } from './order-writes.ts'
import { measureSorting } from './sorting.ts'

/** Finding and buying. */
export async function measureMarket(ground: Ground): Promise<Figures> {
  return {
    ...(await measureFirstResults(ground)),
    ...(await measureSorting(ground)),
    ...(await measureOrderWrites(ground)),
  }
}
