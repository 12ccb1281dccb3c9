import { contextBridge, ipcRenderer } from 'electron'
import type { Wall } from '../shared/bridge.ts'
import type { Topic } from '../shared/contract.ts'

/** The whole of what the page can reach. It knows names, not meanings: a new request does not change it. */
const wall: Wall = {
  invoke: (name, input) => ipcRenderer.invoke('linekeeper:invoke', name, input),
  /** The listener gets the topic alone, never Electron's event, through which more could be reached. */
  subscribe: (listener) => {
    const forward = (_event: unknown, topic: Topic) => listener(topic)
    ipcRenderer.on('linekeeper:changed', forward)
    return () => {
      ipcRenderer.removeListener('linekeeper:changed', forward)
    }
  },
}

contextBridge.exposeInMainWorld('linekeeper', wall)
