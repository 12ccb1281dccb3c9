import type { CatalogueNumber } from '../../../shared/model/market.ts'
import { toDigits } from '../../../shared/phone.ts'
import { availablePath, forSaleReader } from './for-sale.ts'
import { type Api, pageLimit, readListPage } from './lists.ts'

/** Those of the numbers that are for sale now, with today's prices. Several of one exchange are asked for together. */
export async function recheck(
  api: Api,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<readonly CatalogueNumber[]> {
  const byExchange = Map.groupBy(new Set(numbers), (number) => toDigits(number).slice(0, 7))
  const found = await Promise.all(
    [...byExchange].map(([exchange, some]) => recheckExchange(api, { exchange, some, signal })),
  )
  return found.flat()
}

type Batch = { readonly exchange: string; readonly some: readonly string[]; readonly signal: AbortSignal }

/** What is not on the first page of its exchange is asked for by itself: not to be among the first is not to be sold. */
async function recheckExchange(api: Api, { exchange, some, signal }: Batch): Promise<readonly CatalogueNumber[]> {
  const [only] = some
  if (only !== undefined && some.length === 1) return recheckOne(api, only, signal)
  const { items, isWhole } = await readBeginning(api, exchange, signal)
  const found = items.filter(({ number }) => some.includes(number))
  if (isWhole) return found
  const missing = some.filter((number) => !found.some((item) => item.number === number))
  const singles = await Promise.all(missing.map((number) => recheckOne(api, number, signal)))
  return [...found, ...singles.flat()]
}

async function recheckOne(api: Api, number: string, signal: AbortSignal): Promise<readonly CatalogueNumber[]> {
  const { items } = await readBeginning(api, toDigits(number), signal)
  return items.filter((item) => item.number === number).slice(0, 1)
}

async function readBeginning(api: Api, beginning: string, signal: AbortSignal) {
  // A country code other than 1 has to be marked as one.
  const starts_with = beginning.startsWith('1') ? beginning : `+${beginning}`
  const list = { path: availablePath, reader: forSaleReader, query: { starts_with } }
  const span = { offset: 0, limit: pageLimit }
  const { page, nextOffset } = await readListPage(api, list, { span, signal, hurried: true })
  return { items: page.items, isWhole: nextOffset === null }
}
