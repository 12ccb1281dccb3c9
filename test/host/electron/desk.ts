import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'

/** What the desktop around a window offers. The host has none: what needs an answer gets the careful one. */
export const dialog = {
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
  async showMessageBox(...args: readonly unknown[]) {
    const options = args.at(-1)
    const cancel = typeof options === 'object' && options !== null && 'cancelId' in options ? options.cancelId : 0
    return { response: typeof cancel === 'number' ? cancel : 0, checkboxChecked: false }
  },
} satisfies Partial<Electron.Dialog>

export const Menu = {
  setApplicationMenu: (_menu: Electron.Menu | null) => {},
  buildFromTemplate: (template: readonly unknown[]) => ({ items: template }),
}

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
} satisfies Partial<Electron.NativeTheme>)

export const powerMonitor = new EventEmitter()

/** The server hands an address to the page, whose browser opens it. */
let openInBrowser: (address: string) => void = () => {}
export function connectBrowser(open: (address: string) => void): void {
  openInBrowser = open
}

const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer' }

export const shell = {
  async openExternal(address) {
    openInBrowser(address)
  },
  /** As Electron does: the empty text when it worked, else what went wrong. */
  openPath(path) {
    return new Promise<string>((resolve) => {
      const opener = spawn(openers[process.platform] ?? 'xdg-open', [path], { stdio: 'ignore', detached: true })
      opener.once('error', (error) => resolve(error.message))
      opener.once('spawn', () => resolve(''))
      opener.unref()
    })
  },
} satisfies Partial<Electron.Shell>
