import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { type App, createApp } from '../../../electron/core/app.ts'
import type { Storage } from '../../../electron/core/ports.ts'
import { openChildWorld } from './child-world.ts'
import type { Order, Report } from './line.ts'

// The real app in a process of its own, driven by lines of JSON and killed by whoever started it.

/** At once: the process may have no other moment. */
function tell(report: Report): void {
  let left = Buffer.from(`${JSON.stringify(report)}\n`)
  while (left.length > 0) left = left.subarray(writeSome(left))
}

/** A pipe that is full takes nothing until its reader has read. */
function writeSome(bytes: Buffer): number {
  try {
    return writeSync(1, bytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}

type Running = { readonly app: App; readonly storage: Storage }
let running: Running | null = null

async function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'open': {
      const { ports, storage } = openChildWorld(order.opening, () => tell({ kind: 'held' }))
      const app = createApp(ports)
      app.subscribe((topic) => tell({ kind: 'push', topic }))
      running = { app, storage }
      app.start()
      return { ok: true, value: null }
    }
    case 'ask':
      return running?.app.invoke(order.name, order.input)
    case 'close':
      await running?.app.stop()
      running?.storage.close()
      running = null
      return { ok: true, value: null }
    default:
      return order satisfies never
  }
}

for await (const line of createInterface(process.stdin)) {
  const order: Order = JSON.parse(line)
  obey(order).then(
    (result) => tell({ kind: 'answer', id: order.id, result: result as Extract<Report, { kind: 'answer' }>['result'] }),
    (error: unknown) =>
      tell({ kind: 'bug', id: order.id, detail: error instanceof Error ? String(error.stack) : String(error) }),
  )
}
