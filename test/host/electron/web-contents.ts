import { EventEmitter } from 'node:events'
import { app } from './app.ts'

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** How the window's pages are reached; the server fills it in. */
export type Pages = {
  readonly send: (event: 'message' | 'navigate', data: unknown) => void
}

let pages: Pages = { send: () => {} }
export function connectPages(next: Pages): void {
  pages = next
}

let count = 0

/** One window's page. More than one tab may show it; all of them are this page. */
export class WebContents extends EventEmitter {
  readonly id = ++count
  #address = ''
  #destroyed = false
  windowOpenHandler: WindowOpenHandler | null = null

  constructor() {
    super()
    app.emit('web-contents-created', {}, this)
  }

  send(channel: string, ...args: readonly unknown[]): void {
    pages.send('message', { channel, args })
  }

  /** Tabs that are open already follow; the first one finds it when it comes. */
  async loadURL(address: string): Promise<void> {
    this.#address = address
    pages.send('navigate', new URL(address).pathname)
  }

  getURL = (): string => this.#address
  isDestroyed = (): boolean => this.#destroyed
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }

  reload(): void {
    pages.send('navigate', new URL(this.#address || 'app://bundle/').pathname)
  }

  destroy(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }
}
