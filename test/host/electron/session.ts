import { net } from './net.ts'

type Handlers = {
  request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
  check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
}

/** The browser keeps its own permissions; the handlers are kept so that tests can ask them. */
export const permissionHandlers: Handlers = {}

const defaultSession = {
  setPermissionRequestHandler(handler) {
    permissionHandlers.request = handler
  },
  setPermissionCheckHandler(handler) {
    permissionHandlers.check = handler
  },
  setDevicePermissionHandler: () => {},
  setDisplayMediaRequestHandler: () => {},
} satisfies Partial<Electron.Session>

/** Node's fetch keeps no state that partitions would have to keep apart, and never sends a request again by itself. */
const partition = {
  fetch: net.fetch,
  closeAllConnections: async () => {},
} satisfies Partial<Electron.Session>

export const session = { defaultSession, fromPartition: () => partition }
