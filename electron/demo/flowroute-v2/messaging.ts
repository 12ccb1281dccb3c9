import type { DemoClock } from '../kit/clock.ts'
import type { Resource } from './documents.ts'

/** A job that turns texting on or off for some numbers; it takes its time. */
export type MessagingTask = {
  readonly id: string
  readonly numbers: readonly string[]
  readonly action: 'enable' | 'disable'
  /** Epoch milliseconds. */
  readonly endsAt: number
}

export type Messaging = {
  start(task: Omit<MessagingTask, 'id' | 'endsAt'>, ms: number): MessagingTask
  get(id: string): MessagingTask | null
  isRunning(id: string): boolean
  toResource(task: MessagingTask): Resource
  /** Where the account wants to hear of texts, by kind; cannot be read back over the wire. */
  readonly callbacks: Map<string, string>
}

export function createMessaging(clock: DemoClock): Messaging {
  const tasks = new Map<string, MessagingTask>()
  const isRunning = (id: string) => (tasks.get(id)?.endsAt ?? 0) > clock.now()
  return {
    callbacks: new Map(),
    start: (task, ms) => {
      const started = { ...task, id: String(5_001 + tasks.size), endsAt: clock.now() + ms }
      tasks.set(started.id, started)
      return started
    },
    get: (id) => tasks.get(id) ?? null,
    isRunning,
    toResource: ({ id, numbers }) => {
      const status = isRunning(id) ? 'pending' : 'completed'
      const [tn, ...more] = numbers
      if (more.length === 0) return { type: 'message_provisioning_status', id, attributes: { status, tn } }
      return { type: 'message_bulk_provisioning_status', id, attributes: { status, tns: numbers } }
    },
  }
}
