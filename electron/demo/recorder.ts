import type { DeskClock } from './kit/clock.ts'
import type { Journal, JournalCarrier, JournalEntry } from './kit/journal.ts'
import { type DemoRequest, targetOf } from './kit/message.ts'

/** Keeps what requests change, and does it all again at the next start. */
export type Recorder = {
  /** To be told of a signed-in request before it changes anything. Throws when it could not be kept. */
  forCarrier(carrier: JournalCarrier): (request: DemoRequest) => void
  /** Lets the carriers have every kept request again, each at its own instant. */
  replay(repeat: Readonly<Record<JournalCarrier, (request: DemoRequest) => void>>): void
}

const toEntry = (at: number, carrier: JournalCarrier, request: DemoRequest): JournalEntry => {
  const type = request.headers['content-type']
  return {
    at,
    carrier,
    method: request.method,
    target: targetOf(request),
    ...(type !== undefined && { type }),
    ...(request.body.length > 0 && { body: request.body.toString() }),
  }
}

function toRequest({ method, target, type, body = '' }: JournalEntry): DemoRequest {
  const [path = '/', ...query] = target.split('?')
  return {
    method,
    path,
    query: new URLSearchParams(query.join('?')),
    headers: type === undefined ? {} : { 'content-type': type },
    body: Buffer.from(body),
  }
}

export function createRecorder(journal: Journal | null, clock: DeskClock): Recorder {
  let isReplaying = false
  return {
    forCarrier: (carrier) => (request) => {
      if (!isReplaying) journal?.append(toEntry(clock.now(), carrier, request))
    },
    replay: (repeat) => {
      isReplaying = true
      for (const entry of journal?.entries ?? []) {
        clock.during(entry.at, () => repeat[entry.carrier](toRequest(entry)))
      }
      isReplaying = false
    },
  }
}
