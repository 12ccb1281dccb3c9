import { makeBigData } from './big-data.ts'
import { type Figures, rounded, toFigure } from './figure.ts'
import type { Ground } from './ground.ts'
import { watchIdle } from './stalls.ts'

/** How long main's event loop stands still at worst while a large account is read and a screen looks on. */
export async function measureStall(ground: Ground, numbers = 100_000): Promise<Figures> {
  const { stalls, syncMs, screen } = await makeBigData(ground, numbers)
  const idle = await watchIdle(Math.min(5000, syncMs))
  return {
    'sync.longestStall': toFigure({
      what: `Longest time for which main's event loop stood still during a sync of ${numbers} numbers`,
      value: stalls.longestMs,
      unit: 'ms',
      limit: { atMost: 50 },
      reference: { what: 'the same watch over the same process with nothing to do', value: idle.longestMs },
      details: {
        p99Ms: stalls.p99Ms,
        longestOwnWorkMs: stalls.longestOwnWorkMs,
        longestGcMs: stalls.longestGcMs,
        syncMs: rounded(syncMs),
        screenAsked: screen.asked,
        screenLongestMs: screen.longestMs,
      },
    }),
  }
}
