import type { PracticeFault } from '../../shared/model/account.ts'
import type { Books } from './callfire-v2/books.ts'
import { createCatalogue } from './catalogue/catalogue.ts'
import { type Desk, openCallfire, openFlowroute, type Setting } from './desk.ts'
import type { FlowrouteBooks } from './flowroute-v2/books.ts'
import { createClock, createDeskClock, type DemoClock } from './kit/clock.ts'
import type { FaultControl, FaultRule } from './kit/faults.ts'
import { openJournal } from './kit/journal.ts'
import type { Ledger } from './kit/ledger.ts'
import type { DemoServer } from './kit/server.ts'
import type { Spending } from './kit/spending.ts'
import { createRecorder } from './recorder.ts'

export type DemoOptions = {
  /** How many numbers each account holds at the start; 200 when left out. */
  readonly numbers?: number
  /** The same seed gives the same numbers, keys and states. */
  readonly seed?: number
  /** Waiting time before every answer. */
  readonly latencyMs?: number
  /** The first carrier's port, the second takes the next one; 0 takes two free ones. */
  readonly port?: number
  /** Rules that hold for both carriers from the start. */
  readonly faults?: readonly FaultRule[]
  readonly clock?: DemoClock
  /**
   * A file that keeps what requests have changed, so that the carriers know it after a restart. Its own numbers and seed
   * go before those given here. What tests change in the books by hand is not kept.
   */
  readonly journal?: string
}

type Demo = {
  readonly faults: FaultControl
  readonly server: DemoServer
  /** Lets the next request that spends or gives up suffer this, once; null: nothing. */
  readonly practise: (fault: PracticeFault | null) => void
  /** What is still to be suffered. */
  readonly practising: () => PracticeFault | null
  readonly spending: Spending
  readonly ledger: Ledger
}

export type CallfireDemo = Demo & {
  /** Ends in `/v2`. */
  readonly url: string
  readonly login: string
  readonly password: string
  readonly books: Books
}

export type FlowrouteDemo = Demo & {
  /** Without a path; every path of this carrier begins with its version. */
  readonly url: string
  readonly accessKey: string
  readonly secretKey: string
  readonly books: FlowrouteBooks
}

export type DemoCarriers = {
  readonly callfireV2: CallfireDemo
  readonly flowrouteV2: FlowrouteDemo
  readonly clock: DemoClock
  /** What was found in the journal; null: none is kept. */
  readonly journal: { readonly replayed: number; readonly setAside: string | null } | null
  close(): Promise<void>
}

async function serveBoth(one: Desk, other: Desk, port: number): Promise<readonly [DemoServer, DemoServer]> {
  const first = await one.serve(port)
  try {
    return [first, await other.serve(port === 0 ? 0 : port + 1)]
  } catch (error) {
    await first.close()
    throw error
  }
}

/** Starts the sample carriers on the loopback address. Rejects when a port is taken or the journal cannot be kept. */
export async function startDemoCarriers(options: DemoOptions = {}): Promise<DemoCarriers> {
  const { latencyMs = 0, port = 0, faults: rules = [], clock: outer = createClock() } = options
  const fresh = {
    sampleCarriers: 1,
    seed: options.seed ?? 1,
    numbers: options.numbers ?? 200,
    start: outer.now(),
  } as const
  const journal = options.journal === undefined ? null : openJournal(options.journal, fresh)
  const { seed, numbers, start } = journal?.head ?? fresh
  const clock = createDeskClock(outer)
  const recorder = createRecorder(journal, clock)
  const setting: Setting = { catalogue: createCatalogue(seed), numbers, seed, clock, latencyMs, rules, recorder }
  const callfire = clock.during(start, () => openCallfire(setting))
  const flowroute = clock.during(start, () => openFlowroute(setting))
  recorder.replay({ 'callfire-v2': callfire.repeat, 'flowroute-v2': flowroute.repeat })
  const [callfireServer, flowrouteServer] = await serveBoth(callfire, flowroute, port).catch((error: unknown) => {
    journal?.close()
    throw error
  })
  return {
    callfireV2: { ...callfire.demo, url: `${callfireServer.url}/v2`, server: callfireServer },
    flowrouteV2: { ...flowroute.demo, url: flowrouteServer.url, server: flowrouteServer },
    clock: outer,
    journal: journal && { replayed: journal.entries.length, setAside: journal.setAside },
    close: async () => {
      await Promise.all([callfireServer.close(), flowrouteServer.close()])
      journal?.close()
    },
  }
}
