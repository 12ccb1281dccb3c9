import type { z } from 'zod'
import { isFailure } from '../../../shared/failure.ts'
import type { Billing } from '../../../shared/model/billing.ts'
import { toMoney } from '../../../shared/money.ts'
import type { Api } from './lists.ts'
import { readOne } from './one.ts'
import { wireCreditUsage, wirePlanUsage } from './wire.ts'

/** Credits are decimals, not dollars; the text is the same. */
const toCredits = (value: number | null | undefined): string | null => toMoney(value)?.amount ?? null

/** The plan's month, and what was used in it. An account whose use may not be read still shows what is left. */
export async function readBilling(api: Api, signal: AbortSignal): Promise<Billing> {
  const plan = await readOne(api, { path: '/me/billing/plan-usage', schema: wirePlanUsage, signal })
  const [from, until] = [plan.intervalStart ?? undefined, plan.intervalEnd ?? undefined]
  const query = { intervalBegin: from, intervalEnd: until }
  const path = '/me/billing/credit-usage'
  const usage = await readOne(api, { path, query, schema: wireCreditUsage, signal }).catch(nothingWhenClosed)
  return {
    from: from ?? null,
    until: until ?? null,
    planCredits: toCredits(plan.remainingPlanCredits),
    payAsYouGoCredits: toCredits(plan.remainingPayAsYouGoCredits),
    totalCredits: toCredits(plan.totalRemainingCredits),
    creditsUsed: toCredits(usage.creditsUsed),
    textsSent: usage.textsSent ?? null,
    callMinutes: usage.callsDurationMinutes ?? null,
  }
}

function nothingWhenClosed(error: unknown): z.infer<typeof wireCreditUsage> {
  if (isFailure(error) && ['forbidden', 'notFound', 'refused'].includes(error.failure.kind)) return {}
  throw error
}
