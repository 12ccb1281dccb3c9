import { app, net, shell } from 'electron'
import { FailureError } from '../../shared/failure.ts'
import type { Host } from '../core/ports.ts'
import { openExternal, pages } from './open-external.ts'

/** What the app may know of, and ask from, the computer around it. */
export function createHost(dataFolder: string): Host {
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
  }
}
