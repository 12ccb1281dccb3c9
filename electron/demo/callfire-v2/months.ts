export const DAY = 24 * 60 * 60 * 1000

/** From midnight (UTC) of a day to midnight of the same day so many months on, or of that month's last day. */
function shiftOf(day: number, months: number): number {
  const from = new Date(day * DAY)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) - day * DAY
}

/** Thousands of leases end within the same few days, and a look into the calendar is slow. */
const shifts = new Map<number, number>()

/** The same day and time so many calendar months on, or the last day of that month (UTC). */
export function addMonth(epochMs: number, months = 1): number {
  const day = Math.floor(epochMs / DAY)
  const key = day * 4096 + months
  const known = shifts.get(key)
  if (known !== undefined) return epochMs + known
  if (shifts.size > 10_000) shifts.clear()
  const shift = shiftOf(day, months)
  shifts.set(key, shift)
  return epochMs + shift
}

type Term = { readonly autoRenew: boolean; readonly leaseBegin?: number; readonly leaseEnd?: number }

/** Leases run for a month and renew monthly; a lease that does not renew stays as it is. */
export function renewed<Lease extends Term>(lease: Lease, now: number): Lease {
  const { autoRenew, leaseEnd } = lease
  if (!autoRenew || leaseEnd === undefined || leaseEnd > now) return lease
  let months = 1
  while (addMonth(leaseEnd, months) <= now) months += 1
  return { ...lease, leaseBegin: addMonth(leaseEnd, months - 1), leaseEnd: addMonth(leaseEnd, months) }
}
