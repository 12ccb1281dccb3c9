import { z } from 'zod'
import { coercedWhole, part, readBody, text, texts } from './body.ts'
import type { Books } from './books.ts'
import type { NumberOrder } from './documents.ts'
import { type Call, creates, type Endpoints, orNotFound, parameter, reads, withTotal } from './endpoint.ts'
import { isOrderable } from './keyword-rules.ts'
import { askedCost, type Wish, type Wishes } from './order-document.ts'
import { readPaging, toPage } from './paging.ts'
import { Problem } from './problem.ts'
import type { Query } from './query.ts'
import { checkRegion, type RegionFilter } from './region.ts'

/** No limit is documented; one that no shop owner meets keeps a slip of the finger from emptying the catalogue. */
const count = part(coercedWhole.pipe(z.int().max(1000, 'should not be more than 1000')))

const numbersBody = z.object({
  numbers: texts,
  localCount: count,
  tollFreeCount: count,
  prefix: text,
  city: text,
  state: text,
  zipcode: text,
})
type NumbersBody = z.infer<typeof numbersBody>

const keywordsBody = z.object({ keywords: part(z.array(z.string())) })

function checkCard({ settings }: Books): void {
  if (!settings.hasCard) throw new Problem(400, 'no valid credit card on file')
}

/** The wording is not known from anywhere. */
function checkCredits({ settings, billing }: Books, wishes: Wishes): Wishes {
  const [cost, credits] = [askedCost(wishes), billing.credits()]
  if (cost <= credits || settings.whenShort !== 'refuse') return wishes
  throw new Problem(400, `insufficient credits: the order costs ${cost.toFixed(2)}, ${credits.toFixed(2)} are left`)
}

function toWish(named: readonly string[], count: number, more: Wish['more']): Wish | undefined {
  return named.length + count > 0 ? { ordered: named.length + count, named, more } : undefined
}

function toWishes({ market }: Books, body: NumbersBody): Wishes {
  const { localCount = 0, tollFreeCount = 0, prefix, city, state, zipcode } = body
  const region: RegionFilter = checkRegion({ prefix, city, state, zipcode })
  const numbers = [...new Set(body.numbers ?? [])]
  const isTollFree = (number: string) => market.describe(number).tollFree
  const fresh = (found: readonly string[]) => found.filter((number) => !numbers.includes(number))
  const local = toWish(
    numbers.filter((number) => !isTollFree(number)),
    localCount,
    (count) => fresh(market.local(region, count + numbers.length)),
  )
  const tollFree = toWish(numbers.filter(isTollFree), tollFreeCount, (count) =>
    fresh(market.tollFree(undefined, count + numbers.length)),
  )
  return { ...(local && { local }), ...(tollFree && { tollFree }) }
}

function orderNumbers(books: Books, call: Call): number {
  const body = readBody(numbersBody, call.body)
  checkCard(books)
  const unavailable = (body.numbers ?? []).filter((number) => !books.market.stock.isForSale(number))
  if (unavailable.length > 0) throw new Problem(400, `unavailable numbers: ${[...new Set(unavailable)].join(', ')}`)
  const wishes = toWishes(books, body)
  if (!wishes.local && !wishes.tollFree) throw new Problem(400, 'numbers, localCount or tollFreeCount is required')
  return books.orders.place(checkCredits(books, wishes))
}

function orderKeywords(books: Books, call: Call): number {
  const { keywords = [] } = readBody(keywordsBody, call.body)
  const wanted = [...new Set(keywords.map((keyword) => keyword.toUpperCase()))]
  if (wanted.length === 0) throw new Problem(400, 'keywords is required')
  const invalid = wanted.filter((keyword) => !isOrderable(keyword))
  if (invalid.length > 0) throw new Problem(400, `invalid keywords: ${invalid.join(', ')}`)
  checkCard(books)
  const unavailable = wanted.filter((keyword) => !books.keywords.isAvailable(keyword))
  if (unavailable.length > 0) throw new Problem(400, `unavailable keywords: ${unavailable.join(', ')}`)
  const wishes = { keywords: { ordered: wanted.length, named: wanted, more: () => [] } }
  return books.orders.place(checkCredits(books, wishes))
}

/** Statuses come repeated or with commas; the documents say the one and show the other. */
function fits(query: Query): (order: NumberOrder) => boolean {
  const statuses = new Set(query.all('status').flatMap((words) => words.split(',').map((word) => word.trim())))
  const begin = query.whole('intervalBegin') ?? Number.NEGATIVE_INFINITY
  const end = query.whole('intervalEnd') ?? Number.POSITIVE_INFINITY
  return ({ status, created }) => (statuses.size === 0 || statuses.has(status)) && created >= begin && created <= end
}

function checkList({ settings }: Books): void {
  if (settings.orderList === 'notServed') throw new Problem(404, '/v2/orders was not found')
  if (settings.orderList === 'forbidden') throw new Problem(403, 'this user may not list orders')
}

export const orderEndpoints = (books: Books): Endpoints => ({
  'POST /orders/numbers': creates((call) => orderNumbers(books, call)),
  'POST /orders/keywords': creates((call) => orderKeywords(books, call)),
  'GET /orders': reads(({ query }) => {
    checkList(books)
    const paging = readPaging(query, 20)
    const orders = books.orders.list().filter(fits(query))
    return withTotal(
      toPage(orders, paging, (order) => order),
      books.settings.totalCount,
    )
  }),
  'GET /orders/{id}': reads((call) => {
    const id = parameter(call, 'id')
    return orNotFound(/^\d{1,15}$/.test(id) ? books.orders.read(Number(id)) : null, `order ${id}`)
  }),
})
