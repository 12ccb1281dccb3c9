import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { app, Menu, protocol } from 'electron'
import { confine } from './contents.ts'
import { makeDataFolder, toDataFolder } from './data-folder.ts'
import { toMenu } from './menu.ts'
import { appModelId } from './notices.ts'
import { pageScheme } from './page-origin.ts'

/**
 * What counts only before `ready`. False when another Linekeeper has this data folder open: it has come to the front,
 * and this one is to end.
 */
export function prepare(args: readonly string[]): boolean {
  nameDataFolder(args)
  app.enableSandbox()
  // Windows shows notices only of an app that has the same name as its entry in the Start menu.
  if (process.platform === 'win32') app.setAppUserModelId(appModelId)
  // It sends a request again by itself when it falls back from QUIC to TCP; a purchase must not be sent twice.
  app.commandLine.appendSwitch('disable-quic')
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  app.on('web-contents-created', (_event, contents) => confine(contents))
  setMenu()
  if (!app.requestSingleInstanceLock()) return false
  if (app.isPackaged) enableCompileCache(join(app.getPath('userData'), 'compiled'))
  return true
}

/** None before `ready`, so that none is built in vain; macOS gets its own once it can show one. */
function setMenu(): void {
  const menu = toMenu(process.platform)
  if (menu === null) Menu.setApplicationMenu(null)
  else void app.whenReady().then(() => Menu.setApplicationMenu(Menu.buildFromTemplate(menu)))
}

/** The lock is held in the data folder, so the folder comes first. */
function nameDataFolder(args: readonly string[]): void {
  const folder = toDataFolder(args, process.cwd())
  if (folder === null) return
  makeDataFolder(folder)
  app.setPath('userData', folder)
}
