import { EventEmitter } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { quitGracefully } from '../../electron/shell/quit.ts'

afterEach(() => void vi.useRealTimers())

function quitting(stop: () => Promise<void>) {
  const done: string[] = []
  const app = Object.assign(new EventEmitter(), { quit: () => done.push('quit') })
  const close = () => void done.push('close')
  const ending = { app, powerMonitor: new EventEmitter(), stop, close, log: () => undefined }
  const { drain } = quitGracefully(ending as unknown as Parameters<typeof quitGracefully>[0])
  return { drain, done }
}

it('keeps the disk open for as long as a request that spends is let end', async () => {
  vi.useFakeTimers()
  const { drain, done } = quitting(() => new Promise((resolve) => setTimeout(resolve, 5_600)))
  const drained = drain()
  await vi.advanceTimersByTimeAsync(5_500)
  expect(done).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  await drained
  expect(done).toEqual(['close'])
})

it('closes all the same when something does not come to its end', async () => {
  vi.useFakeTimers()
  const { drain, done } = quitting(() => new Promise(() => undefined))
  const drained = drain()
  await vi.advanceTimersByTimeAsync(7_000)
  await drained
  expect(done).toEqual(['close'])
})
