import type { CDPSession, Page } from '@playwright/test'
import { z } from 'zod'

const traced = z.object({
  name: z.string(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  pid: z.number(),
  tid: z.number(),
})
const threadName = z.object({
  name: z.literal('thread_name'),
  pid: z.number(),
  tid: z.number(),
  args: z.object({ name: z.string() }),
})

export type Tasks = {
  /** Milliseconds from begin to end. */
  readonly longestMs: number
  /** Milliseconds for which the page's main thread held a processor in one task; the rest went to other programs. */
  readonly longestOwnWorkMs: number
}

/** Watches every task of the page's main thread, short ones too, as the browser itself records them. */
export async function watchTasks(page: Page): Promise<{ readonly end: () => Promise<Tasks> }> {
  const session = await page.context().newCDPSession(page)
  const events: unknown[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel'] },
    transferMode: 'ReportEvents',
  })
  return { end: () => endTracing(session, events) }
}

async function endTracing(session: CDPSession, events: readonly unknown[]): Promise<Tasks> {
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const mains = new Set(
    events
      .flatMap((event) => threadName.safeParse(event).data ?? [])
      .filter(({ args }) => args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  let [longest, longestOwn] = [0, 0]
  for (const event of events) {
    const task = traced.safeParse(event).data
    if (!task?.name.endsWith('RunTask') || !mains.has(`${task.pid} ${task.tid}`)) continue
    longest = Math.max(longest, task.dur)
    longestOwn = Math.max(longestOwn, task.tdur)
  }
  return { longestMs: longest / 1000, longestOwnWorkMs: longestOwn / 1000 }
}
