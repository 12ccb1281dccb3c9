import type { Books } from './books.ts'
import { type Endpoints, reads } from './endpoint.ts'

export const accountEndpoints = ({ billing }: Books): Endpoints => ({
  'GET /me/account': reads(() => billing.account),
  'GET /me/billing/plan-usage': reads(() => billing.planUsage()),
  'GET /me/billing/credit-usage': reads(({ query }) =>
    billing.creditUsage(query.whole('intervalBegin'), query.whole('intervalEnd')),
  ),
})
