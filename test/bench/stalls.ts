import { PerformanceObserver } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { rounded } from './figure.ts'

export type Stalls = {
  readonly longestMs: number
  readonly p99Ms: number
  /** The most that this thread itself worked between two turns; the rest of a stall went to other programs and to the disk. */
  readonly longestOwnWorkMs: number
  /** The garbage collector's longest pause; a part of the above. */
  readonly longestGcMs: number
}

const everyMs = 1

/** A timer that is due every millisecond, and how late it comes: for so long the loop stood still. */
export function watchStalls(): { readonly end: () => Stalls } {
  const late: number[] = []
  let longestOwnWorkMs = 0
  let last = { at: performance.now(), work: ownWork() }
  const timer = setInterval(() => {
    const now = { at: performance.now(), work: ownWork() }
    late.push(now.at - last.at - everyMs)
    longestOwnWorkMs = Math.max(longestOwnWorkMs, now.work - last.work)
    last = now
  }, everyMs)
  const collector = watchCollector()
  return {
    end: () => {
      clearInterval(timer)
      const sorted = late.toSorted((a, b) => a - b)
      return {
        longestMs: rounded(sorted.at(-1) ?? 0),
        p99Ms: rounded(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
        longestOwnWorkMs: rounded(longestOwnWorkMs),
        longestGcMs: rounded(collector.end()),
      }
    },
  }
}

/** Milliseconds for which this thread held a processor. */
export function ownWork(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function watchCollector(): { readonly end: () => number } {
  let longestMs = 0
  const take = (entries: readonly { readonly duration: number }[]) => {
    for (const { duration } of entries) longestMs = Math.max(longestMs, duration)
  }
  const collector = new PerformanceObserver((list) => take(list.getEntries()))
  collector.observe({ entryTypes: ['gc'] })
  return {
    end: () => {
      take(collector.takeRecords())
      collector.disconnect()
      return longestMs
    },
  }
}

/** The same watch over a process that does nothing: what the computer itself takes away. */
export async function watchIdle(forMs: number): Promise<Stalls> {
  const watch = watchStalls()
  await setTimeout(forMs)
  return watch.end()
}
