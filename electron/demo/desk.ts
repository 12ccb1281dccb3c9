import { createCallfireV2 } from './callfire-v2/carrier.ts'
import { wordMembers } from './callfire-v2/documents.ts'
import { refusalOf as callfireRefusal, wantedBy as wantedByCallfire } from './callfire-v2/spending.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import { createFlowrouteV2 } from './flowroute-v2/carrier.ts'
import { documentType } from './flowroute-v2/documents.ts'
import { refusalOf as flowrouteRefusal, wantedBy as wantedByFlowroute } from './flowroute-v2/spending.ts'
import type { DeskClock } from './kit/clock.ts'
import type { FaultWorld } from './kit/fault-play.ts'
import { createFaults, type FaultControl, type FaultRule, type Refusal } from './kit/faults.ts'
import { createPractice } from './kit/practice.ts'
import { createRandom, hashText } from './kit/random.ts'
import { type DemoHandler, type DemoRequest, type DemoServer, serveDemo } from './kit/server.ts'
import { createSpending, type Wanted } from './kit/spending.ts'
import type { Recorder } from './recorder.ts'

export type Setting = {
  readonly catalogue: Catalogue
  readonly numbers: number
  readonly seed: number
  readonly clock: DeskClock
  readonly latencyMs: number
  readonly rules: readonly FaultRule[]
  readonly recorder: Recorder
}

/** A carrier before it is served. */
export type Desk = {
  readonly serve: (port: number) => Promise<DemoServer>
  /** Does again what a kept request did: no fault, no waiting, and the key is the right one. */
  readonly repeat: (request: DemoRequest) => void
}

type Office = {
  readonly handler: DemoHandler
  readonly authorization: string
  readonly world: Partial<FaultWorld>
  readonly wantedBy: (request: DemoRequest) => Wanted | null
  readonly refusalOf: (request: DemoRequest) => Refusal | null
}

/** Each carrier counts its rules for itself: "the third request" means the third at that carrier. */
function faultsFrom(rules: readonly FaultRule[]): FaultControl {
  const faults = createFaults()
  for (const rule of rules) faults.add(rule)
  return faults
}

const basic = (user: string, secret: string) => `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`

/** A handler that broke then breaks again now; whoever asked was told so at that time. */
function isDone(handler: DemoHandler, request: DemoRequest): boolean {
  try {
    return handler(request).status < 500
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

function openDesk(office: Office, { clock, latencyMs, rules }: Setting) {
  const { handler, authorization, world, wantedBy, refusalOf } = office
  const faults = faultsFrom(rules)
  const practice = createPractice(refusalOf)
  const { spending, note } = createSpending(wantedBy)
  const atOneInstant: DemoHandler = (request) => clock.during(clock.now(), () => handler(request))
  const onReceived = (request: DemoRequest) => note(request, clock.now())
  const options = { latencyMs, faults, onReceived, practice: practice.take, ...world }
  const desk: Desk = {
    serve: (port) => serveDemo(atOneInstant, { port, ...options }),
    repeat: (request) => {
      onReceived(request)
      isDone(handler, { ...request, headers: { ...request.headers, authorization } })
    },
  }
  return { desk, controls: { faults, practise: practice.set, practising: () => practice.armed, spending } }
}

export function openCallfire(setting: Setting) {
  const random = createRandom(hashText(`callfire ${setting.seed}`))
  const keys = { login: random.hex(12), password: random.hex(16) }
  const onChange = setting.recorder.forCarrier('callfire-v2')
  const { handler, books, errorBody } = createCallfireV2({ ...setting, ...keys, onChange })
  const authorization = basic(keys.login, keys.password)
  const world = { errorBody, words: wordMembers }
  const office = { handler, authorization, world, wantedBy: wantedByCallfire, refusalOf: callfireRefusal }
  const { desk, controls } = openDesk(office, setting)
  return { ...desk, demo: { ...keys, books, ledger: books.ledger, ...controls } }
}

export function openFlowroute(setting: Setting) {
  const random = createRandom(hashText(`flowroute ${setting.seed}`))
  const keys = { accessKey: random.hex(8), secretKey: random.hex(32) }
  const onChange = setting.recorder.forCarrier('flowroute-v2')
  const { handler, books, errorBody, words } = createFlowrouteV2({ ...setting, ...keys, onChange })
  const authorization = basic(keys.accessKey, keys.secretKey)
  const world = { errorBody, errorType: documentType, words }
  const office = { handler, authorization, world, wantedBy: wantedByFlowroute, refusalOf: flowrouteRefusal }
  const { desk, controls } = openDesk(office, setting)
  return { ...desk, demo: { ...keys, books, ledger: books.ledger, ...controls } }
}
