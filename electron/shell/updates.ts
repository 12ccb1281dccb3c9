import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type App, dialog } from 'electron'
import type { Log } from '../core/ports.ts'

export type UpdateWorld = {
  readonly app: Pick<App, 'isPackaged'>
  readonly resources: string
  readonly log: Log
  /** Writes and closes everything, so that the installer finds nothing half done. */
  readonly drain: () => Promise<void>
}

/** Only an installed Linekeeper that was built with a place to update from looks for a newer one. */
export const canUpdate = ({ app, resources }: Pick<UpdateWorld, 'app' | 'resources'>): boolean =>
  app.isPackaged && existsSync(join(resources, 'app-update.yml'))

/** Looks for a newer version; nothing is fetched and nothing installed unless the person says so each time. */
export async function offerUpdates(world: UpdateWorld): Promise<void> {
  if (!canUpdate(world)) return
  // Loaded here because a start without it is quicker.
  const { default: updater } = await import('electron-updater')
  const { autoUpdater } = updater
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = false
  autoUpdater.logger = null
  const found = await autoUpdater.checkForUpdates()
  if (found === null || !found.isUpdateAvailable) return
  const { version } = found.updateInfo
  if (!(await agrees(`Linekeeper ${version} is there.`, 'Fetch it now? You go on working meanwhile.', 'Fetch'))) return
  await autoUpdater.downloadUpdate()
  if (
    !(await agrees(`Linekeeper ${version} is ready.`, 'Your data is saved first, then Linekeeper restarts.', 'Restart'))
  )
    return
  world.log('info', 'installing an update', { version })
  await world.drain()
  autoUpdater.quitAndInstall()
}

async function agrees(message: string, detail: string, yes: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message,
    detail,
    buttons: [yes, 'Later'],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}
