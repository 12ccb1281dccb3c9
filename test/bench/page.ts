import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { buildStale } from '../host/build.ts'
import { makeBigData } from './big-data.ts'
import { openBrowser } from './browser.ts'
import type { Figures } from './figure.ts'
import { type Ground, tell } from './ground.ts'
import { toLoadFigures, toUseFigures } from './page-figures.ts'
import { startPageHost } from './page-host.ts'
import { landmarks, loadPage } from './page-load.ts'
import { type Scrolled, scrollThrough } from './scroll.ts'

export type PageSize = { readonly numbers: number; readonly loads: number }
export const fullPage: PageSize = { numbers: 100_000, loads: 9 }

/** The built page in a real browser, on a data folder with many numbers and on one whose account owns none. */
export async function measurePage(ground: Ground, { numbers, loads }: PageSize = fullPage): Promise<Figures> {
  const { folder } = await makeBigData(ground, numbers)
  tell('page: the browser and two hosts')
  await buildStale()
  const newContext = await openBrowser(ground)
  const full = await openSide(ground, newContext, folder)
  const empty = await openSide(ground, newContext, withoutNumbers(ground, folder))
  const times = await timeLoads(full, empty, loads)
  tell('page: from top to bottom')
  const uses = { full: await use(full, landmarks.firstRow), empty: await use(empty, landmarks.frame) }
  return { ...toLoadFigures(times, numbers), ...toUseFigures(uses, numbers) }
}

/** The same account, and a database that has never heard of it. */
function withoutNumbers(ground: Ground, folder: string): string {
  const copy = ground.folder()
  copyFileSync(join(folder, 'settings.json'), join(copy, 'settings.json'))
  return copy
}

type Side = { readonly url: string; readonly context: BrowserContext }

/** The first visit takes the key along, and is not timed. */
async function openSide(ground: Ground, newContext: () => Promise<BrowserContext>, folder: string): Promise<Side> {
  const { url } = await startPageHost(ground, folder)
  const context = await newContext()
  const { page } = await loadPage(context, url, landmarks.frame)
  await page.close()
  return { url: new URL('/', url).href, context }
}

export type LoadTimes = { readonly firstRow: readonly number[]; readonly frame: readonly number[] }

/** In turns, so that whatever else the computer does falls on both. */
async function timeLoads(full: Side, empty: Side, loads: number): Promise<LoadTimes> {
  const [firstRow, frame]: [number[], number[]] = [[], []]
  // One more than are counted: the first of each warms up.
  for (let load = 0; load <= loads; load++) {
    firstRow.push(await timeLoad(full, landmarks.firstRow))
    frame.push(await timeLoad(empty, landmarks.frame))
  }
  return { firstRow: firstRow.slice(1), frame: frame.slice(1) }
}

async function timeLoad({ url, context }: Side, landmark: string): Promise<number> {
  const { page, paintedMs } = await loadPage(context, url, landmark)
  await page.close()
  return paintedMs
}

export type Use = { readonly scrolled: Scrolled; readonly heapBytes: number }

async function use({ url, context }: Side, landmark: string): Promise<Use> {
  const { page } = await loadPage(context, url, landmark)
  const scrolled = await scrollThrough(page)
  const heapBytes = await measureHeap(page)
  await page.close()
  return { scrolled, heapBytes }
}

/** After a collection: scripts' own objects, those of the document, and buffers. */
async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0)
}
