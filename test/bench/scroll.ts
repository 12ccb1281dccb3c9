import type { Page } from '@playwright/test'
import { type Tasks, watchTasks } from './tasks.ts'

export type Scrolled = {
  /** How long each task was that took more than 50 ms. */
  readonly longTasks: readonly number[]
  readonly tasks: Tasks
  readonly rowsSeen: number
  /** The last row that was drawn, counted from the first one. */
  readonly reached: number
}

const wheelSteps = 60
const jumps = 80

/** By wheel from the top, by the scrollbar from end to end, and by wheel again at the bottom. */
export async function scrollThrough(page: Page): Promise<Scrolled> {
  await page.evaluate(watchLongTasks)
  const watch = await watchTasks(page)
  // The middle of the window lies in the list, or in what stands in its place.
  await page.mouse.move(720, 500)
  for (let step = 0; step < wheelSteps; step++) await page.mouse.wheel(0, 300 + step * 40)
  const rowsSeen = await page.evaluate(jumpThrough, jumps)
  for (let step = 0; step < wheelSteps; step++) await page.mouse.wheel(0, step % 2 === 0 ? -900 : 1200)
  await page.evaluate(jumpThrough, 2)
  const reached = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('[role="row"][aria-rowindex]:not([aria-busy])')]
    return Math.max(0, ...rows.map((row) => Number(row.getAttribute('aria-rowindex')) - 1))
  })
  const longTasks = await page.evaluate<readonly number[]>(() => Reflect.get(window, 'linekeeperLongTasks'))
  return { longTasks, tasks: await watch.end(), rowsSeen, reached }
}

/** Runs in the page. */
function watchLongTasks(): void {
  const longTasks: number[] = []
  Reflect.set(window, 'linekeeperLongTasks', longTasks)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: 'longtask' })
}

/** Runs in the page: takes the scrollbar to each place and waits until the rows there are drawn. Gives how many rows it saw; 0 where there is no list. */
async function jumpThrough(jumps: number): Promise<number> {
  const scroller = document.querySelector('[role="grid"]')?.parentElement
  if (!scroller) return 0
  const frame = () => new Promise(requestAnimationFrame)
  // One row that is still being read is the one that has the focus: it stays, however far away the list is.
  const isReading = () => document.querySelectorAll('[role="row"][aria-busy]').length > 1
  const drawn = () => document.querySelectorAll('[role="row"][aria-rowindex]:not([aria-busy])')
  const seen = new Set<string | null>()
  for (let jump = 1; jump <= jumps; jump++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * jump) / jumps
    for (let frames = 0; frames < 3 || (isReading() && frames < 60); frames++) await frame()
    for (const row of drawn()) seen.add(row.getAttribute('aria-rowindex'))
  }
  return seen.size
}
