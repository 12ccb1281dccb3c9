import { BrowserWindow, nativeTheme } from 'electron'
import { pageAddress } from './page-origin.ts'

export type WindowOptions = {
  /** The bundled preload file. */
  readonly preload: string
  readonly devTools: boolean
}

/** One window, shown when its first picture is ready so that nothing flashes. */
export function openWindow({ preload, devTools }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Linekeeper',
    name: 'main',
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: ground(),
    webPreferences: { preload, devTools, spellcheck: false },
  })
  const repaint = () => window.setBackgroundColor(ground())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.removeListener('updated', repaint))
  window.once('ready-to-show', () => window.show())
  return window
}

/** The page's own ground in both themes (product.md, 1.16), so that a resize never shows another colour. */
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#161719' : '#f6f6f3')

export function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(pageAddress)
