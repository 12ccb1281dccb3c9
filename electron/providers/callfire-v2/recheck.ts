import { FailureError, isFailure } from '../../../shared/failure.ts'
import type { CatalogueNumber } from '../../../shared/model/market.ts'
import { formatPhone, isTollFree, toDigits } from '../../../shared/phone.ts'
import type { Query } from '../http.ts'
import { readForSale, type Shelf } from './for-sale.ts'
import { type Api, pageLimit } from './lists.ts'

type Batch = { readonly shelf: Shelf; readonly query: Query; readonly numbers: readonly string[] }

/** CallFire cannot be asked for one number, only for what begins like it. */
function toBatches(numbers: readonly string[]): readonly Batch[] {
  const byBeginning = Map.groupBy(new Set(numbers), (number) => {
    const digits = toDigits(number)
    return isTollFree(number) ? `${digits.slice(1, 3)}*` : digits.slice(0, 7)
  })
  return [...byBeginning].map(([beginning, some]) =>
    beginning.endsWith('*')
      ? { shelf: 'tollfree', query: { pattern: beginning }, numbers: some }
      : { shelf: 'local', query: { prefix: beginning }, numbers: some },
  )
}

/** An exchange has ten thousand numbers; asked for when the usual page was too short to tell. */
const wholeExchange = 10_000

async function recheckBatch(api: Api, batch: Batch, signal: AbortSignal): Promise<readonly CatalogueNumber[]> {
  for (const limit of [pageLimit, wholeExchange]) {
    const { items, isFull } = await readShelf(api, batch, { limit, signal })
    const found = items.filter(({ number }) => batch.numbers.includes(number))
    if (!isFull || found.length >= batch.numbers.length) return found
  }
  throw untold(batch)
}

type Page = { readonly limit: number; readonly signal: AbortSignal }

/** A limit above the usual one may be refused; the shorter page has told all that can be told then. */
async function readShelf(api: Api, batch: Batch, { limit, signal }: Page) {
  try {
    return await readForSale(api, batch.shelf, { limit, query: batch.query, hurried: true, signal })
  } catch (error) {
    if (limit > pageLimit && isFailure(error) && error.failure.kind === 'refused') throw untold(batch)
    throw error
  }
}

/** To call a number sold because it is not among the first of thousands would be a guess. */
function untold({ numbers }: Batch): FailureError {
  const [first = ''] = numbers
  const named = numbers.length > 1 ? `${formatPhone(first)} and others like it` : formatPhone(first)
  const problem = `CallFire shows only a part of what it has for sale, so it cannot be seen whether ${named} can still be bought. Search for it again.`
  return new FailureError({ kind: 'invalid', field: 'things', problem })
}

/** Those of the numbers that are for sale now. Throws when CallFire's answer does not tell. */
export async function recheck(
  api: Api,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<readonly CatalogueNumber[]> {
  const found = await Promise.all(toBatches(numbers).map((batch) => recheckBatch(api, batch, signal)))
  return found.flat()
}
