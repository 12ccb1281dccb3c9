/** The slice of Electron's main-process API that `electron/` uses, for plain Node. */
export { app } from './electron/app.ts'
export { BrowserWindow } from './electron/browser-window.ts'
export { dialog, Menu, Notification, nativeTheme, powerMonitor, shell } from './electron/desk.ts'
export { ipcMain } from './electron/ipc-main.ts'
export { net } from './electron/net.ts'
export { protocol } from './electron/protocol.ts'
export { safeStorage } from './electron/safe-storage.ts'
export { session } from './electron/session.ts'
