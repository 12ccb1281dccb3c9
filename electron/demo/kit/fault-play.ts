import { addUnknown, dropMembers } from './distort.ts'
import type { Fault, RetryAfter } from './faults.ts'
import { type DemoReply, toBytes } from './message.ts'
import { type Delivery, deliver, deliveries } from './send.ts'

/** What a fault makes of one request. */
export type Play = {
  /** False: the carrier never sees the request. */
  readonly runs: boolean
  readonly bend: (reply: DemoReply) => DemoReply
  readonly delivery: Delivery
}

export type FaultWorld = {
  /** The carrier's own error document for a status. */
  readonly errorBody: (status: number) => unknown
  /** Content type of that document. */
  readonly errorType: string
  /** Members that hold enum words. */
  readonly words: ReadonlySet<string>
  /** Epoch milliseconds; `Retry-After` as a date counts from it. */
  readonly now: () => number
}

const same = (reply: DemoReply): DemoReply => reply

const retryHeader = ({ seconds, form }: RetryAfter, now: number): string =>
  form === 'seconds' ? String(seconds) : new Date(now + seconds * 1000).toUTCString()

const errorReply = (fault: Extract<Fault, { kind: 'status' }>, world: FaultWorld): DemoReply => ({
  status: fault.status,
  headers: fault.retryAfter ? { 'retry-after': retryHeader(fault.retryAfter, world.now()) } : {},
  body: world.errorBody(fault.status),
  type: world.errorType,
})

const page = `<!doctype html><html><head><title>Sign in to the network</title></head>
<body><h1>Please sign in</h1><p>This network asks you to accept its terms.</p></body></html>`

const halved = (reply: DemoReply): DemoReply => {
  const bytes = toBytes(reply)
  return bytes ? { ...reply, body: bytes.subarray(0, bytes.length >> 1) } : reply
}

const isJson = ({ body }: DemoReply) => typeof body === 'object' && !Buffer.isBuffer(body)

const bent =
  (change: (body: unknown) => unknown) =>
  (reply: DemoReply): DemoReply =>
    isJson(reply) ? { ...reply, body: change(reply.body) } : reply

const runs = (bend: Play['bend'], delivery: Delivery = deliver): Play => ({ runs: true, bend, delivery })

export const plainPlay: Play = runs(same)

export function toPlay(fault: Fault, world: FaultWorld): Play {
  switch (fault.kind) {
    case 'latency':
      return plainPlay
    case 'status':
      return { runs: fault.when === 'after', bend: () => errorReply(fault, world), delivery: deliver }
    case 'reset':
      return { runs: fault.when === 'after', bend: same, delivery: deliveries.hangUp }
    case 'silent':
      return { runs: fault.when === 'after', bend: same, delivery: deliveries.sayNothing }
    case 'truncated':
      return fault.cut ? runs(same, deliveries.cutShort) : runs(halved)
    case 'wrongType':
      return runs((reply) => ({ ...reply, type: fault.type }))
    case 'html':
      return runs((reply) => ({ status: reply.status < 400 ? 200 : reply.status, body: page, type: 'text/html' }))
    case 'unknown':
      return runs(bent((body) => addUnknown(body, world.words)))
    case 'missing':
      return runs(bent((body) => dropMembers(body, fault.members)))
    case 'slow':
      return runs(same, deliveries.trickle(fault.ms))
    case 'huge':
      return runs(same, deliveries.flood(fault.megabytes))
    case 'empty':
      return runs(({ body: _gone, ...reply }) => reply)
    case 'refused':
      return { runs: false, bend: () => fault.refusal, delivery: deliver }
    default:
      return fault satisfies never
  }
}
