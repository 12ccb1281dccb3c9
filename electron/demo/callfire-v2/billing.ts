import { createRandom } from '../kit/random.ts'
import { DAY } from './months.ts'
import { Problem } from './problem.ts'

export type Billing = {
  readonly account: Readonly<Record<string, unknown>>
  /** What an order can be paid with, in dollars, to the cent. */
  credits(): number
  /** In dollars; taken from the pay-as-you-go credits, then from those of the plan. */
  charge(amount: number): void
  /** Note the name `intervalStart` here. */
  planUsage(): Readonly<Record<string, number>>
  /** Note the name `intervalBegin` here. Without bounds: all time. */
  creditUsage(begin: number | undefined, end: number | undefined): Readonly<Record<string, number>>
  /** Sets what is left, as if somebody had spent or paid on the web site. */
  setCredits(credits: { readonly plan?: number; readonly payAsYouGo?: number }): void
}

const cents = (amount: number): number => Math.round(amount * 100) / 100

const monthOf = (now: number) => {
  const date = new Date(now)
  const begin = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return { begin, end: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - 1 }
}

const person = {
  email: 'owner@shop.example',
  name: 'Rye & Sons Bakery',
  firstName: 'Robin',
  lastName: 'Rye',
  permissions: ['API', 'ACCOUNT_HOLDER'],
}

export function createBilling(seed: number, now: () => number): Billing {
  const random = createRandom(seed)
  const opened = now() - (400 + random.int(600)) * DAY
  const account = { id: 4_100_000_000 + random.int(900_000_000), ...person }
  const perDay = { minutes: 20 + random.int(200), texts: 10 + random.int(300) }
  let plan = 100 + random.int(400)
  let payAsYouGo = 800 + random.int(2000) + 0.5
  return {
    account,
    credits: () => cents(plan + payAsYouGo),
    charge: (amount) => {
      const first = Math.min(amount, payAsYouGo)
      payAsYouGo = cents(payAsYouGo - first)
      plan = Math.max(0, cents(plan - (amount - first)))
    },
    planUsage: () => {
      const { begin, end } = monthOf(now())
      const [remainingPlanCredits, remainingPayAsYouGoCredits] = [Math.round(plan), Math.round(payAsYouGo)]
      const totalRemainingCredits = remainingPlanCredits + remainingPayAsYouGoCredits
      return {
        intervalStart: begin,
        intervalEnd: end,
        remainingPlanCredits,
        remainingPayAsYouGoCredits,
        totalRemainingCredits,
      }
    },
    creditUsage: (begin = opened, end = now()) => {
      if (begin > end) throw new Problem(400, 'intervalBegin should not be after intervalEnd')
      const days = Math.max(0, Math.min(end, now()) - Math.max(begin, opened)) / DAY
      const callsDurationMinutes = Math.floor(days * perDay.minutes)
      const textsSent = Math.floor(days * perDay.texts)
      const creditsUsed = cents(callsDurationMinutes * 0.04 + textsSent * 0.03)
      return { intervalBegin: begin, intervalEnd: end, callsDurationMinutes, textsSent, creditsUsed }
    },
    setCredits: (credits) => {
      plan = credits.plan ?? plan
      payAsYouGo = credits.payAsYouGo ?? payAsYouGo
    },
  }
}
