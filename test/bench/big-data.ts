import { setImmediate } from 'node:timers/promises'
import { startDemo } from './demo.ts'
import { rounded } from './figure.ts'
import { type Ground, tell } from './ground.ts'
import { type LineApp, openLineApp } from './line-app.ts'
import { type Stalls, watchStalls } from './stalls.ts'

export type BigData = {
  /** A data folder with one account, paused, and all its numbers. */
  readonly folder: string
  readonly numbers: number
  readonly stalls: Stalls
  readonly syncMs: number
  readonly screen: { readonly asked: number; readonly longestMs: number }
}

const made = new WeakMap<Ground, Map<number, Promise<BigData>>>()

/** A real first sync of this many CallFire numbers, as fast as the demo carriers answer, watched; done once a run. */
export function makeBigData(ground: Ground, numbers: number): Promise<BigData> {
  const known = made.get(ground) ?? new Map<number, Promise<BigData>>()
  made.set(ground, known)
  const data = known.get(numbers) ?? fill(ground, numbers)
  known.set(numbers, data)
  return data
}

async function fill(ground: Ground, numbers: number): Promise<BigData> {
  tell(`a sync of ${numbers} numbers without latency`)
  const demo = await startDemo(ground, { numbers, latencyMs: 0 })
  const app = openLineApp(ground)
  const screen = watchAsScreen(ground, app)
  const watch = watchStalls()
  const began = performance.now()
  const { accountId } = await app.addAndRead(demo.draft('callfire-v2'))
  const syncMs = performance.now() - began
  const stalls = watch.end()
  const seen = await screen.end()
  await app.ask('accounts.change', { accountId, paused: true })
  await Promise.all([app.close(), demo.stop()])
  tell(`synced in ${Math.round(syncMs)} ms, longest stall ${Math.round(stalls.longestMs)} ms`)
  return { folder: app.folder, numbers, stalls, syncMs, screen: seen }
}

const screenEveryMs = 200

/** Each request of a page comes as a message of its own, in a turn of its own, and its answer is written out before it leaves. */
async function answered(answer: Promise<unknown>): Promise<void> {
  JSON.stringify(await answer)
  await setImmediate()
}

/** What the list on the screen asks for while a sync pushes: the visible page, the counts of the chips, how far the sync is. */
function watchAsScreen(ground: Ground, { ask }: LineApp) {
  const filter = { search: '', accountIds: [], kinds: [], states: [], autoRenew: null, rings: null, endsBy: null }
  let [asked, longestMs] = [0, 0]
  const look = async () => {
    const began = performance.now()
    await answered(ask('numbers.query', { filter, sort: 'number', direction: 'ascending', offset: 0, limit: 100 }))
    await answered(ask('numbers.counts', { filter, soon: '2030-01-01' }))
    await answered(ask('sync.states', null))
    asked += 1
    longestMs = Math.max(longestMs, performance.now() - began)
  }
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look)
    // Whoever ends the watch hears of it.
    looking.catch(() => undefined)
  }, screenEveryMs)
  const stop = ground.onEnd(() => clearInterval(timer))
  return {
    end: async () => {
      await stop()
      await looking
      return { asked, longestMs: rounded(longestMs) }
    },
  }
}
