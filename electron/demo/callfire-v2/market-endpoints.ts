import type { Books } from './books.ts'
import { type Endpoints, reads, withTotal } from './endpoint.ts'
import { readLimit, readPaging, toPage } from './paging.ts'
import { Problem } from './problem.ts'
import { isOpen, readRegion } from './region.ts'

/** The searches have no offset and tell no total; before 2016 they were bare arrays. */
export const marketEndpoints = ({ market, settings }: Books): Endpoints => {
  const listed = (numbers: readonly string[]) => {
    const items = numbers.map(market.describe)
    return settings.catalogueForm === 'items' ? { items } : items
  }
  return {
    'GET /numbers/local': reads(({ query }) => {
      const region = readRegion(query)
      if (isOpen(region)) throw new Problem(400, 'at least one of prefix, city, state, zipcode is required')
      return listed(market.local(region, readLimit(query)))
    }),
    'GET /numbers/tollfree': reads(({ query }) => listed(market.tollFree(query.text('pattern'), readLimit(query)))),
    'GET /numbers/regions': reads(({ query }) => {
      const regions = market.regions(readRegion(query), query.text('cityPrefix'), query.text('country'))
      return withTotal(
        toPage(regions, readPaging(query), (region) => region),
        settings.totalCount,
      )
    }),
  }
}
