import type { App, PowerMonitor } from 'electron'
import type { Log } from '../core/ports.ts'

/**
 * How long what is being written may take to come to its end; longer than a request that spends is let end (core/orders/sender.ts),
 * else its answer would come to a closed disk. The rest is found again at the next start.
 */
const patienceMs = 6_500

export type Ending = {
  readonly app: Pick<App, 'on' | 'quit'>
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  /** Stops the work that goes on. */
  readonly stop: () => Promise<void>
  /** Checkpoints and closes what is on disk; called once, whether or not `stop` came to its end. */
  readonly close: () => void
  readonly log: Log
}

export type Quitting = {
  /** Writes and closes without quitting; the next quit then goes straight through. */
  readonly drain: () => Promise<void>
  /** For a session of the system that ends. */
  readonly quit: () => void
}

/** Holds the first quit until everything is written, then lets it go. */
export function quitGracefully({ app, powerMonitor, stop, close, log }: Ending): Quitting {
  let drained: Promise<void> | null = null
  let done = false
  const drain = () => {
    drained ??= stopAndClose(stop, close, log).then(() => {
      done = true
    })
    return drained
  }
  const quit = () => void drain().then(() => app.quit())
  app.on('before-quit', (event) => {
    if (done) return
    event.preventDefault()
    quit()
  })
  // Linux and macOS say so here, and wait; Windows tells the window instead.
  powerMonitor.on('shutdown', quit)
  return { drain, quit }
}

async function stopAndClose(stop: () => Promise<void>, close: () => void, log: Log): Promise<void> {
  await endsWithin(patienceMs, stop(), log)
  try {
    close()
  } catch (error) {
    log('error', 'closing failed', { error })
  }
}

async function endsWithin(ms: number, work: Promise<void>, log: Log): Promise<void> {
  const { promise: tooLong, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(() => {
    log('warn', 'stopping took too long; what is left is taken up at the next start')
    resolve()
  }, ms)
  const ended = work.catch((error: unknown) => log('error', 'stopping failed', { error }))
  await Promise.race([ended, tooLong])
  clearTimeout(timer)
}
