import type { Log } from '../core/ports.ts'

/** Writes down what nobody caught. An exception still ends the app or shows its dialog; a lone rejection does not. */
export function logBugs(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log('error', 'uncaught exception', { error }))
  process.on('unhandledRejection', (error) => log('error', 'unhandled rejection', { error }))
}
