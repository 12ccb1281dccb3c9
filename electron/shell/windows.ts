import { app, type BrowserWindow } from 'electron'
import type { Log } from '../core/ports.ts'
import { recoverFromCrashes } from './crash.ts'
import { pushTopic } from './ipc.ts'
import { bringToFront, loadPage, openWindow, type WindowOptions } from './window.ts'

export type Windows = {
  readonly open: () => void
  readonly isOurs: (contentsId: number) => boolean
  readonly push: (topic: string) => void
}

export type WindowsWorld = WindowOptions & {
  readonly now: () => number
  readonly log: Log
  /** The page has been shown for the first time. */
  readonly onFirstPaint: () => void
  /** The system's session ends (Windows). */
  readonly onSessionEnd: () => void
}

/** A page that has loaded paints and asks for its first rows; what is slow waits until that is over. */
const settleMs = 400

/** The one window, opened again when it was closed while the app goes on (macOS). */
export function createWindows(world: WindowsWorld): Windows {
  let window: BrowserWindow | null = null
  let painted = false
  const firstPaint = () => {
    if (painted) return
    painted = true
    setTimeout(world.onFirstPaint, settleMs)
  }
  const open = () => {
    if (window !== null) return bringToFront(window)
    const opened = openWindow(world)
    window = opened
    opened.once('closed', () => {
      window = null
    })
    opened.on('session-end', world.onSessionEnd)
    opened.webContents.on('did-finish-load', firstPaint)
    recoverFromCrashes(opened, world.now, world.log)
    loadPage(opened).catch((error: unknown) => world.log('error', 'the page could not be loaded', { error }))
  }
  app.on('second-instance', open)
  app.on('activate', open)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  return {
    open,
    isOurs: (id) => window?.webContents.id === id,
    push: (topic) => {
      if (window !== null) pushTopic([window.webContents], topic)
    },
  }
}
