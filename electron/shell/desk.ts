import { app, BrowserWindow, Notification, net, shell } from 'electron'
import { FailureError } from '../../shared/failure.ts'
import type { Host, Log } from '../core/ports.ts'
import { createNotify } from './notices.ts'
import { openExternal, pages } from './open-external.ts'
import { bringToFront } from './window.ts'

/** What the app may know of, and ask from, the computer around it. */
export function createHost(dataFolder: string, log: Log): Host {
  return {
    version: app.getVersion(),
    kind: process.versions.electron === undefined ? 'browser' : 'electron',
    dataFolder,
    isOnline: () => net.isOnline(),
    openPage: (page) => openExternal(shell, pages[page]),
    openDataFolder: async () => {
      const problem = await shell.openPath(dataFolder)
      if (problem !== '') throw new FailureError({ kind: 'disk', why: 'other', detail: problem })
    },
    notify: createNotify({
      notices: Notification,
      log,
      open: () => bringToFront(BrowserWindow.getAllWindows()[0] ?? null),
    }),
  }
}
