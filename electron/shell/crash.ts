import type { RenderProcessGoneDetails } from 'electron'
import type { Log } from '../core/ports.ts'
import { pageAddress } from './page-origin.ts'
import { recoveryPath } from './recovery.ts'

/** A page that crashes again this soon would go on crashing. */
const againMs = 60_000

/** The address to show after a crash: the page itself once, then one that has nothing in it to crash. */
export function toNextPage(lastCrash: number | null, now: number): string {
  const again = lastCrash !== null && now - lastCrash < againMs && now >= lastCrash
  return again ? new URL(recoveryPath, pageAddress).href : pageAddress
}

type Crashable = {
  readonly webContents: {
    readonly on: (
      event: 'render-process-gone',
      listener: (event: unknown, details: RenderProcessGoneDetails) => void,
    ) => unknown
  }
  readonly isDestroyed: () => boolean
  readonly loadURL: (address: string) => Promise<void>
}

/** Opens the page again after a crash. The data lives in this process and is not touched by it. */
export function recoverFromCrashes(window: Crashable, now: () => number, log: Log): void {
  let lastCrash: number | null = null
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const next = toNextPage(lastCrash, now())
    lastCrash = now()
    log('error', 'the page stopped working', { reason, exitCode, next })
    window.loadURL(next).catch((error: unknown) => log('error', 'the page could not be opened again', { error }))
  })
}
