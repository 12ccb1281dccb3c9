/** An order is followed closely at first, then from time to time, then rarely. */
const closelyMs = 20_000
const oftenMs = 5 * 60_000
const rarest = 15

/**
 * How long to wait before the next look, from what was waited so far. Waits add up by themselves, so a clock that is set back or
 * forth changes nothing.
 */
export function nextLookMs(waitedMs: number): number {
  if (waitedMs < closelyMs) return 1_000
  if (waitedMs < oftenMs) return 15_000
  const minutes = Math.max(1, Math.round((waitedMs - oftenMs) / 60_000))
  return Math.min(rarest, minutes) * 60_000
}

/** From here on the lists are read too, even while the order itself says that it is being worked on. */
export const isDeep = (waitedMs: number): boolean => waitedMs >= closelyMs
