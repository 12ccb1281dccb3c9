import type { MenuItemConstructorOptions } from 'electron'

/** macOS takes copy, paste and quit from the menu bar; elsewhere the page answers keys by itself and no bar is shown. */
export function toMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
}
