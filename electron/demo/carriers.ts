import type { Books } from './callfire-v2/books.ts'
import { createCallfireV2 } from './callfire-v2/carrier.ts'
import { wordMembers } from './callfire-v2/documents.ts'
import { type Catalogue, createCatalogue } from './catalogue/catalogue.ts'
import type { FlowrouteBooks } from './flowroute-v2/books.ts'
import { createFlowrouteV2 } from './flowroute-v2/carrier.ts'
import { documentType } from './flowroute-v2/documents.ts'
import { createClock, type DemoClock } from './kit/clock.ts'
import { createFaults, type FaultControl, type FaultRule } from './kit/faults.ts'
import { createRandom, hashText } from './kit/random.ts'
import { type DemoServer, serveDemo } from './kit/server.ts'

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
}

export type CallfireDemo = {
  /** Ends in `/v2`. */
  readonly url: string
  readonly login: string
  readonly password: string
  readonly books: Books
  readonly faults: FaultControl
  readonly server: DemoServer
}

export type FlowrouteDemo = {
  /** Without a path; every path of this carrier begins with its version. */
  readonly url: string
  readonly accessKey: string
  readonly secretKey: string
  readonly books: FlowrouteBooks
  readonly faults: FaultControl
  readonly server: DemoServer
}

export type DemoCarriers = {
  readonly callfireV2: CallfireDemo
  readonly flowrouteV2: FlowrouteDemo
  readonly clock: DemoClock
  close(): Promise<void>
}

type Setting = {
  readonly catalogue: Catalogue
  readonly numbers: number
  readonly seed: number
  readonly clock: DemoClock
  readonly latencyMs: number
  readonly rules: readonly FaultRule[]
}

/** Each carrier counts its rules for itself: "the third request" means the third at that carrier. */
function faultsFrom(rules: readonly FaultRule[]): FaultControl {
  const faults = createFaults()
  for (const rule of rules) faults.add(rule)
  return faults
}

async function startCallfire(setting: Setting, port: number): Promise<CallfireDemo> {
  const random = createRandom(hashText(`callfire ${setting.seed}`))
  const keys = { login: random.hex(12), password: random.hex(16) }
  const { handler, books, errorBody } = createCallfireV2({ ...setting, ...keys })
  const faults = faultsFrom(setting.rules)
  const { latencyMs } = setting
  const server = await serveDemo(handler, { port, latencyMs, faults, errorBody, words: wordMembers })
  return { url: `${server.url}/v2`, ...keys, books, faults, server }
}

async function startFlowroute(setting: Setting, port: number): Promise<FlowrouteDemo> {
  const random = createRandom(hashText(`flowroute ${setting.seed}`))
  const keys = { accessKey: random.hex(8), secretKey: random.hex(32) }
  const { handler, books, errorBody, words } = createFlowrouteV2({ ...setting, ...keys })
  const faults = faultsFrom(setting.rules)
  const { latencyMs } = setting
  const world = { errorBody, errorType: documentType, words }
  const server = await serveDemo(handler, { port, latencyMs, faults, ...world })
  return { url: server.url, ...keys, books, faults, server }
}

/** Starts the sample carriers on the loopback address. Rejects when a port is taken. */
export async function startDemoCarriers(options: DemoOptions = {}): Promise<DemoCarriers> {
  const { numbers = 200, seed = 1, latencyMs = 0, port = 0, faults: rules = [], clock = createClock() } = options
  const setting: Setting = { catalogue: createCatalogue(seed), numbers, seed, clock, latencyMs, rules }
  const callfireV2 = await startCallfire(setting, port)
  try {
    const flowrouteV2 = await startFlowroute(setting, port === 0 ? 0 : port + 1)
    const close = async () => {
      await Promise.all([callfireV2.server.close(), flowrouteV2.server.close()])
    }
    return { callfireV2, flowrouteV2, clock, close }
  } catch (error) {
    await callfireV2.server.close()
    throw error
  }
}
