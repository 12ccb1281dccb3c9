import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../host/electron-binary.ts'
import { type HostProcess, startHost } from './process.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** The app as a program that is started and ended, and a window on it. */
export type Runner = {
  /** Starts it, on the same data as before, and shows its page. */
  readonly open: () => Promise<Page>
  /** As a person ends it: what is being written is written first. */
  readonly close: () => Promise<void>
  /** The plug is pulled. */
  readonly kill: () => Promise<void>
  /** Closes the window and leaves the program running; in Electron the one window stays. */
  readonly leave: () => Promise<void>
  /** Present while it runs in Electron. */
  readonly electron: () => ElectronApplication | null
}

/** A data folder of its own, and a network that can be taken away. */
export type World = {
  readonly dataFolder: string
  readonly env: Readonly<Record<string, string>>
  /** No network for the app, until `comeOnline`. In the browser host alone. */
  readonly goOffline: () => void
  readonly comeOnline: () => void
  readonly remove: () => void
}

export function createWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'linekeeper-e2e-'))
  const dataFolder = join(folder, 'data')
  const unplugged = join(folder, 'unplugged')
  mkdirSync(dataFolder)
  return {
    dataFolder,
    env: { LINEKEEPER_HOST_OFFLINE: unplugged, LINEKEEPER_HOST_KEYSTORE: 'gnome_libsecret' },
    goOffline: () => writeFileSync(unplugged, ''),
    comeOnline: () => {
      if (existsSync(unplugged)) rmSync(unplugged)
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

type Watch = (page: Page) => Promise<void>

export function inBrowser({ dataFolder, env }: World, watch: Watch, newContext: () => Promise<BrowserContext>): Runner {
  let host: HostProcess | null = null
  let context: BrowserContext | null = null
  const leave = async () => {
    await context?.close()
    context = null
  }
  return {
    open: async () => {
      host ??= await startHost(dataFolder, env)
      context ??= await newContext()
      const page = await context.newPage()
      await watch(page)
      await page.goto(host.url)
      return page
    },
    close: async () => {
      await leave()
      await host?.stop()
      host = null
    },
    kill: async () => {
      // A page that is still open would ask on, and complain that nobody answers.
      await leave()
      await host?.kill()
      host = null
    },
    leave,
    electron: () => null,
  }
}

export function inElectron({ dataFolder, env }: World, watch: Watch): Runner {
  let running: ElectronApplication | null = null
  let page: Page | null = null
  const launch = () =>
    _electron.launch({
      executablePath: findElectron() ?? '',
      args: [root, '--data', dataFolder],
      env: { ...surroundings(), ...env },
      chromiumSandbox: true,
    })
  return {
    open: async () => {
      running ??= await launch()
      if (page === null) {
        page = await running.firstWindow()
        await watch(page)
      }
      // What listens is there from the first line, and nothing of an earlier test is left.
      await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null })
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.reload()
      return page
    },
    close: async () => {
      await running?.close()
      running = page = null
    },
    kill: async () => {
      running?.process().kill('SIGKILL')
      running = page = null
    },
    leave: async () => undefined,
    electron: () => running,
  }
}

const surroundings = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
