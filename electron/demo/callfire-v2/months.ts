/** The same day and time one calendar month on, or that month's last day (UTC). */
export function addMonth(epochMs: number, months = 1): number {
  const date = new Date(epochMs)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return date.getTime()
}

export const DAY = 24 * 60 * 60 * 1000

type Term = { readonly autoRenew: boolean; readonly leaseBegin?: number; readonly leaseEnd?: number }

/** Leases run for a month and renew monthly; a lease that does not renew stays as it is. */
export function renewed<Lease extends Term>(lease: Lease, now: number): Lease {
  const { autoRenew, leaseEnd } = lease
  if (!autoRenew || leaseEnd === undefined || leaseEnd > now) return lease
  let months = 1
  while (addMonth(leaseEnd, months) <= now) months += 1
  return { ...lease, leaseBegin: addMonth(leaseEnd, months - 1), leaseEnd: addMonth(leaseEnd, months) }
}
