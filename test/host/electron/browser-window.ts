import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { WebContents } from './web-contents.ts'

const open = new Set<BrowserWindow>()

/** A window whose picture is shown by whichever browser opens the printed address. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): readonly BrowserWindow[] => [...open]
  static fromId = (id: number): BrowserWindow | null => [...open].find((window) => window.id === id) ?? null

  readonly webContents = new WebContents()
  readonly id = this.webContents.id
  readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    open.add(this)
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.loadURL(address)
    this.emit('ready-to-show')
  }

  isDestroyed = (): boolean => !open.has(this)
  isMinimized = (): boolean => false
  isVisible = (): boolean => true
  restore(): void {}
  show(): void {}
  focus(): void {}
  setBackgroundColor(_color: string): void {}

  close(): void {
    this.emit('close', { preventDefault: () => {} })
    this.destroy()
  }

  destroy(): void {
    if (!open.delete(this)) return
    this.webContents.destroy()
    this.emit('closed')
    if (open.size === 0) app.emit('window-all-closed')
  }
}
