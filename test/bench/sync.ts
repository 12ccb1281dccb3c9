import { setTimeout } from 'node:timers/promises'
import { defaultPacing } from '../../electron/providers/pacing.ts'
import { apiIds } from '../../shared/model/account.ts'
import { countFetch } from './counted-fetch.ts'
import { type Demo, startDemo } from './demo.ts'
import { type Figures, median, rounded, toFigure } from './figure.ts'
import { type Ground, tell } from './ground.ts'
import { openLineApp } from './line-app.ts'
import { type LoopTime, timePlainLoop } from './plain-loop.ts'

export type SyncSize = {
  /** That each of the two accounts owns. */
  readonly numbers: number
  readonly latencyMs: number
  /** Whole syncs, each of a fresh data folder. */
  readonly rounds: number
  /** Requests of the plain loop, for each account. */
  readonly pages: number
  readonly details: number
}

export const fullSync: SyncSize = { numbers: 10_000, latencyMs: 50, rounds: 5, pages: 10, details: 90 }

/** Both accounts read at once by the real app, beside the plain loop and beside what the line allows. */
export async function measureSync(ground: Ground, size: SyncSize = fullSync): Promise<Figures> {
  const { numbers, latencyMs } = size
  tell(`sync: two accounts of ${numbers} numbers at ${latencyMs} ms a request`)
  const demo = await startDemo(ground, size)
  const rounds: Round[] = []
  for (let at = 0; at < size.rounds; at++) rounds.push(await syncOnce(ground, demo))
  tell('sync: the plain loop')
  const loops: LoopTime[] = []
  for (const api of apiIds) loops.push(await timePlainLoop(demo, api, { ...size, owned: numbers }))
  await demo.stop()
  return toFigures(size, rounds, loops)
}

type Round = { readonly ms: number; readonly requests: readonly number[] }

async function syncOnce(ground: Ground, demo: Demo): Promise<Round> {
  const { fetch, requests } = countFetch()
  const app = openLineApp(ground, { fetch })
  const began = Date.now()
  // Done is when the app says so itself; that it is told of it up to a tenth of a second later is not waited for.
  const states = await Promise.all(apiIds.map((api) => app.addAndRead(demo.draft(api))))
  const ms = Math.max(...states.map(({ lastDoneAt }) => lastDoneAt ?? Number.NaN)) - began
  await app.close()
  tell(`sync: ${ms} ms`)
  await setTimeout(100)
  return { ms, requests: apiIds.map((api) => requests(demo.line(api).address)) }
}

function toFigures({ latencyMs, numbers }: SyncSize, rounds: readonly Round[], loops: readonly LoopTime[]): Figures {
  const ms = median(rounds.map((round) => round.ms))
  const requests = apiIds.map((_, at) => Math.max(...rounds.map((round) => round.requests[at] ?? 0)))
  const boundMs = (Math.max(...requests) / defaultPacing.concurrency) * latencyMs
  const loopMs = sum(loops.map((loop) => loop.ms))
  const loop = {
    what: 'one page, then one detail, after another, as a script does it; a sample of it, scaled',
    measured: sum(loops.map(({ measured }) => measured)),
    scaledTo: sum(loops.map(({ scaledTo }) => scaledTo)),
  }
  const bound = {
    what: 'requests needed ÷ concurrency allowed × latency, of the account that needs more',
    requests,
    concurrency: defaultPacing.concurrency,
    latencyMs,
  }
  const details = { numbersEach: numbers, rounds: rounds.map((round) => round.ms) }
  return {
    'sync.time': toFigure({
      what: 'Both accounts read and stored, at once, median',
      value: ms,
      unit: 'ms',
      reference: { ...bound, value: boundMs },
      details,
    }),
    'sync.overBound': toFigure({
      what: 'That time, as a multiple of what the line allows at best',
      value: ms / boundMs,
      unit: 'times',
      limit: { atMost: 1.6 },
      reference: { ...bound, value: 1, ms: rounded(boundMs) },
      details,
    }),
    'sync.speedUp': toFigure({
      what: 'How many times as fast as the plain loop',
      value: loopMs / ms,
      unit: 'times',
      limit: { atLeast: 4 },
      reference: { ...loop, value: 1, ms: rounded(loopMs) },
      details,
    }),
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
