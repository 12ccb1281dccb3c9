import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  type BrowserContext,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'
import { findElectron } from '../../host/electron-binary.ts'
import { type HostProcess, startHost } from './process.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export type HostOption = { readonly host: 'browser' | 'electron' }

export type Linekeeper = {
  readonly dataFolder: string
  /** Starts it, on the same data as before, and shows its page. */
  readonly open: () => Promise<Page>
  /** As a person ends it: what is being written is written first. */
  readonly close: () => Promise<void>
  /** The plug is pulled. */
  readonly kill: () => Promise<void>
  /** No network for the app, until `comeOnline`. In the browser host alone. */
  readonly goOffline: () => void
  readonly comeOnline: () => void
  /** Present while it runs in Electron. */
  readonly electron: () => ElectronApplication | null
  /** Errors that this test means to provoke; everything else on the console fails it. */
  readonly expectErrors: (pattern: RegExp) => void
}

type Fixtures = HostOption & { readonly linekeeper: Linekeeper }

/** The app on a fresh data folder. A test fails when its page reports an error or breaks its own policy. */
export const test = base.extend<Fixtures>({
  host: ['browser', { option: true }],
  linekeeper: async ({ host, browser, contextOptions }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'linekeeper-e2e-'))
    const complaints: string[] = []
    const expected: RegExp[] = []
    const watch = (page: Page) => watchPage(page, complaints)
    const world = createWorld(folder)
    const app =
      host === 'electron' ? inElectron(world, watch) : inBrowser(world, watch, () => browser.newContext(contextOptions))
    await use({ ...app, ...world, expectErrors: (pattern) => void expected.push(pattern) })
    await app.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    expect(complaints.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([])
  },
  // The window that a test of one window wants; contexts of Playwright's own are not used.
  page: async ({ linekeeper }, use) => use(await linekeeper.open()),
})

export { expect } from '@playwright/test'

const createWorld = (folder: string) => {
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
  }
}

type World = ReturnType<typeof createWorld>
type Watch = (page: Page) => Promise<void>

function inBrowser({ dataFolder, env }: World, watch: Watch, newContext: () => Promise<BrowserContext>) {
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
      await host?.kill()
      host = null
      await leave()
    },
    electron: () => null,
  }
}

function inElectron({ dataFolder, env }: World, watch: Watch) {
  let running: ElectronApplication | null = null
  return {
    open: async () => {
      const executablePath = findElectron() ?? ''
      const args = [root, '--data', dataFolder]
      running ??= await _electron.launch({
        executablePath,
        args,
        env: { ...process.env, ...env },
        chromiumSandbox: true,
      })
      const page = await running.firstWindow()
      await watch(page)
      return page
    },
    close: async () => {
      await running?.close()
      running = null
    },
    kill: async () => {
      running?.process().kill('SIGKILL')
      running = null
    },
    electron: () => running,
  }
}

async function watchPage(page: Page, complaints: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`))
  await page.exposeFunction('reportViolation', (what: string) => complaints.push(`policy: ${what}`))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
}
