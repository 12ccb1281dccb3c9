import { test as base, expect, type Page } from '@playwright/test'
import { type DemoCarriers, type DemoOptions, startDemoCarriers } from '../../../electron/demo/carriers.ts'
import { createGuard, type Guard, watchPage } from './guard.ts'
import { createWorld, inBrowser, inElectron, type Runner, type World } from './runners.ts'

export type HostOption = { readonly host: 'browser' | 'electron' }

export type Linekeeper = Omit<Runner, 'leave'> &
  Omit<World, 'remove' | 'env'> & {
    /** Errors that this test means to provoke; everything else on the console fails it. */
    readonly expectErrors: Guard['expect']
  }

type Fixtures = {
  readonly guard: Guard
  readonly linekeeper: Linekeeper
  /** Starts carriers of the test's own, which end with it. */
  readonly startCarriers: StartCarriers
}

export type StartCarriers = (options?: DemoOptions) => Promise<DemoCarriers>

/** The app on a fresh data folder. A test fails when a page of it complains of anything. */
export const test = base.extend<Fixtures, HostOption>({
  host: ['browser', { option: true, scope: 'worker' }],
  guard: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const guard = createGuard()
      await use(guard)
      expect(guard.unexpected(), 'what the page complained of').toEqual([])
    },
    { auto: true },
  ],
  linekeeper: async ({ host, browser, contextOptions, guard }, use) => {
    const world = createWorld()
    const watch = (page: Page) => watchPage(page, guard.hear)
    const app =
      host === 'electron' ? inElectron(world, watch) : inBrowser(world, watch, () => browser.newContext(contextOptions))
    await use({ ...app, ...world, expectErrors: guard.expect })
    await app.close()
    world.remove()
  },
  // The window that a test of one window wants; contexts of Playwright's own are not used.
  page: async ({ linekeeper }, use) => use(await linekeeper.open()),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  startCarriers: async ({}, use) => {
    const started: DemoCarriers[] = []
    await use(async (options) => {
      const carriers = await startDemoCarriers({ numbers: 40, ...options })
      started.push(carriers)
      return carriers
    })
    await Promise.all(started.map((carriers) => carriers.close()))
  },
})

export { expect, type Page }
