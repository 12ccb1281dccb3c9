import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type FaultWorld, type Play, plainPlay, toPlay } from './fault-play.ts'
import { FaultSyntaxError, parseFaultName } from './fault-words.ts'
import { createFaults, type Fault, type FaultControl, type RequestMatch } from './faults.ts'
import { type DemoHandler, type DemoReply, type DemoRequest, readBody, toBytes, toDemoRequest } from './message.ts'
import { createRequestLog, type ReceivedRequest, type RequestLog } from './request-log.ts'

export { type DemoHandler, type DemoReply, type DemoRequest, literal } from './message.ts'
export type { ReceivedRequest } from './request-log.ts'

export type ServeOptions = Partial<FaultWorld> & {
  /** 0 takes a free one. */
  readonly port?: number
  /** Waiting time before every answer; the effect happens at once. */
  readonly latencyMs?: number
  readonly faults?: FaultControl
  /** Told of every request that came whole, before any fault and before anything happens. */
  readonly onReceived?: (request: DemoRequest) => void
  /** What this very request has to suffer besides; goes before the rules of `faults`. */
  readonly practice?: (request: DemoRequest) => readonly Fault[]
}

export type DemoServer = {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly faults: FaultControl
  readonly requests: readonly ReceivedRequest[]
  count(match?: RequestMatch): number
  /** Drops every connection, also the idle and the waiting ones. */
  close(): Promise<void>
}

type Stage = { readonly handler: DemoHandler; readonly faults: FaultControl; readonly world: FaultWorld } & {
  readonly latencyMs: number
  readonly log: RequestLog
  readonly onReceived: (request: DemoRequest) => void
  readonly practice: (request: DemoRequest) => readonly Fault[]
}

const defaultWorld: FaultWorld = {
  errorBody: (status) => ({ httpStatusCode: status, message: `demo fault ${status}` }),
  errorType: 'application/json',
  words: new Set(),
  now: Date.now,
}

/** The answer and how long the carrier itself worked for it, the writing of the JSON included. */
function work(stage: Stage, play: Play, request: DemoRequest) {
  const started = process.hrtime.bigint()
  const reply = play.bend(play.runs ? stage.handler(request) : { status: 200 })
  const bytes = toBytes(reply)
  return { reply, bytes, ownTimeMs: Number(process.hrtime.bigint() - started) / 1e6 }
}

/** A bug in a handler becomes an honest 500 with its name, never a dead process in front of the user. */
const crashed = (error: unknown): DemoReply => ({
  status: 500,
  body: { httpStatusCode: 500, message: `demo carrier: ${error instanceof Error ? error.message : String(error)}` },
})

/** The app's own build sets this word; the header, and all that reads it, then drops out of what is shipped. */
const heedsHeader = process.env.LINEKEEPER_BUILD !== 'app'

const requested = ({ headers }: IncomingMessage): readonly Fault[] => {
  if (!heedsHeader) return []
  const names = headers['x-demo-fault']
  return (typeof names === 'string' ? names.split(';') : []).map(parseFaultName)
}

const waitOf = (faults: readonly Fault[]): number =>
  faults.reduce((sum, fault) => sum + (fault.kind === 'latency' ? fault.ms : 0), 0)

const later = (response: ServerResponse, ms: number, run: () => void) => {
  if (ms <= 0) return run()
  const timer = setTimeout(run, ms)
  response.on('close', () => clearTimeout(timer))
}

async function serveOne(stage: Stage, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = stage.world.now()
  const body = await readBody(incoming)
  if (!body) return void response.writeHead(413, { connection: 'close' }).end()
  const request = toDemoRequest(incoming, body)
  const target = incoming.url ?? '/'
  stage.onReceived(request)
  const faults = [...stage.practice(request), ...stage.faults.take(request.method, target), ...requested(incoming)]
  const main = faults.find(({ kind }) => kind !== 'latency')
  const play = main ? toPlay(main, stage.world) : plainPlay
  const { reply, bytes, ownTimeMs } = work(stage, play, request)
  const answered = main?.kind !== 'reset' && main?.kind !== 'silent'
  const status = answered ? reply.status : null
  stage.log.add({ method: request.method, path: target, at, bodyBytes: body.length, status, ownTimeMs })
  later(response, stage.latencyMs + waitOf(faults), () => play.delivery(response, reply, bytes))
}

function onFailure(error: unknown, response: ServerResponse): void {
  if (response.destroyed || response.headersSent) return
  const isSyntax = error instanceof FaultSyntaxError
  const reply = isSyntax ? { status: 400, body: { httpStatusCode: 400, message: error.message } } : crashed(error)
  response.writeHead(reply.status, { 'content-type': 'application/json' }).end(toBytes(reply) ?? undefined)
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

const closeAll = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error && !error.message.includes('not running') ? reject(error) : resolve()))
    server.closeAllConnections()
  })

/** Serves a carrier on the loopback address only. Rejects when the port is taken. */
export async function serveDemo(handler: DemoHandler, options: ServeOptions = {}): Promise<DemoServer> {
  const { port = 0, latencyMs = 0, faults = createFaults(), ...rest } = options
  const { onReceived = () => undefined, practice = () => [], ...world } = rest
  const log = createRequestLog()
  const stage: Stage = { handler, faults, latencyMs, log, onReceived, practice, world: { ...defaultWorld, ...world } }
  const server = createServer((incoming, response) => {
    serveOne(stage, incoming, response).catch((error: unknown) => onFailure(error, response))
  })
  // A client of the demo may keep a connection for as long as it likes; nothing here should time out by itself.
  server.requestTimeout = 0
  server.keepAliveTimeout = 60_000
  const bound = await listen(server, port)
  return {
    url: `http://127.0.0.1:${bound}`,
    faults,
    requests: log.requests,
    count: log.count,
    close: () => closeAll(server),
  }
}
