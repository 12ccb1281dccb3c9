import type { CalendarDay } from '../../../shared/calendar.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { Ending } from '../../../shared/model/lease.ts'
import type { Money } from '../../../shared/money.ts'
import type { Attached } from './attached.ts'
import type { Held } from './stored.ts'

/** What a price is known from. */
export type Price = { readonly monthly: Money | null; readonly from: 'provider' | 'lastOrder' | 'nowhere' }

/** One thing that would be given up, with all that is told of it. */
export type Ended = {
  readonly held: Held
  readonly account: Account
  readonly ending: Ending
  readonly lastDay: CalendarDay | null
  readonly buyBackFrom: CalendarDay | null
  readonly price: Price
  readonly attached: Attached
  readonly now: number
}
