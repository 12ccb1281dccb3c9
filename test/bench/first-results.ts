import { anything } from '../../renderer/stores/market/form.ts'
import { type ApiId, apiIds } from '../../shared/model/account.ts'
import { buildStale } from '../host/build.ts'
import { openBrowser } from './browser.ts'
import { type Demo, startDemo } from './demo.ts'
import { type Figures, median, rounded, toFigure } from './figure.ts'
import { openMarketPage } from './first-results-page.ts'
import { type Ground, tell } from './ground.ts'
import { openLineApp } from './line-app.ts'
import { type SingleAnswers, timeSingleAnswers } from './single-answers.ts'

/** Both carriers sell plenty in each of them. No search is made twice: the second time it would begin with what it knew. */
export const prefixes = ['206', '212', '312', '415', '305', '303', '404', '503', '602', '617', '702', '713'] as const

export type FirstResultsSize = { readonly latencyMs: number; readonly prefixes: readonly string[] }
export const fullFirstResults: FirstResultsSize = { latencyMs: 400, prefixes }

/** How long a person waits for the first number, beside the provider that makes one wait longer. */
export async function measureFirstResults(ground: Ground, size: FirstResultsSize = fullFirstResults): Promise<Figures> {
  tell(`market: searches of two accounts at ${size.latencyMs} ms a request`)
  const demo = await startDemo(ground, { numbers: 20, latencyMs: size.latencyMs })
  const search = { page: await inPage(ground, demo), main: await inMain(ground, demo) }
  const times: SearchTimes[] = []
  // In turns, so that whatever else the computer does falls on all three.
  for (const prefix of size.prefixes) {
    const alone = await timeSingleAnswers(demo, prefix)
    times.push({ alone, mainMs: await search.main(prefix), pageMs: await search.page(prefix) })
  }
  await demo.stop()
  return toFirstResultsFigures(times, size)
}

/** Gives ms from the press of Search to the first row on the screen. */
type TimeSearch = (prefix: string) => Promise<number>

async function inPage(ground: Ground, demo: Demo): Promise<TimeSearch> {
  await buildStale()
  const newContext = await openBrowser(ground)
  return openMarketPage(ground, await newContext(), apiIds.map(demo.draft))
}

/** From the question to the first rows that could be given to a page, without any page. */
async function inMain(ground: Ground, demo: Demo): Promise<TimeSearch> {
  const app = openLineApp(ground)
  for (const api of apiIds) await app.addAndRead(demo.draft(api))
  return async (prefix) => {
    const began = performance.now()
    const { searchId } = await app.ask('market.search', { ...anything, prefix })
    const results = {
      topic: 'market',
      name: 'market.results',
      input: { searchId, sort: 'memorable', direction: 'descending', offset: 0, limit: 100 },
    } as const
    await app.until({ ...results, isWanted: (found) => (found?.rows.length ?? 0) > 0 })
    const took = performance.now() - began
    await app.until({ ...results, isWanted: (found) => found?.parts.every(({ state }) => state === 'done') ?? false })
    return took
  }
}

export type SearchTimes = {
  readonly alone: SingleAnswers
  /** Both from the press, or the question, to the first results. */
  readonly mainMs: number
  readonly pageMs: number
}

export function toFirstResultsFigures(
  times: readonly SearchTimes[],
  { latencyMs }: Pick<FirstResultsSize, 'latencyMs'>,
): Figures {
  const aloneMs = (api: ApiId) => median(times.map(({ alone }) => alone[api]))
  const slowerMs = Math.max(...apiIds.map(aloneMs))
  const [pageMs, mainMs] = [median(times.map((time) => time.pageMs)), median(times.map((time) => time.mainMs))]
  return {
    'market.firstResults': toFigure({
      what: "From pressing Search to the first result on the screen, as a multiple of the slower provider's single answer, median",
      value: pageMs / slowerMs,
      unit: 'times',
      limit: { atMost: 1.3 },
      reference: {
        what: 'the same question asked of each provider alone and directly, in turns with the searches; the slower one, median',
        value: 1,
        ms: rounded(slowerMs),
        callfireMs: rounded(aloneMs('callfire-v2')),
        flowrouteMs: rounded(aloneMs('flowroute-v2')),
        latencyMs,
      },
      details: {
        ms: rounded(pageMs),
        searches: times.map((time) => rounded(time.pageMs)),
        inMainMs: rounded(mainMs),
        inMainTimes: rounded(mainMs / slowerMs),
        inMainSearches: times.map((time) => rounded(time.mainMs)),
      },
    }),
  }
}
