import { EventEmitter } from 'node:events'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

const methods = {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
} satisfies Partial<Electron.IpcMain>

export const ipcMain = Object.assign(new EventEmitter(), methods)

/** What a page's `ipcRenderer.invoke` reaches. */
export async function invokeMain(event: Electron.IpcMainInvokeEvent, channel: string, args: readonly unknown[]) {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
